/** The sources of the data that a model uses, as BibTeX entries. */
import type { Problem, PropertyValue } from '../../../solver/problem.js';

/** Characters that TeX reads as commands. */
const escape = (text: string): string =>
  text.replace(/[\\{}]/g, '').replace(/[#$%&_~^]/g, (c) => `\\${c}${c === '~' || c === '^' ? '{}' : ''}`);

const texts = (owner: string, properties: readonly PropertyValue[]): readonly { readonly about: string; readonly text: string }[] =>
  properties.flatMap((p) =>
    p.name === 'reference' && p.value.kind === 'word'
      ? [{ about: p.of.length > 0 ? `${owner} (${p.of.join(', ')})` : owner, text: p.value.word }]
      : [],
  );

/** Every citation once, with what it is about. */
export function citations(problem: Problem): readonly { readonly text: string; readonly about: readonly string[] }[] {
  const all = [...problem.substances, ...problem.media].flatMap((item) => texts(item.name, item.properties));
  const merged = new Map<string, string[]>();
  for (const { about, text } of all) merged.set(text, [...(merged.get(text) ?? []), about]);
  return [...merged].map(([text, about]) => ({ text, about }));
}

export function bibtex(problem: Problem): string {
  return citations(problem)
    .map(({ text, about }, i) => {
      const doi = /\b10\.\d{4,9}\/[^\s"<>]+[^\s"<>.,;)]/.exec(text)?.[0];
      const year = /\b(1[89]|20)\d\d\b/.exec(doi ? text.replace(doi, '') : text)?.[0];
      const fields = [
        `  title = {{${escape(text)}}}`,
        ...(year ? [`  year = {${year}}`] : []),
        ...(doi ? [`  doi = {${doi}}`, `  url = {https://doi.org/${doi}}`] : []),
        `  note = {Data of ${escape(about.join(', '))}}`,
      ];
      return `@misc{soret${i + 1},\n${fields.join(',\n')}\n}\n`;
    })
    .join('\n');
}
