import type { PropertyUse } from '../../../../solver/quantities/property.js';
import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { renamed } from '../../fixes.js';
import { isMedium, isStudy, refText, useOf, type ModelView } from '../../model-view.js';
import { didYouMean, nearest } from '../../nearest.js';
import * as ast from '../../../generated/ast.js';

export const wrongKind = diagnostic({
  code: 'name/wrong-kind',
  severity: 'error',
  title: 'Name of the wrong kind of thing',
  doc: '`medium` takes the name of a solution, mixture, suspension or solid; `study` and `start` that of a study; `observations` that of a `data` block; `observe` that of a measure; a file name is text in quotes.',
  bad: 'species water { molar_mass = 18.015 g/mol }\ngeometry slab { length = 1 mm; medium = water }\n',
  good: 'species water { molar_mass = 18.015 g/mol }\nsolid wall { conductivity = 1 W/(m*K) }\ngeometry slab { length = 1 mm; medium = wall }\n',
});

type Kind = NonNullable<PropertyUse['value']>;
const expected: { readonly [K in Kind]?: { readonly words: string; readonly is: (node: unknown) => boolean } } = {
  medium: { words: 'a solution, mixture, suspension or solid', is: isMedium },
  study: { words: 'a study', is: isStudy },
  data: { words: 'a data block', is: ast.isData },
  measure: { words: 'a measure', is: ast.isMeasure },
};

export function* nameMustBeOfTheRightKind(property: ast.Property, model: ModelView): Findings {
  const use = useOf(property);
  if (!use?.value || !property.value) return;
  if (use.value === 'text') {
    if (ast.isText(property.value) || use.quantities) return;
    yield { at: part(property, 'value'), message: `${property.key} is text.`, advice: 'put it in double quotes' };
    return;
  }
  const want = expected[use.value];
  if (!want) return;
  const name = refText(property.value);
  const target = name === undefined ? undefined : model.named(name);
  if (target && want.is(target)) return;
  const candidates = model.root.declarations.flatMap((d) => (want.is(d) && 'name' in d ? [d.name] : []));
  const meant = name === undefined ? undefined : nearest(name, candidates);
  const suggestions = meant ? [meant] : candidates.slice(0, 4);
  yield {
    at: part(property, 'value'),
    message:
      name === undefined
        ? `${property.key} takes the name of ${want.words}.`
        : target
          ? `${property.key} takes the name of ${want.words}, but ${name} is a ${target.$type.toLowerCase()}.`
          : `There is no ${want.words.replace(/^an? /, '')} called ${name}.`,
    advice: didYouMean(meant) ?? (candidates.length > 0 ? `declared here: ${candidates.join(', ')}` : `declare ${want.words} first`),
    related: target ? [{ at: part(target, 'name'), message: `${name} is declared here` }] : [],
    fixes: suggestions.map((s) => renamed(part(property, 'value'), s, `Use ${s}`)),
  };
}
