/** Refactoring: the same thermodiffusion in another convention (S_T, D_T, α_T, k_T, Q*, Dᵀ), at the middle of the model's range. */
import { GrammarUtils } from 'langium';
import { CodeActionKind, type CodeAction } from 'vscode-languageserver-types';
import { catalogue, usesIn } from '../../../solver/quantities/catalogue.js';
import type { RelatedProperty } from '../../../solver/physics/index.js';
import { quantities } from '../../../solver/quantities/quantity.js';
import * as ast from '../../generated/ast.js';
import { blockKindOf } from '../../scope/expectation.js';
import { numeral } from '../../../solver/quantities/numeral.js';
import { isMedium } from '../../validation/model-view.js';
import { isRelated } from '../hover/coefficient.js';
import { componentState, conversions, localPhysics } from '../hover/local-physics.js';
import { action, nodeAt, type ActionContext } from './context.js';
import { literalOf } from './literal.js';

/** The Onsager coefficient belongs to its matrix; a Dufour coefficient is a statement about heat. */
const excluded: ReadonlySet<RelatedProperty> = new Set(['onsager', 'dufour']);
/** Digits of the new value. */
const digits = 6;

export function convertCoefficient(context: ActionContext): CodeAction[] {
  const property = nodeAt(context, ast.isProperty);
  const medium = property?.$container;
  const literal = literalOf(property?.value);
  const component = property?.args[0]?.$refText;
  if (!property || !literal || component === undefined || !isMedium(medium) || !isRelated(property.key) || excluded.has(property.key))
    return [];
  const physics = localPhysics(medium, context.services);
  const known = physics && componentState(physics, component);
  const key = GrammarUtils.findNodeForProperty(property.$cstNode, 'key');
  if (!physics || !known || !key) return [];
  const all = conversions(physics, known);
  const now = all.find((conversion) => conversion.property === property.key)?.value;
  const temperature = physics.state.get('T')!;
  return all.flatMap(({ property: name, value }) => {
    const use = usesIn(name, blockKindOf(medium), 1)[0];
    const quantity = use?.quantities?.[0];
    if (name === property.key || excluded.has(name) || !use || quantity === undefined || quantity === 'measure' || quantity === 'argument')
      return [];
    const unit = quantities[quantity].units[0];
    const options = Object.entries(use.options ?? {}).map(([option, words]) => `, ${option} = ${words[0]}`);
    const error = literal.quantity.uncertainty;
    const scaled = error === undefined || !now ? '' : ` +- ${numeral(Math.abs((error / literal.value) * value), 2)}`;
    const newText = `${name}(${component}${options.join('')}) = ${numeral(value, digits)}${scaled}${unit === '1' ? '' : ` ${unit}`}`;
    const range = { start: key.range.start, end: literal.range.end };
    return [
      action(
        context,
        `State as ${catalogue[name].title} ${catalogue[name].symbol ?? ''} (at ${numeral(temperature, 5)} K)`,
        CodeActionKind.RefactorRewrite,
        [{ range, newText }],
      ),
    ];
  });
}
