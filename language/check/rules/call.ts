/** Calls: functions, fields of a substance, functionals, lists, tables. */
import { functions } from '../../../solver/expression/functions.js';
import { dimension, per, raised, times, type Dimension } from '../../../solver/quantities/dimension.js';
import { quantities } from '../../../solver/quantities/quantity.js';
import type { BuiltinParameter, BuiltinRecord, ParameterKind } from '../../catalogue/builtin.js';
import { builtin, own } from '../../catalogue/builtins.js';
import { compositions } from '../../catalogue/fields.js';
import { functionals, type FunctionalName } from '../../catalogue/functionals.js';
import { lists } from '../../catalogue/lists.js';
import type * as ast from '../../generated/ast.js';
import { nearest } from '../../validation/nearest.js';
import type { Judge } from '../judge.js';
import { rangeOf, rangeOfPart, replaced, textOf } from '../ranges.js';
import { plain, pure, typeOfQuantity, type Type, type Typed } from '../type.js';
import { chosen, wantNumber } from './arithmetic.js';
import { wantArgument } from './expected.js';
import { substanceArgument, placeArguments, sideArgument } from './places.js';
import { tableType } from './table.js';

const metre = dimension({ m: 1 });

export function callType(call: ast.Call, judge: Judge): Typed {
  const name = call.callee.$refText;
  const record = builtin(name, true);
  if (!record?.parameters || call.callee.ref?.$type !== 'Let' || call.callee.ref.value !== undefined) {
    for (const { value } of call.args) judge.typeOf(value);
    if (call.callee.ref || record) reportNoFunction(call, judge);
    return undefined;
  }
  if (name === 'table') return tableType(call, judge);
  const bound = bind(call, record, judge);
  if (!bound) return undefined;
  if (own(lists, name)) return listType(name, bound, judge);
  if (own(compositions, name)) {
    substanceArgument(bound[0]!.argument, judge);
    return typeOfQuantity(quantities[compositions[name as keyof typeof compositions].quantity]);
  }
  if (own(functionals, name)) return functionalType(name as FunctionalName, call, bound, judge);
  return functionType(name, bound, judge);
}

function reportNoFunction(call: ast.Call, judge: Judge): void {
  const name = call.callee.$refText;
  judge.report({
    code: 'name/misplaced',
    severity: 'error',
    range: rangeOfPart(call, 'callee'),
    message: `${name} is not a function.`,
    advice: call.args.length === 1 ? `to multiply, write ${name} * (${textOf(call.args[0]!)})` : undefined,
    fixes:
      call.args.length === 1 ? [{ title: `Multiply: ${name} * (…)`, edits: [replaced(rangeOfPart(call, 'callee'), `${name} * `)] }] : [],
  });
}

/** An argument beside what it is an argument for. */
export interface Bound {
  readonly parameter: BuiltinParameter;
  readonly argument: ast.Argument;
}

/** Arguments in the order of the parameters; reports a wrong number or a wrong name. Places may be several (`x = …, y = …`). */
export function bind(call: ast.Call, record: BuiltinRecord, judge: Judge): readonly Bound[] | undefined {
  const bound = boundArguments(call, record);
  const name = call.callee.$refText;
  if (!('wrong' in bound)) return bound;
  for (const { value } of call.args) judge.typeOf(value);
  const { wrong } = bound;
  const signature = `${name}(${record.parameters!.map((p) => p.name).join(', ')}${record.variadic ? ', …' : ''})`;
  if (wrong === 'number')
    judge.report({
      code: 'name/arguments',
      severity: 'error',
      range: rangeOf(call),
      message: `${signature} ${call.args.length === 0 ? 'needs arguments' : `does not take ${call.args.length === 1 ? 'one argument' : `${call.args.length} arguments`}`}.`,
    });
  else {
    const meant = nearest(
      wrong.key!,
      record.parameters!.map((p) => p.name),
    );
    judge.report({
      code: 'name/arguments',
      severity: 'error',
      range: rangeOfPart(wrong, 'key'),
      message: `${signature} has no argument called ${wrong.key}.`,
      advice: meant && `did you mean ${meant}?`,
      fixes: meant ? [{ title: `Write ${meant}`, edits: [replaced(rangeOfPart(wrong, 'key'), meant)] }] : [],
    });
  }
  return undefined;
}

export function boundArguments(call: ast.Call, record: BuiltinRecord): readonly Bound[] | { readonly wrong: 'number' | ast.Argument } {
  const parameters = record.parameters!;
  const takesPlace = parameters.at(-1)?.kind === 'place';
  const filled = new Map<BuiltinParameter, ast.Argument>();
  const rest: Bound[] = [];
  for (const [index, argument] of call.args.entries()) {
    const coordinate = takesPlace && argument.key !== undefined && builtin(argument.key, false)?.category === 'coordinate';
    const named = argument.key === undefined ? undefined : parameters.find((p) => p.name === argument.key);
    if (argument.key !== undefined && !named && !coordinate) return { wrong: argument };
    const parameter = coordinate ? parameters.at(-1)! : (named ?? parameters[index]);
    if (parameter && !filled.has(parameter)) filled.set(parameter, argument);
    else if ((record.variadic && !named) || coordinate) rest.push({ parameter: parameters.at(-1)!, argument });
    else return { wrong: 'number' };
  }
  const reduces = call.args.length === 1 && (call.callee.$refText === 'min' || call.callee.$refText === 'max');
  if (!reduces && parameters.some((p) => !p.optional && !filled.has(p))) return { wrong: 'number' };
  return [...parameters.flatMap((parameter) => (filled.has(parameter) ? [{ parameter, argument: filled.get(parameter)! }] : [])), ...rest];
}

