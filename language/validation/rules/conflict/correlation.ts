import { AstUtils } from 'langium';
import { numeral } from '../../../../solver/quantities/numeral.js';
import { correlationMatrix, factorOf, type Stated } from '../../../../solver/uncertainty/correlation.js';
import { signedLiteral } from '../../../check/rules/temperature.js';
import * as ast from '../../../generated/ast.js';
import { diagnostic } from '../../diagnostic.js';
import { part, type Finding, type Findings } from '../../finding.js';
import type { ModelView } from '../../model-view.js';
import { dependenciesOf } from '../../dependence.js';

export const correlation = diagnostic({
  code: 'conflict/correlation',
  severity: 'error',
  title: 'Correlation that cannot be',
  doc: '`correlation(a, b) = 0.6` says that two numbers stated with `±` were measured together: when one is larger than stated, so tends to be the other. Each is a `param` or a `let` whose value has one `±`; the coefficient lies between −1 and 1, and each pair is stated once. What is not stated is independent. Three numbers cannot be correlated at will: where a follows b and b follows c, a follows c.',
  bad: 'let a = 2 +- 0.1\nlet b = 3 +- 0.2\nlet d = a * b\ncorrelation(a, b) = 1.2\n',
  good: 'let a = 2 +- 0.1\nlet b = 3 +- 0.2\nlet d = a * b\ncorrelation(a, b) = 0.6\n',
});

export function* correlationMustBePossible(stated: ast.Correlation, model: ModelView): Findings {
  const { names, value } = stated;
  if (names.length !== 2) {
    yield {
      at: stated,
      message: `A correlation is of two numbers, but here are ${names.length}.`,
      advice: 'write correlation(a, b) = 0.6',
    };
    return;
  }
  if (pairOf(stated)[0] === pairOf(stated)[1]) yield { at: part(stated, 'names', 1), message: 'A number is not correlated with itself.' };
  for (const [i, { $refText: name }] of names.entries()) {
    const why = unfit(model.named(name));
    if (why) yield { at: part(stated, 'names', i), message: `${name} ${why[0]}.`, advice: why[1] };
  }
  if (!value) {
    yield { at: stated, message: 'This correlation has no value.', advice: 'write = and a number from -1 to 1' };
    return;
  }
  const number = model.number(value);
  if (number === undefined && [...dependenciesOf(value, model)].length > 0)
    yield { at: value, message: 'A correlation is a constant number.', advice: 'write one from -1 to 1' };
  if (number !== undefined && Math.abs(number) > 1)
    yield {
      at: value,
      message: `A correlation lies between -1 and 1, but this is ${numeral(number, 4)}.`,
      advice: 'write the coefficient, not a per cent value',
    };
  const twin = model.correlations.find((other) => keyOf(other) === keyOf(stated));
  if (twin && twin !== stated)
    yield {
      at: value,
      message: `The correlation of ${pairOf(stated).join(' and ')} is stated twice.`,
      related: [{ at: twin, message: 'first stated here' }],
    };
  const conflict = conflictIn(model);
  if (conflict?.at === value) yield conflict;
}

const pairOf = ({ names }: ast.Correlation): [string, string] => [names[0]!.$refText, names[1]!.$refText];
const keyOf = (stated: ast.Correlation): string =>
  stated.names
    .map((n) => n.$refText)
    .sort()
    .join('|');

/** Why a declaration has not one number with `±` of its own, and what to do. */
function unfit(target: ast.Declaration | undefined): readonly [why: string, advice: string] | undefined {
  if (!target) return undefined;
  if (!ast.isParam(target) && !ast.isLet(target)) return [`is a ${target.$type.toLowerCase()}`, 'name a param or a let'];
  const own = ast.isParam(target)
    ? [signedLiteral(target.value)?.literal].filter((q) => q?.uncertainty !== undefined)
    : target.value
      ? AstUtils.streamAst(target.value)
          .filter(ast.isQuantity)
          .filter((q) => q.uncertainty !== undefined)
          .toArray()
      : [];
  if (own.length === 1) return undefined;
  return own.length > 1
    ? ['is made of more than one number with ±', 'give each a let of its own']
    : ['has no ± of its own', `state its standard uncertainty: ${target.name} = value ± uncertainty`];
}

/** The statement to look at when all together cannot be true: the numbers of a triangle in words where one contradicts itself. */
function conflictIn(model: ModelView): Finding | undefined {
  const all = model.correlations.flatMap((node) => {
    const value = model.number(node.value);
    return node.names.length === 2 && value !== undefined && Math.abs(value) <= 1 ? [{ node, between: pairOf(node), value }] : [];
  });
  const names = [...new Set(all.flatMap(({ between }) => between))];
  const matrix = correlationMatrix(names, all);
  if (factorOf(matrix)) return undefined;
  const of = (a: number, b: number) => all.find(({ between }) => between.includes(names[a]!) && between.includes(names[b]!));
  const place = (one: (typeof all)[number] | undefined) => (one ? all.indexOf(one) : Infinity);
  for (const b of names.keys())
    for (const a of names.keys())
      for (const c of names.keys()) {
        const [first, second, third] = [of(a, b), of(b, c), of(a, c)];
        // Of three the last is judged.
        if (a >= c || a === b || b === c || !first || !second || place(third) < Math.max(place(first), place(second))) continue;
        const [middle, half] = [first.value * second.value, Math.sqrt((1 - first.value ** 2) * (1 - second.value ** 2))];
        if (Math.abs(matrix[a]![c]! - middle) <= half) continue;
        return {
          at: (third ?? all[Math.max(place(first), place(second))]!).node.value!,
          message: `${inWords(first)} and ${inWords(second)} leave ${numeral(middle - half, 3)} to ${numeral(middle + half, 3)} for ${names[a]} and ${names[c]}, ${third ? `but this is ${numeral(third.value, 3)}` : 'which are not stated to be correlated'}.`,
          advice: third ? 'correct one of the three' : `state correlation(${names[a]}, ${names[c]}), or weaken one of the two`,
          related: [first, second].map(({ node }) => ({ at: node, message: 'it follows from this' })),
        };
      }
  return {
    at: all.at(-1)!.node.value!,
    message: `No ${names.length} numbers can be correlated like ${names.join(', ')}: together they contradict each other.`,
    advice: 'take all coefficients from one covariance matrix, or weaken the strongest',
  };
}
const inWords = ({ between, value }: Stated): string => `correlation(${between.join(', ')}) = ${numeral(value, 3)}`;
