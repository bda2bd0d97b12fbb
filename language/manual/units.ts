/** The page of units, from the table that the unit parser uses. */
import { dimensionText } from '../../solver/quantities/dimension.js';
import { units } from '../units/table.js';
import { allPrefixes, type UnitRecord } from '../units/unit.js';

const prefixText = (prefixes: string | undefined): string =>
  prefixes === undefined ? '' : prefixes === allPrefixes ? 'all' : `\`${prefixes}\``;

export function unitsPage(): string {
  const rows = Object.entries<UnitRecord>(units).map(([symbol, unit]) => {
    const spellings = [symbol, ...(unit.aliases ?? [])].map((spelling) => `\`${spelling}\``).join(', ');
    const value = unit.zero === undefined ? unit.factor : `${unit.factor}, zero at ${unit.zero} K`;
    return `| ${spellings} | ${unit.title} | ${value} | ${dimensionText(unit.dimension)} | ${prefixText(unit.prefixes)} |`;
  });
  const lines = [
    '# Units',
    '',
    'Generated from the table of units. A unit stands after its number and one blank: `0.35 W/(m*K)`, `4.5e-10 m²/s`.',
    '',
    '| unit | name | in SI base units | dimension | prefixes |',
    '|---|---|---|---|---|',
    ...rows,
  ];
  return lines.join('\n') + '\n';
}
