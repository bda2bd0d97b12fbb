/** Reads the description of a region (`../fields.ts`). */

export function field(region: usize, number: usize): i32 {
  return load<i32>(region + (number << 2));
}
export function address(region: usize, number: usize): usize {
  return <usize>load<i32>(region + (number << 2));
}
