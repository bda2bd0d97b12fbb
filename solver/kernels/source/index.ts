/** What the module exports. */
export { factor, solve } from './fronts';
