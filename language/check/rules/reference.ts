/** Names in expressions. */
import { quantities } from '../../../solver/quantities/quantity.js';
import { builtin, own } from '../../catalogue/builtins.js';
import { fields } from '../../catalogue/fields.js';
import { functionals, type FunctionalName } from '../../catalogue/functionals.js';
import { preludeUri } from '../../catalogue/prelude.js';
import type * as ast from '../../generated/ast.js';
import type { Judge } from '../judge.js';
import { rangeOf, replaced } from '../ranges.js';
import { typeOfQuantity, type Typed } from '../type.js';
import { functionalResult } from './call.js';

/** Built-in names but the constants are `let`s without a value in the prelude. */
export const isBuiltinTarget = (target: ast.Named | undefined): boolean =>
  target?.$type === 'Let' && target.value === undefined && target.$container?.$document?.uri.toString() === preludeUri;

export function referenceType(ref: ast.Ref, judge: Judge): Typed {
  const target = ref.target.ref;
  if (!target) return undefined;
  const name = ref.target.$refText;
  if (isBuiltinTarget(target)) return builtinType(ref, name, judge);
  switch (target.$type) {
    case 'Param':
    case 'Let':
    case 'Measure':
      return judge.typeOfNamed(target);
    case 'Species':
    case 'Particle':
      judge.report({
        code: 'name/misplaced',
        severity: 'error',
        range: rangeOf(ref),
        message: `${name} is a ${target.$type.toLowerCase()}, not a value.`,
        advice: `write w(${name}), x(${name}) or c(${name})`,
        fixes: ['w', 'x', 'c'].map((measure) => ({
          title: `Write ${measure}(${name})`,
          edits: [replaced(rangeOf(ref), `${measure}(${name})`)],
        })),
      });
      return undefined;
    default:
      judge.report({
        code: 'name/misplaced',
        severity: 'error',
        range: rangeOf(ref),
        message: `${name} is a ${target.$type.toLowerCase()}, not a value.`,
      });
      return undefined;
  }
}

function builtinType(ref: ast.Ref, name: string, judge: Judge): Typed {
  const field = own(fields, name);
  if (field) return typeOfQuantity(quantities[field.quantity]);
  if (own(functionals, name)?.parameters.length === 0) return functionalResult(name as FunctionalName, undefined, undefined, judge);
  const record = builtin(name, false);
  if (record?.category === 'place') return { ...typeOfQuantity(quantities.number), form: 'place' };
  if (record?.category === 'word' || !record) return { ...typeOfQuantity(quantities.number), form: 'name' };
  judge.report({
    code: 'name/misplaced',
    severity: 'error',
    range: rangeOf(ref),
    message: `${name} is a function: it needs its arguments.`,
    advice: `write ${name}(${record.parameters?.map((p) => p.name).join(', ') ?? ''})`,
  });
  return undefined;
}
