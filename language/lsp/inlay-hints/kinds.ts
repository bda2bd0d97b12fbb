/** Kinds of inlay hint, each with its own setting `soret.inlayHints.<kind>`; all are on unless turned off. */
import type { AstNode, LangiumDocument } from 'langium';
import { InlayHintKind, type InlayHint, type Position } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.js';
import { numeral } from '../../../solver/quantities/numeral.js';
import { differenceToSi, toSi } from '../../units/convert.js';
import { siUnit, typeset, unitOrUndefined } from '../../units/spelling.js';
import { conditionsOf } from '../../validation/conditions.js';
import type { LastRun } from '../last-results.js';

export interface HintContext {
  readonly document: LangiumDocument;
  readonly last: LastRun | undefined;
}
export type HintRule = (node: AstNode, context: HintContext) => InlayHint[];

const after = (node: AstNode, label: string, tooltip?: string): InlayHint[] => {
  const position = node.$cstNode?.range.end;
  return position ? [hint(position, label, tooltip)] : [];
};
const hint = (position: Position, label: string, tooltip?: string): InlayHint => ({
  position,
  label,
  kind: InlayHintKind.Type,
  paddingLeft: true,
  ...(tooltip ? { tooltip } : {}),
});

/** A unit that only shifts the decimal point (`mm`, `g/mol`, `%`) needs no hint: everybody does that in the head. */
const shiftsThePoint = (factor: number): boolean => Math.abs(Math.log10(factor) - Math.round(Math.log10(factor))) < 1e-12;

/** `30 degC` is 303.15 K: literals whose SI value has other digits. */
const siValues: HintRule = (node) => {
  if (!ast.isQuantity(node)) return [];
  const unit = unitOrUndefined(node.unit);
  if (!unit || (shiftsThePoint(unit.factor) && unit.zero === 0) || !Number.isFinite(node.value)) return [];
  const sign = ast.isSigned(node.$container) && node.$container.operator === '-' ? -1 : 1;
  const si = siUnit(unit.dimension);
  const error = node.uncertainty === undefined ? '' : ` ± ${numeral(differenceToSi(node.uncertainty, unit), 3)}`;
  return after(node, `${numeral(toSi(sign * node.value, unit), 6)}${error}${si === '1' ? '' : ` ${typeset(si)}`}`);
};

/** A coefficient of a pair that is symmetric states the other order too. */
const symmetricPairs: HintRule = (node) => {
  if (!ast.isProperty(node) || (node.key !== 'onsager' && node.key !== 'maxwell_stefan') || node.args.length !== 2 || !node.value)
    return [];
  const [first, second] = node.args.map((argument) => argument.$refText);
  if (first === second) return [];
  const isStated = node.$container.properties.some(
    (other) => other.key === node.key && other.args[0]?.$refText === second && other.args[1]?.$refText === first,
  );
  return isStated ? [] : after(node.value, `= ${node.key}(${second}, ${first})`, 'The pair is symmetric.');
};

/** What a wall does that states nothing about heat or about matter. */
const defaults: HintRule = (node) => {
  if (!ast.isBoundary(node)) return [];
  const states = (balance: 'heat' | 'matter'): boolean => conditionsOf([node], balance).length > 0;
  const words = [...(states('heat') ? [] : ['insulated']), ...(states('matter') ? [] : ['sealed'])];
  return words.length
    ? after(node, words.join(', '), 'Nothing passes a wall that does not say otherwise: the total flux is zero, its thermal part included.')
    : [];
};

/** What the last run gave for a measure. */
const lastMeasures: HintRule = (node, { last }) => {
  if (!ast.isMeasure(node) || !last) return [];
  const own = last.measures.filter((measure) => measure.name === node.name);
  return own.length
    ? after(
        node,
        own.map((measure) => (own.length > 1 ? `${measure.study}: ${measure.text}` : `= ${measure.text}`)).join(', '),
        'Result of the last run.',
      )
    : [];
};

export const hintKinds = { siValues, symmetricPairs, defaults, lastMeasures } as const satisfies Record<string, HintRule>;
export type HintKind = keyof typeof hintKinds;
