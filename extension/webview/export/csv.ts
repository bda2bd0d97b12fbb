/** Comma-separated values (RFC 4180) with comment lines that say where the numbers come from. */
import type { Figure } from '../figures/figure.js';
import { plain } from '../format/text.js';
import type { FinishedRun } from '../state/state.js';
import { blocksOf, type Block } from './columns.js';
import { version } from './version.js';

/** Quotes where the format needs it; a leading formula sign is disarmed for spreadsheets. */
const cell = (text: string): string => {
  const safe = /^[=+@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
const heading = (name: string, unit: string): string => cell(unit === '' ? name : `${name} [${unit}]`);

const linesOf = (block: Block): readonly string[] => {
  const n = block[0]?.values.length ?? 0;
  const rows = Array.from({ length: n }, (_, i) => block.map(({ values }) => String(values[i] ?? '')).join(','));
  return [block.map(({ name, unit }) => heading(name, unit)).join(','), ...rows];
};

export function figureLines(figure: Figure): readonly string[] {
  switch (figure.kind) {
    case 'lines':
      return blocksOf(figure).flatMap((block, i) => (i === 0 ? linesOf(block) : ['', ...linesOf(block)]));
    case 'map':
      return [
        [
          heading(plain(figure.x.symbol), figure.x.unit),
          heading(plain(figure.t.symbol), figure.t.unit),
          heading(plain(figure.value.symbol), figure.value.unit),
        ].join(','),
        ...Array.from(figure.grid().times).flatMap((t, j) =>
          Array.from(figure.grid().places, (x, i) => `${x},${t},${figure.grid().values[j * figure.grid().places.length + i]}`),
        ),
      ];
    case 'matrix':
      return [
        ['', ...figure.names.map(cell)].join(','),
        ...figure.names.map((name, i) => [cell(name), ...(figure.entries[i] ?? []).map((e) => String(e.value))].join(',')),
        '',
        ['units', ...figure.names.map(cell)].join(','),
        ...figure.names.map((name, i) => [cell(name), ...(figure.entries[i] ?? []).map((e) => cell(e.unit))].join(',')),
      ];
    case 'spectrum':
      return ['eigenvalue', ...figure.values.map(String)];
    case 'ellipse':
      return [
        `parameter,value,standard error,unit`,
        [cell(plain(figure.x.symbol)), figure.centre[0], figure.standardErrors[0], cell(figure.x.unit)].join(','),
        [cell(plain(figure.y.symbol)), figure.centre[1], figure.standardErrors[1], cell(figure.y.unit)].join(','),
        `correlation,${figure.correlation},,1`,
      ];
  }
}

/** Where the numbers come from: title, model hash, version, parameter values. */
export function provenance(run: FinishedRun, study: string): readonly string[] {
  const parameters = run.problem.parameters.map((p) => `${p.name} = ${run.parameters[p.name] ?? p.value} ${p.unit}`);
  return [
    run.problem.title === '' ? '' : run.problem.title.replace(/\s+/g, ' '),
    `study ${study}, model ${run.problem.hash}, Soret ${version}`,
    parameters.length > 0 ? `parameters: ${parameters.join(', ')}` : '',
    'all values in SI units as given in the heads of the columns',
  ].filter((line) => line !== '');
}

export function csv(run: FinishedRun, study: string, figures: readonly Figure[]): string {
  const lines = provenance(run, study).map((line) => `# ${line}`);
  for (const figure of figures) lines.push('', `# ${plain(figure.title)}: ${figure.statement}`, ...figureLines(figure));
  return lines.join('\r\n') + '\r\n';
}
