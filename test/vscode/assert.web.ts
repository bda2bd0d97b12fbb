/** What the suite uses of `node:assert/strict`, for the web-worker extension host. */
class AssertionError extends Error {}

function ok(value: unknown, message = `${JSON.stringify(value)} is not true`): asserts value {
  if (!value) throw new AssertionError(message);
}
function equal(actual: unknown, expected: unknown, message = `${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`): void {
  ok(Object.is(actual, expected), message);
}
function deepEqual(actual: unknown, expected: unknown): void {
  equal(JSON.stringify(actual), JSON.stringify(expected));
}
function match(text: string, pattern: RegExp): void {
  ok(pattern.test(text), `${JSON.stringify(text)} does not match ${String(pattern)}`);
}

export default { ok, equal, deepEqual, match };
