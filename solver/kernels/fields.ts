/** Integers that describe a region in the memory of the kernels, by position; addresses are in bytes. Read by both sides. */
/** Local nodes of all elements, unknowns present, nodes per element, elements. */
export const points = 0;
export const width = 1;
export const nodes = 2;
export const elements = 3;
/** Per element, node and unknown: its number in the vector of unknowns. */
export const numbers = 4;
/** Registers of values, then of gradients, one after another. */
export const values = 5;
export const gradients = 6;
/** Per element 2/H; per node the weight of a flux and the volume. */
export const scale = 7;
export const fluxWeight = 8;
export const volume = 9;
/** Per unknown: factor of its value at the first node. */
export const entry = 10;
/** Packed halves of D and of its transpose; packed stiffness; D itself. */
export const derivativeHalves = 11;
export const transposedHalves = 12;
export const stiffness = 13;
export const derivative = 14;
/** Instructions of the balance, their count; register per flux; rows and registers of sources, their count. */
export const balance = 15;
export const balanceCount = 16;
export const fluxes = 17;
export const sources = 18;
export const sourceCount = 19;
/** Instructions of the derivatives, their count. */
export const jacobian = 20;
export const jacobianCount = 21;
/** (row, column, register by gradient, register by value or 0) of fluxes; (row, column, register) of fluxes by value alone and of sources. */
export const byGradient = 22;
export const byGradientCount = 23;
export const byValueAlone = 24;
export const byValueAloneCount = 25;
export const sourceByValue = 26;
export const sourceByValueCount = 27;
/** Table of the fronts of the region's elements; a place to compute in. */
export const fronts = 28;
export const scratch = 29;
/** Integers per region. */
export const length = 30;
