/** The page of all properties, block by block, from the catalogue. */
import { catalogue, propertyNames, usesIn } from '../../solver/quantities/catalogue.js';
import type { BlockKind, PropertyUse } from '../../solver/quantities/property.js';
import { quantities } from '../../solver/quantities/quantity.js';

const chapters: readonly { readonly title: string; readonly blocks: readonly BlockKind[] }[] = [
  { title: 'Matter', blocks: ['species', 'particle', 'solution', 'mixture', 'suspension', 'solid'] },
  { title: 'Place', blocks: ['geometry', 'layer', 'interface', 'initial', 'boundary', 'source', 'reaction'] },
  { title: 'Studies and data', blocks: ['steady', 'transient', 'sweep', 'fit', 'data'] },
];

const dependences = {
  number: 'a number',
  parameter: 'params and lets',
  time: '… and `t`',
  place: '… and the coordinates',
  state: '… and T, composition, place, time',
} as const;

const escaped = (text: string): string => text.replaceAll('|', '\\|');

/** What may be written after `=`, in words. */
function valueText(use: PropertyUse): string {
  const quantity = (use.quantities ?? []).map((name) =>
    name === 'measure' || name === 'argument'
      ? `in the unit of its ${name}`
      : `${quantities[name].title} (\`${quantities[name].units[0]}\`)`,
  );
  const words = (use.words ?? []).map((word) => `\`${word}\``);
  const other = use.value && !(use.value === 'list' || use.value === 'range') ? [use.value] : [];
  const list = use.value === 'list' ? ['a list'] : use.value === 'range' ? ['`range(low, high)`'] : [];
  return [...quantity, ...list, ...words, ...other].join(', or ');
}

function rows(block: BlockKind): string[] {
  return propertyNames.flatMap((name) =>
    usesIn(name, block).map((use) => {
      const record = catalogue[name];
      const options = Object.entries(use.options ?? {}).map(([option, words]) => `${option} = ${words.join(' / ')}`);
      const inside = [...(use.arguments ?? []), ...options].join(', ');
      const form = `\`${name}${inside ? `(${inside})` : ''}\`${use.required ? ' (required)' : ''}`;
      const limits = use.must ? `; must ${use.must}` : '';
      const depends = use.depends ? dependences[use.depends] : '';
      const formula = record.formula ? ` ${record.formula}.` : '';
      return `| ${[form, record.symbol ?? '', valueText(use) + limits, depends, record.doc + formula].map(escaped).join(' | ')} |`;
    }),
  );
}

export function propertiesPage(): string {
  const lines = [
    '# Properties',
    '',
    'Generated from the catalogue of properties. "May depend on" lists what the expression after `=` may contain.',
  ];
  for (const { title, blocks } of chapters) {
    lines.push('', `## ${title}`);
    for (const block of blocks) {
      lines.push(
        '',
        `### ${block}`,
        '',
        '| property | symbol | value | may depend on | meaning |',
        '|---|---|---|---|---|',
        ...rows(block),
      );
    }
  }
  return lines.join('\n') + '\n';
}
