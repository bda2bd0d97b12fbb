import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import type { ModelView } from '../../model-view.js';
import * as ast from '../../../generated/ast.js';
import { numeral } from '../../../../solver/quantities/numeral.js';

export const variedValues = diagnostic({
  code: 'study/values',
  severity: 'error',
  title: 'Not a list of values',
  doc: 'A sweep takes `linspace(low, high, count)`, `logspace(low, high, count)` or `list(a, b, …)`; output times take the same; a fit takes `range(low, high)`.',
  bad: 'param hot = 30 degC\nsolid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = hot }\nsteady rest\nsweep map { study = rest; vary(hot) = 40 degC }\n',
  good: 'param hot = 30 degC\nsolid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = hot }\nsteady rest\nsweep map { study = rest; vary(hot) = linspace(20 degC, 40 degC, 5) }\n',
});

const takers: Readonly<Record<string, readonly string[]>> = { list: ['linspace', 'logspace', 'list'], range: ['range'] };
/** A sweep of more points than this does not end in a sitting. */
const mostPoints = 100_000;

export function* variedValuesMustBeAList(property: ast.Property, model: ModelView): Findings {
  const kind =
    property.key === 'times' ? 'list' : property.key === 'vary' ? (ast.isFit(property.$container) ? 'range' : 'list') : undefined;
  if (!kind || !property.value) return;
  const call = ast.isCall(property.value) ? property.value : undefined;
  const names = takers[kind]!;
  if (!call || !names.includes(call.callee.$refText)) {
    yield {
      at: part(property, 'value'),
      message: `${property.key} takes ${names.map((n) => `${n}(…)`).join(' or ')} here.`,
      advice: kind === 'list' ? 'write linspace(low, high, 11) or list(a, b, c)' : 'write range(low, high)',
    };
    return;
  }
  const name = call.callee.$refText;
  const [first, second, count] = call.args.map((a) => model.number(a.value));
  if (
    (name === 'linspace' || name === 'logspace') &&
    count !== undefined &&
    (!Number.isInteger(count) || count < 2 || count > mostPoints)
  ) {
    yield {
      at: call.args[2]!,
      message: `${name} takes 2 to ${numeral(mostPoints, 6)} points, but this is ${numeral(count, 6)}.`,
      advice: 'write a whole number',
    };
  }
  if (name === 'logspace' && first !== undefined && second !== undefined && (first <= 0 || second <= 0)) {
    yield {
      at: call,
      message: 'logspace needs two positive ends: its values stand in a constant ratio.',
      advice: 'use linspace, or ends above 0',
    };
  }
  if (name === 'range' && first !== undefined && second !== undefined && first >= second) {
    yield { at: call, message: 'The range ends where it begins, or before.', advice: 'write the lower end first' };
  }
}
export function* pairedListsMustBeEquallyLong(sweep: ast.Sweep, model: ModelView): Findings {
  const paired = model.property(sweep, 'paired');
  if (!ast.isRef(paired?.value) || paired.value.target.$refText !== 'yes') return;
  const lists = model
    .properties(sweep, 'vary')
    .flatMap((p) => (ast.isCall(p.value) ? [{ property: p, length: lengthOf(p.value, model) }] : []));
  const first = lists[0];
  for (const list of lists.slice(1)) {
    if (list.length === undefined || first?.length === undefined || list.length === first.length) continue;
    yield {
      at: part(list.property, 'value'),
      message: `Paired lists are equally long, but this has ${list.length} values and the first ${first.length}.`,
      advice: 'give both the same number of values, or leave paired out for every combination',
      related: [{ at: part(first.property, 'value'), message: `${first.length} values` }],
    };
  }
}
const lengthOf = (call: ast.Call, model: ModelView): number | undefined =>
  call.callee.$refText === 'list' ? call.args.length : model.number(call.args[2]?.value);
