/** Calls → functions, fields and functionals of the solver. */
import {
  isExact,
  number,
  operation,
  type Axis,
  type CompositionMeasure,
  type Formula,
  type Functional,
  type Place,
} from '../../solver/formula.js';
import { quantities } from '../../solver/quantities/quantity.js';
import { avogadro } from '../catalogue/constants.js';
import { builtin, isSolverFunction, own } from '../catalogue/builtins.js';
import { compositions } from '../catalogue/fields.js';
import { functionals, reducers, type FunctionalName } from '../catalogue/functionals.js';
import { boundArguments, type Bound } from '../check/rules/call.js';
import type * as ast from '../generated/ast.js';
import { compositionFormula } from './fields.js';
import { lowerFormula, misplaced } from './formula.js';
import type { Lowering } from './lowering.js';
import { tableFormula } from './table.js';

const functional = (f: Functional): Formula => ({ kind: 'functional', functional: f });

/** `entropy_production` without parentheses. */
export const plainFunctional = (name: string): Formula | undefined =>
  name === 'entropy_production' || name === 'thermopotential' ? functional({ kind: name }) : undefined;

export function callFormula(call: ast.Call, lowering: Lowering): Formula {
  const name = call.callee.$refText;
  if (name === 'table') return tableFormula(call, lowering);
  const record = builtin(name, true);
  const bound = record?.parameters && boundArguments(call, record);
  if (!bound || 'wrong' in bound) return misplaced(call, lowering);
  if (own(compositions, name)) return compositionFormula(name as CompositionMeasure, nameOf(bound[0]));
  if (own(functionals, name)) return functionalFormula(name as FunctionalName, bound, lowering);
  if (!isSolverFunction(name)) return misplaced(call, lowering);
  const values = bound.map(({ argument }) => lowerFormula(argument.value, lowering));
  if ((name === 'min' || name === 'max') && values.length === 1) return functional({ kind: reducers[name], of: values[0]! });
  // an activation energy per particle counts per mole
  const energies = bound.map(({ parameter, argument }, i) =>
    parameter.kind === 'molar energy' && lowering.check.typeOf(argument.value)?.dimension === quantities.energy.dimension
      ? perMole(values[i]!)
      : values[i]!,
  );
  return { kind: 'call', function: name, arguments: energies };
}
export const perMole = (energy: Formula): Formula =>
  isExact(energy) ? number(energy.value * avogadro) : operation('multiply', energy, number(avogadro));

const nameOf = (bound: Bound | undefined): string => (bound?.argument.value.$type === 'Ref' ? bound.argument.value.target.$refText : '');

function functionalFormula(name: FunctionalName, bound: readonly Bound[], lowering: Lowering): Formula {
  const of = () => lowerFormula(bound[0]?.argument.value, lowering);
  switch (name) {
    case 'value':
      return functional({
        kind: 'value',
        of: of(),
        place: placeOf(
          bound.slice(1).map((b) => b.argument),
          lowering,
        ),
      });
    case 'mean':
    case 'integral':
    case 'where_max':
      return functional({ kind: name, of: of() });
    case 'gradient':
      return { kind: 'gradient', of: of() };
    case 'flux':
      return functional({ kind: 'flux', species: nameOf(bound[0]), side: nameOf(bound[1]) });
    case 'heat_flux':
      return functional({ kind: 'heat_flux', side: nameOf(bound[0]) });
    case 'relaxation_time':
    case 'mass':
      return functional({ kind: name, species: nameOf(bound[0]) });
    case 'entropy_production':
    case 'thermopotential':
      return functional({ kind: name });
  }
}

/** `left`, `x = 0.3 mm`, `x = …, y = …`. */
export function placeOf(places: readonly ast.Argument[], lowering: Lowering): Place {
  const [first] = places;
  if (first && first.key === undefined && first.value.$type === 'Ref') return { kind: 'side', side: first.value.target.$refText };
  const coordinates: Partial<Record<Axis, Formula>> = {};
  for (const place of places) if (place.key !== undefined) coordinates[place.key as Axis] = lowerFormula(place.value, lowering);
  return { kind: 'point', coordinates };
}
