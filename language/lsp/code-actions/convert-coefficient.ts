/** Refactoring: the same thermodiffusion in another convention (S_T, D_T, α_T, k_T, Q*, Dᵀ), at the middle of the model's range. */
import { GrammarUtils } from 'langium';
import { CodeActionKind, type CodeAction } from 'vscode-languageserver-types';
import { catalogue, usesIn } from '../../../solver/quantities/catalogue.js';
import type { RelatedProperty } from '../../../solver/physics/index.js';
import { quantities } from '../../../solver/quantities/quantity.js';
import * as ast from '../../generated/ast.js';
import { blockKindOf } from '../../scope/expectation.js';
import { numeral, shortNumeral } from '../../../solver/quantities/numeral.js';
import type { BlockKind } from '../../../solver/quantities/property.js';
import { isMedium } from '../../validation/model-view.js';
import { isRelated } from '../hover/coefficient.js';
import { localPhysics } from '../hover/local-physics.js';
import { componentState, conversions } from '../../validation/coefficients/conventions.js';
import { action, nodeAt, type ActionContext } from './context.js';
import { literalOf, type Literal } from './literal.js';

/** The Onsager coefficient belongs to its matrix; a Dufour coefficient is a statement about heat. */
const excluded: ReadonlySet<RelatedProperty> = new Set(['onsager', 'dufour']);

export function convertCoefficient(context: ActionContext): CodeAction[] {
  const property = nodeAt(context, ast.isProperty);
  const medium = property?.$container;
  const literal = literalOf(property?.value);
  const component = property?.args[0]?.$refText;
  if (!property || !literal || component === undefined || !isMedium(medium) || !isRelated(property.key) || excluded.has(property.key))
    return [];
  const physics = localPhysics(medium, context.services);
  if (!physics) return [];
  const key = GrammarUtils.findNodeForProperty(property.$cstNode, 'key');
  const { components, kind } = physics.resolved.medium;
  const other = kind === 'mixture' ? components.find((name) => name !== component) : undefined;
  const first = componentState(physics, component);
  const own = first && conversions(physics, first).find(({ property: name }) => name === property.key)?.value;
  return [component, ...(other === undefined ? [] : [other])].flatMap((named) => {
    const known = componentState(physics, named);
    if (!known || !key) return [];
    // The other component in the same convention; the same component in the other conventions.
    const wanted = conversions(physics, known).filter(
      ({ property: name }) => !excluded.has(name) && (name === property.key) === (named === other),
    );
    return wanted.flatMap(({ property: name, value }) => {
      const turned = named === other && own !== undefined && shortNumeral(value) === shortNumeral(-own);
      const text = turned
        ? `${name}(${named}${optionsText(property)}) = ${negated(context.document.textDocument.getText(literal.range))}`
        : statement(name, named, value, literal, blockKindOf(medium));
      if (!text) return [];
      const { title, symbol } = catalogue[name];
      const at = `(at ${numeral(physics.state.get('T')!, 5)} K)`;
      const label = named === other ? `State for ${other} instead` : `State as ${title} ${symbol ?? ''} ${at}`;
      return [
        action(context, label, CodeActionKind.RefactorRewrite, [
          { range: { start: key.range.start, end: literal.range.end }, newText: text },
        ]),
      ];
    });
  });
}

/** The same digits with the other sign. */
const negated = (text: string): string => (text.startsWith('-') ? text.slice(1).trimStart() : `-${text.replace(/^\+\s*/, '')}`);
/** `, convention = minus_grad_lnT` as written. */
const optionsText = (property: ast.Property): string => property.options.map((option) => `, ${option.key} = ${option.word}`).join('');

/** `soret(ethanol) = -3.2e-3 +- 1e-4 1/K`: as it stands in the file, its uncertainty in proportion. */
function statement(name: RelatedProperty, component: string, value: number, literal: Literal, block: BlockKind): string | undefined {
  const use = usesIn(name, block, 1)[0];
  const quantity = use?.quantities?.[0];
  if (!use || quantity === undefined || quantity === 'measure' || quantity === 'argument') return undefined;
  const unit = quantities[quantity].units[0];
  const options = Object.entries(use.options ?? {}).map(([option, words]) => `, ${option} = ${words[0]}`);
  const error = literal.quantity.uncertainty;
  const scaled = error === undefined || literal.value === 0 ? '' : ` +- ${numeral(Math.abs((error / literal.value) * value), 2)}`;
  return `${name}(${component}${options.join('')}) = ${shortNumeral(value)}${scaled}${unit === '1' ? '' : ` ${unit}`}`;
}
