/** The page of the equations: what each term adds, what each condition of a wall imposes, and which properties feed them. */
import { boundaryConditions } from '../../solver/physics/boundaries/index.js';
import type { BoundaryCondition } from '../../solver/physics/boundaries/condition.js';
import { terms } from '../../solver/physics/terms/index.js';
import type { Term } from '../../solver/physics/terms/term.js';
import { catalogue, type PropertyName } from '../../solver/quantities/catalogue.js';
import type { BlockKind } from '../../solver/quantities/property.js';

/** Where what a term is fed by may be stated, in the order of the page. */
const places: readonly BlockKind[] = ['solution', 'mixture', 'suspension', 'solid', 'species', 'particle', 'geometry'];

function propertyRow(name: PropertyName, blocks: readonly BlockKind[]): string {
  const { symbol, title, uses } = catalogue[name];
  const stated = blocks.filter((block) => uses.some((use) => use.in.includes(block)));
  const links = stated.map((block) => `[${block}](properties.md#${block})`).join(', ');
  return `| \`${name}\` | ${symbol ?? ''} | ${title} | ${links} |`;
}
const propertyTable = (names: readonly PropertyName[], blocks: readonly BlockKind[]): string[] => [
  '| property | symbol | meaning | stated in |',
  '|---|---|---|---|',
  ...names.map((name) => propertyRow(name, blocks)),
];
const heading = (title: string): string => `### ${title.charAt(0).toUpperCase()}${title.slice(1)}`;
const code = (text: string): string[] => ['```soret', ...text.split('\n'), '```'];

const entropy: Readonly<Record<Term['entropy'], string>> = {
  dissipates: 'Its fluxes produce entropy.',
  none: 'It produces no entropy.',
};
const termSection = ({ title, equation, coefficients, entropy: kind, example }: Term): string[] => [
  '',
  heading(title),
  '',
  `    ${equation}`,
  '',
  `${entropy[kind]} What feeds it:`,
  '',
  ...propertyTable(coefficients, places),
  '',
  ...code(example),
];

const effect: Readonly<Record<BoundaryCondition['kind'], string>> = {
  value: 'fixes the value at the wall',
  flux: 'imposes a flux into the domain',
  exchange: 'exchanges with the surroundings, until they are in equilibrium',
};
function conditionSection({ property, title, equation, balance, kind, towards, example }: BoundaryCondition): string[] {
  const names = [property, ...(towards && towards !== property ? [towards] : [])];
  return [
    '',
    heading(title),
    '',
    `    ${equation}`,
    '',
    `Closes the balance of ${balance === 'heat' ? 'heat' : 'the component in the parentheses'}: ${effect[kind]}.`,
    '',
    ...propertyTable(names, ['boundary']),
    '',
    ...code(`boundary left { ${example} }`),
  ];
}

export const equationsPage = (): string =>
  [
    '# Terms and walls',
    '',
    'Generated from the records of the physics. How the terms stand together: [Physics](../manual/physics.md).',
    '',
    'u is the composition variable (w in mixtures, c in solutions and suspensions); s is ρ in mixtures and 1 elsewhere, times the porosity;',
    'n_in points into the domain.',
    '',
    '## Terms',
    ...terms.flatMap(termSection),
    '',
    '## Conditions at walls',
    '',
    'A wall that states nothing is insulated and sealed: the total flux is zero, thermodiffusion included.',
    ...boundaryConditions.flatMap(conditionSection),
  ].join('\n') + '\n';
