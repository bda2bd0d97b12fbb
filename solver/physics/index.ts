/** The physics, as the rest of the program sees it. */
export { formulate } from './formulate.js';
export { relations, relatedProperties, type RelatedProperty } from './relations/index.js';
