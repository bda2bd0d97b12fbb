/** What kind of name a reference asks for where it stands: species are found only where one is expected, words only where a property takes them. */
import type { AstNode, ReferenceInfo } from 'langium';
import { isPropertyName, usesIn } from '../../solver/quantities/catalogue.js';
import type { BlockKind } from '../../solver/quantities/property.js';
import { builtin } from '../catalogue/builtins.js';
import type { ParameterKind } from '../catalogue/builtin.js';
import { wordsIn } from '../catalogue/words.js';
import * as ast from '../generated/ast.js';

export type ExpectedName =
  | 'substance'
  | 'layer'
  | 'study'
  | 'medium'
  | 'data'
  | 'measure'
  | 'parameter'
  | 'column'
  | 'component or heat'
  | 'place'
  | 'moment or place'
  | 'word'
  | 'callable'
  | 'uncertain'
  | 'value';

/** The catalogue's name of a block is its node type in lower case. */
export const blockKindOf = (block: ast.Property['$container']): BlockKind => block.$type.toLowerCase() as BlockKind;

export function expectedName(info: ReferenceInfo): ExpectedName {
  const { container, property } = info;
  switch (container.$type) {
    case 'Solution':
    case 'Mixture':
    case 'Suspension':
    case 'Term':
      return 'substance';
    case 'Interface':
      return 'layer';
    case 'Plot':
    case 'Expect':
      return 'study';
    case 'Correlation':
      return property === 'names' ? 'uncertain' : 'value';
    case 'Property':
      return propertyArgument(container as ast.Property, info.index ?? 0);
    case 'Call':
      return 'callable';
    default:
      return property === 'target' ? inExpression(container as ast.Ref, info.reference.$refText) : 'value';
  }
}

/** `soret(ethanol)`, `set(hot)`, `onsager(A, heat)`, `unit(dw)`. */
function propertyArgument(property: ast.Property, index: number): ExpectedName {
  if (!isPropertyName(property.key)) return 'component or heat';
  const uses = usesIn(property.key, blockKindOf(property.$container));
  const kinds = new Set(uses.flatMap((use) => use.arguments?.[index] ?? use.arguments?.at(-1) ?? []));
  if (kinds.has('parameter')) return 'parameter';
  if (kinds.has('column')) return 'column';
  return kinds.has('component or heat') ? 'component or heat' : 'substance';
}

function inExpression(ref: ast.Ref, name: string): ExpectedName {
  const container: AstNode = ref.$container;
  if (ast.isProperty(container)) return propertyValue(container, name);
  if (!ast.isArgument(container)) return 'value';
  if (!ast.isCall(container.$container)) return 'moment or place';
  const kind = parameterKind(container);
  if (kind === 'substance') return 'substance';
  return (kind === 'place' && container.key === undefined) || kind === 'side' ? 'place' : 'value';
}

/** A lone word is read as such by a property that takes it; a declared name does not hide it. */
function propertyValue(property: ast.Property, name: string): ExpectedName {
  if (!isPropertyName(property.key)) return 'value';
  const block = blockKindOf(property.$container);
  if (wordsIn(property.key, block).includes(name)) return 'word';
  for (const { value } of usesIn(property.key, block))
    if (value === 'medium' || value === 'study' || value === 'data' || value === 'measure') return value;
  return 'value';
}

/** What the function called expects of an argument: by its name when it has one, else by its position. */
export function parameterKind(argument: ast.Argument): ParameterKind | undefined {
  const call = argument.$container;
  if (!ast.isCall(call)) return undefined;
  const parameters = builtin(call.callee.$refText, true)?.parameters;
  if (!parameters) return undefined;
  const named = argument.key === undefined ? undefined : parameters.find((parameter) => parameter.name === argument.key);
  return (named ?? parameters[call.args.indexOf(argument)] ?? parameters.at(-1))?.kind;
}
