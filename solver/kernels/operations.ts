/** What an instruction of a program in the memory of the kernels does; read by both sides. `v` is a register, `s` a scalar. */
export const fill = 0;
export const select = 1;
export const addVectors = 2;
export const addScalar = 3;
export const subtractVectors = 4;
export const subtractScalar = 5;
export const subtractFromScalar = 6;
export const multiplyVectors = 7;
export const multiplyScalar = 8;
export const divideVectors = 9;
export const divideScalarBy = 10;
export const negate = 11;
export const squareRoot = 12;
export const exponential = 13;
export const logarithm = 14;
export const powerScalar = 15;
/** Functions that the host computes, point by point: of a register; of two; of a register and a scalar; of a scalar and a register. */
export const callVector = 16;
export const callVectors = 17;
export const callVectorScalar = 18;
export const callScalarVector = 19;
/** Integers per instruction: operation, target, a, b, c (the number of the function in calls), scalar; registers and scalars by address. */
export const instructionLength = 6;
