/** Fundamental constants, SI (CODATA 2018, exact since 2019 except where marked). */

/** Molar gas constant [J/(mol·K)]. */
export const gasConstant = 8.31446261815324;
/** Boltzmann constant [J/K]. */
export const boltzmann = 1.380649e-23;
/** Avogadro constant [1/mol]. */
export const avogadro = 6.02214076e23;
/** Faraday constant [C/mol]. */
export const faraday = 96485.33212331002;
/** Standard gravity [m/s²], by definition. */
export const standardGravity = 9.80665;
