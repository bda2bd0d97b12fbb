/** Checks of untyped data that arrives as a message: a shape says whether a value has the type it is named after. Both ends use it. */
export type Shape = (value: unknown) => boolean;

export const string: Shape = (value) => typeof value === 'string';
export const boolean: Shape = (value) => typeof value === 'boolean';
export const number: Shape = (value) => typeof value === 'number' && Number.isFinite(value);
/** Line and column numbers. */
export const count: Shape = (value) => Number.isInteger(value) && (value as number) >= 0;
export const bytes: Shape = (value) => value instanceof Uint8Array;

export const oneOf =
  (...values: readonly unknown[]): Shape =>
  (value) =>
    values.includes(value);
export const optional =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined || shape(value);
export const either =
  (...shapes: readonly Shape[]): Shape =>
  (value) =>
    shapes.some((shape) => shape(value));
export const listOf =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(shape);

/** An object whose named members have these shapes and which has no others. */
export const object =
  (members: Readonly<Record<string, Shape>>): Shape =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(members).every(([name, shape]) => shape((value as Record<string, unknown>)[name])) &&
    Object.keys(value).every((name) => Object.hasOwn(members, name));

const position = object({ line: count, character: count });
export const sourceRange = object({ uri: string, start: position, end: position });