/** Functions of values, after the rules in the solver's own table. */
function functionType(name: string, bound: readonly Bound[], judge: Judge): Typed {
  const types = bound.map(({ argument }) => judge.typeOf(argument.value));
  const known = bound.map(({ argument }, i) => wantNumber(argument.value, types[i], judge));
  if (!known.every(Boolean)) return undefined;
  if (name === 'polynomial') return polynomialType(bound, types as Type[], judge);
  let first = types[0]!;
  let fine = true;
  for (const [i, { parameter, argument }] of bound.entries()) {
    if (parameter.kind === 'first') {
      const both = chosen(argument.value, bound[0]!.argument.value, first, argument.value, types[i]!, judge);
      if (both) first = both;
      fine = both !== undefined && fine;
    } else if (parameter.kind !== 'any') fine = wantArgument(name, parameter, argument.value, types[i]!, judge) && fine;
  }
  return fine ? resultOf(name, bound, first, judge) : undefined;
}

function resultOf(name: string, bound: readonly Bound[], first: Type, judge: Judge): Typed {
  const rule: ParameterKind = resultRules[name] ?? 'pure';
  if (rule === 'first') return { ...first, zero: undefined };
  if (rule !== 'root') return pure;
  const root = raised(first.dimension, 1 / 2);
  if (first.temperature === 'reading') {
    wantArgument(name, { name: 'x', kind: 'pure' }, bound[0]!.argument.value, first, judge);
    return undefined;
  }
  return root && plain(root);
}

/** polynomial(x, c0, c1, c2): each coefficient is c0 per power of x. */
function polynomialType(bound: readonly Bound[], types: readonly Type[], judge: Judge): Typed {
  const [x, constant] = types;
  if (x!.temperature === 'reading') {
    wantArgument('polynomial', { name: 'x', kind: 'temperature difference' }, bound[0]!.argument.value, x!, judge);
    return undefined;
  }
  let unit: Dimension = constant!.dimension;
  for (let i = 2; i < types.length; i++) {
    unit = per(unit, x!.dimension);
    const type = types[i]!;
    if (type.dimension === unit || type.zero) continue;
    wantArgument('polynomial', { name: `c${i - 1}`, kind: 'any' }, bound[i]!.argument.value, type, judge, plain(unit));
    return undefined;
  }
  return { ...constant!, zero: undefined };
}

function listType(name: string, bound: readonly Bound[], judge: Judge): Typed {
  const type = functionType(name, bound, judge);
  return type && { ...type, form: name === 'range' ? 'range' : 'list' };
}

function functionalType(name: FunctionalName, call: ast.Call, bound: readonly Bound[], judge: Judge): Typed {
  const fields: Typed[] = [];
  for (const { parameter, argument } of bound) {
    if (parameter.kind === 'substance') substanceArgument(argument, judge);
    else if (parameter.kind === 'side') sideArgument(argument, judge);
    else if (parameter.kind === 'any') {
      const type = judge.typeOf(argument.value);
      fields.push(wantNumber(argument.value, type, judge) ? type : undefined);
    }
  }
  const places = bound.filter(({ parameter }) => parameter.kind === 'place').map(({ argument }) => argument);
  if (places.length > 0) placeArguments(places, judge);
  const substance = bound.find(({ parameter }) => parameter.kind === 'substance')?.argument;
  return functionalResult(name, fields[0], substance && textOf(substance.value), judge);
}

/** Type of a functional's result; also for those without arguments (`entropy_production`). */
export function functionalResult(name: FunctionalName, field: Typed, substance: string | undefined, judge: Judge): Typed {
  const beyondVolume = raised(metre, judge.volume - 3)!;
  switch (functionals[name].result) {
    case 'first':
      return field && { ...field, zero: undefined };
    case 'first per length':
      return field && plain(per(field.dimension, metre));
    case 'first times volume':
      return field && plain(times(field.dimension, raised(metre, judge.volume)!));
    case 'length':
      return plain(metre);
    case 'time':
      return typeOfQuantity(quantities.time);
    case 'heat flux':
      return typeOfQuantity(quantities.heatFlux);
    case 'voltage':
      return plain(dimension({ kg: 1, m: 2, s: -3, A: -1 }));
    case 'entropy':
      return plain(times(dimension({ kg: 1, m: 2, s: -3, K: -1 }), beyondVolume));
    case 'amount': {
      const amount = substance === undefined ? undefined : judge.amountOf(substance);
      return amount && plain(times(amount.dimension, beyondVolume));
    }
    case 'flux': {
      const amount = substance === undefined ? undefined : judge.amountOf(substance);
      return amount && plain(times(amount.dimension, dimension({ m: -2, s: -1 })));
    }
  }
}

/** A list has the type of its values. */
const resultRules: Readonly<Record<string, ParameterKind>> = {
  ...Object.fromEntries(Object.entries(functions).map(([name, record]) => [name, record.result])),
  ...Object.fromEntries(Object.keys(lists).map((name) => [name, 'first'])),
};
