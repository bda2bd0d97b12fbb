export { coupled } from './coupled.js';
export { anchors, derived } from './derived.js';
export { tabulated } from './tabulated.js';
export type { VerificationCase, Wanted } from './case.js';
export { textbook } from './textbook.js';
