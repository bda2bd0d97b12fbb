/** Waits for something that no event tells of. */

/** @param {() => unknown} condition may be asynchronous @param {number} limit [ms] */
export async function until(condition, limit = 20_000) {
  const started = Date.now();
  while (!(await condition())) {
    if (Date.now() - started > limit) throw new Error(`not within ${limit / 1000} s: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
