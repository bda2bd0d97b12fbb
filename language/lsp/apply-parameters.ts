/** Values of params back into their file: each in the unit of its own literal, with nothing around it changed. */
import { GrammarUtils, type LangiumDocument } from 'langium';
import type { SourceRange } from '../../solver/problem.js';
import { dimensionless } from '../../solver/quantities/dimension.js';
import * as ast from '../generated/ast.js';
import { numeral } from '../../solver/quantities/numeral.js';
import { convertNumber, fromSi } from '../units/convert.js';
import { siUnit, unitOrUndefined } from '../units/spelling.js';
import type { Unit } from '../units/parse.js';
import { fitEdits, type WrittenFit } from './write-fit.js';

export interface ParameterValue {
  readonly name: string;
  /** SI. */
  readonly value: number;
  /** SI, a difference. */
  readonly standardError?: number;
}
export interface ParameterEdit {
  readonly range: SourceRange;
  readonly newText: string;
}

/** `fit`: where the values come from, when they are fitted; `textOf` then gives the data file. */
export function applyParameters(
  document: LangiumDocument,
  values: readonly ParameterValue[],
  fit?: WrittenFit,
  textOf: (path: string) => string | null | undefined = () => undefined,
): ParameterEdit[] {
  const root = document.parseResult.value;
  if (!ast.isModel(root)) return [];
  const params = new Map(root.declarations.filter(ast.isParam).map((param) => [param.name, param]));
  const written = values.flatMap(({ name }) => params.get(name) ?? []);
  return [
    ...values.flatMap((value) => {
      const param = params.get(value.name);
      return (param && edit(document, param, value)) ?? [];
    }),
    ...(fit ? fitEdits(document as LangiumDocument<ast.Model>, written, fit, textOf) : []),
  ];
}

/** `-5 degC` and `5 degC`: a number with an optional sign and unit. */
function literalOf(value: ast.Expr): ast.Quantity | undefined {
  const inner = ast.isSigned(value) && value.operator !== 'not' ? value.operand : value;
  return ast.isQuantity(inner) ? inner : undefined;
}

function edit(document: LangiumDocument, param: ast.Param, { value, standardError }: ParameterValue): ParameterEdit | undefined {
  const cst = param.value?.$cstNode;
  if (!param.value || !cst) return undefined;
  const literal = literalOf(param.value);
  const unit = literal ? unitOrUndefined(literal.unit) : unitOrUndefined(siUnit(unitOfText(cst.text)?.dimension ?? dimensionless));
  const number = standardError === undefined ? convertNumber(value, undefined, unit) : withError(value, standardError, unit);
  const last = literal && lastOfNumber(literal, standardError !== undefined);
  const end = last ? last.range.end : cst.range.end;
  const newText = literal || !unit ? number : `${number} ${unit.text}`;
  return { range: { uri: document.uri.toString(), start: cst.range.start, end }, newText };
}
/** The number itself; its uncertainty too when that is replaced. */
function lastOfNumber(literal: ast.Quantity, withUncertainty: boolean) {
  const uncertainty = withUncertainty ? GrammarUtils.findNodeForProperty(literal.$cstNode, 'uncertainty') : undefined;
  return uncertainty ?? GrammarUtils.findNodeForProperty(literal.$cstNode, 'value');
}
/** Unit of the first literal of an expression. */
const unitOfText = (text: string): Unit | undefined => unitOrUndefined(/[0-9.]\s*((?:1\/)?[\p{L}°%][^\s;]*)/u.exec(text)?.[1]);

/** `3.2e-3 +- 0.1e-3`: the error with two digits, the value with two more than the error shows. */
function withError(value: number, standardError: number, unit: Unit | undefined): string {
  const written = fromSi(value, unit);
  const error = standardError / (unit?.factor ?? 1);
  if (!(error > 0) || !Number.isFinite(error)) return convertNumber(value, undefined, unit);
  const lastDigit = Math.floor(Math.log10(error)) - 3;
  const digits = Math.min(17, Math.max(1, Math.floor(Math.log10(Math.abs(written) || error)) - lastDigit + 1));
  return `${numeral(written, digits)} +- ${numeral(error, 2)}`;
}
