import { AstUtils, isReference } from 'langium';
import type * as ast from '../../../generated/ast.js';
import { hullOf } from '../../coefficients/hull.js';
import { isKnown, states, stateText } from '../../coefficients/states.js';
import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { useOf, type Medium, type ModelView } from '../../model-view.js';
import { numeral } from '../../../../solver/quantities/numeral.js';

const model = (slope: string) =>
  `solid steel { conductivity = 50 W/(m*K) * (1 - (T - 300 K)/(${slope})) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 300 K }\nboundary left { temperature = 300 K }\nboundary right { temperature = 500 K }\nsteady rest\n`;

export const overRange = diagnostic({
  code: 'limit/over-range',
  severity: 'error',
  title: 'Coefficient that leaves its physical range within the model',
  doc: 'A coefficient that depends on temperature or composition is looked at over everything that the model spans: initial, wall and ambient values, with all parameters over their ranges. Where it turns negative, infinite or undefined, a run would fail there. Formulas fitted to data often do so outside the range of the data; hold them constant there with `min` and `max`, or use `table`, which does.',
  bad: model('150 K'),
  good: model('1500 K'),
});

export function* coefficientMustStayInItsRange(node: Medium, view: ModelView): Findings {
  if (!view.mediaInUse().includes(node) || !view.isOwn(node)) return;
  const physical = view.physical(node);
  const varying = physical.stated.filter(({ property }) => view.number(property.value) === undefined);
  const resolved = varying.length > 0 ? physical.resolve() : undefined;
  if (!resolved) return;
  const hull = hullOf(physical, resolved, view);
  if (!isKnown(resolved, hull)) return;
  const points = states(resolved, hull).map((state) => new Map([...state, ['t', 0] as const, ['x', 0] as const]));
  for (const stated of varying) {
    const must = useOf(stated.property)?.must;
    const expression = physical.expression(stated, resolved);
    if (!expression) continue;
    for (const state of points) {
      const value = physical.at(expression, state);
      const wrong = !Number.isFinite(value)
        ? 'has no finite value'
        : must === 'be positive' && value <= 0
          ? `must be positive, but is ${numeral(value, 3)} (SI)`
          : must === 'be within 0…1' && (value < 0 || value > 1)
            ? `must be within 0 and 1, but is ${numeral(value, 3)}`
            : undefined;
      if (!wrong || atTheEdge(state)) continue;
      if (hasUnknownName(stated.property)) break;
      yield {
        at: part(stated.property, 'value'),
        message: `${stated.property.key} ${wrong} at ${stateText(shown(state))}, which the model reaches.`,
        advice: 'change the formula, or bound it with min and max outside the range of its data',
      };
      break;
    }
  }
}
/** That is said at the name. */
const hasUnknownName = (property: ast.Property): boolean =>
  AstUtils.streamAst(property).some((node) =>
    AstUtils.streamReferences(node).some(({ reference }) => isReference(reference) && reference.error !== undefined),
  );
/** A formula may be singular where a component is absent: the equations take the limit there. */
const atTheEdge = (state: ReadonlyMap<string, number>): boolean =>
  [...state].some(([symbol, value]) => /^[wcx]\(/.test(symbol) && (value === 0 || value === 1));
const shown = (state: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map([...state].filter(([symbol]) => symbol !== 't' && symbol !== 'x'));
