/** What the module exports. */
export { factor, solve } from './fronts';
export { negate } from './matrix';
export { addBalance, take } from './elements';
export { addJacobian, scaleEntries } from './jacobian';
export { addScaled, addStages } from './stages';
