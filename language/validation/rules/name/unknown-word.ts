import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { renamed } from '../../fixes.js';
import { refText, useOf, type ModelView } from '../../model-view.js';
import { didYouMean, nearest } from '../../nearest.js';
import { wordsOf } from '../../../catalogue/words.js';
import type * as ast from '../../../generated/ast.js';

export const unknownWord = diagnostic({
  code: 'name/unknown-word',
  severity: 'error',
  title: 'Unknown word',
  doc: 'Some properties take a word instead of a value: `diffusion = kinetic`, `dufour = off`, `thermophoresis = talbot`. Each has its own list.',
  bad: 'species P { molar_mass = 50 g/mol }\nspecies W { molar_mass = 18 g/mol }\nsolution s of P in W { diffusion(P) = 1e-9 m^2/s; dufour = of_course }\n',
  good: 'species P { molar_mass = 50 g/mol }\nspecies W { molar_mass = 18 g/mol }\nsolution s of P in W { diffusion(P) = 1e-9 m^2/s; dufour = off }\n',
});

export function* wordMustBeOneOfTheProperty(property: ast.Property, model: ModelView): Findings {
  const use = useOf(property);
  const words = use ? wordsOf(use) : [];
  if (!use || words.length === 0 || !property.value) return;
  const word = refText(property.value);
  if (word !== undefined && words.includes(word)) return;
  const takesValues = use.quantities !== undefined;
  if (takesValues && (word === undefined || model.named(word) || model.meaning.builtIn(word))) return;
  const meant = word === undefined ? undefined : nearest(word, words);
  yield {
    at: part(property, 'value'),
    message: word === undefined ? `${property.key} takes a word, not a value.` : `${property.key} does not know the word ${word}.`,
    advice: [didYouMean(meant), `write ${words.join(' or ')}${takesValues ? ', or a value' : ''}`].filter(Boolean).join(' '),
    fixes: (meant ? [meant] : words).map((w) => renamed(part(property, 'value'), w, `Use ${w}`)),
  };
}
