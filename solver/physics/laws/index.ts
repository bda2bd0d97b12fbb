/**
 * Numbers in, numbers out: what the checks of the language, hovers and `soret convert` say about a model.
 *
 * | function | gives |
 * |---|---|
 * | `binarySecondLaw`, `diluteSecondLaw` | ε, largest admissible S_T, conductivity at rest |
 * | `binaryOnsager`, `diluteOnsager` | L_11, L_1q, L_qq of a stated Soret coefficient |
 * | `directionInWords` | "ethanol moves to the hot side" |
 * | `eigenvalues`, `asymmetry`, `isPositiveDefinite`, `closureDefect` | what D, L and D′_T must satisfy |
 * | `binarySeparation`, `diluteSeparation`, `twoBulbSeparation`, `twoBulbMeanTemperature` | closed cells at rest |
 * | `relaxationTime`, `relaxationTimeWithDrift`, `thermalDiffusivity`, `lewisNumber` | times |
 * | `rayleighNumber`, `separationRatio`, `longWaveOnset`, `criticalRayleigh` | convection |
 * | `thermophoreticRegime`, `modelOfRegime` | regime by Knudsen number |
 */
export * from './diffusion_matrix.js';
export * from './knudsen.js';
export * from './rayleigh.js';
export * from './second_law.js';
export * from './times.js';
