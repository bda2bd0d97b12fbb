/** Built-in names that stand for themselves. */
import type { CompositionMeasure, Formula } from '../../solver/formula.js';
import { own } from '../catalogue/builtins.js';
import { fields, type FieldName } from '../catalogue/fields.js';

const formulas: Record<FieldName, Formula> = {
  T: { kind: 'temperature' },
  rho: { kind: 'density' },
  t: { kind: 'time' },
  x: { kind: 'coordinate', axis: 'x' },
  y: { kind: 'coordinate', axis: 'y' },
  r: { kind: 'coordinate', axis: 'r' },
  z: { kind: 'coordinate', axis: 'z' },
};
export const fieldFormula = (name: string): Formula | undefined => (own(fields, name) ? formulas[name as FieldName] : undefined);
export const compositionFormula = (measure: CompositionMeasure, species: string): Formula => ({ kind: 'composition', measure, species });
