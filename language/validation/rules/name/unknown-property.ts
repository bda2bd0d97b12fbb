import { catalogue, isPropertyName, propertyNames, usesIn, type PropertyName } from '../../../../solver/quantities/catalogue.js';
import { SoretGrammar } from '../../../generated/grammar.js';
import { grammarWords } from '../../../lsp/grammar-words.js';
import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { renamed } from '../../fixes.js';
import { blockKind } from '../../model-view.js';
import { didYouMean, nearest } from '../../nearest.js';
import type * as ast from '../../../generated/ast.js';

export const unknownProperty = diagnostic({
  code: 'name/unknown-property',
  severity: 'error',
  title: 'Unknown property',
  doc: 'The language knows a fixed list of properties; the manual lists them with their units. A misspelt one is never ignored: the model would silently run without it.',
  bad: 'solid steel { conductivty = 50 W/(m*K) }\n',
  good: 'solid steel { conductivity = 50 W/(m*K) }\n',
});

export function* propertyMustBeKnown(property: ast.Property): Findings {
  if (isPropertyName(property.key)) return;
  const kind = blockKind(property.$container);
  const here = propertyNames.filter((name) => usesIn(name, kind).length > 0);
  const words = [...here, ...(grammarWords(SoretGrammar()).nested.get(kind) ?? [])];
  const meant = bySymbol(property.key, here) ?? nearest(property.key, words) ?? nearest(property.key, propertyNames);
  yield {
    at: part(property, 'key'),
    message: `There is no property called ${property.key}.`,
    advice: didYouMean(meant) ?? `a ${kind} has ${here.join(', ')}`,
    fixes: meant === undefined ? [] : [renamed(part(property, 'key'), meant)],
  };
}

/** What books write for a property: `S_T`, `lambda`, `rho`, `cp`. */
function bySymbol(written: string, names: readonly PropertyName[]): PropertyName | undefined {
  const isCalled = (spelt: (symbol: string) => string) => names.find((name) => spelt(catalogue[name].symbol ?? '') === spelt(written));
  return isCalled((symbol) => symbol) ?? isCalled(plain);
}
const letters: Readonly<Record<string, string>> = { α: 'alpha', β: 'beta', λ: 'lambda', ρ: 'rho', η: 'eta', φ: 'phi', τ: 'tau' };
const plain = (symbol: string): string => symbol.replace(/[α-ω]/g, (letter) => letters[letter] ?? letter).replace(/[_₀]/g, '');
