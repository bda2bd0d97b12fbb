/** A LaTeX table of all measures with their errors, and of fitted parameters. */
import type { Outcome } from '../../solver/outcome.js';
import type { Artefact } from './artefact.js';

const special: Readonly<Record<string, string>> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };
const escape = (text: string): string => text.replace(/[\\~^&%$#_{}]/g, (c) => special[c] ?? `\\${c}`);

/** `1.234(5) × 10^{-3}`: the error counts in units of the last digit. */
function number(value: number, error: number | undefined): string {
  if (!Number.isFinite(value)) return '--';
  const exponent = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  const scaled = exponent < -2 || exponent > 4 ? exponent : 0;
  const digits = error && error > 0 ? Math.max(0, Math.min(12, scaled - Math.floor(Math.log10(error)))) : 6;
  const mantissa = (value / 10 ** scaled).toFixed(digits);
  const uncertain = error && error > 0 ? `(${Math.max(1, Math.round((error / 10 ** scaled) * 10 ** digits))})` : '';
  return `$${mantissa}${uncertain}${scaled ? ` \\times 10^{${scaled}}` : ''}$`;
}

function rows(outcome: Outcome): string[] {
  const line = (name: string, value: string, unit: string) =>
    `${escape(outcome.study)} & ${escape(name)} & ${value} & ${escape(unit === '1' ? '' : unit)} \\\\`;
  if (outcome.kind === 'fit')
    return Object.entries(outcome.parameters).map(([name, p]) => line(name, number(p.value, p.standardError), p.unit));
  if (outcome.kind === 'sweep') return [];
  const last = outcome.times.length - 1;
  return Object.entries(outcome.measures).map(([name, m]) => line(name, number(m.values[last] ?? NaN, m.errors[last]), m.unit));
}

export const latex: Artefact = {
  doc: 'latex: a table of the measures with their errors',
  files({ problem, result }, stem) {
    const lines = [
      `% ${problem.title} (model ${problem.hash})`,
      '\\begin{tabular}{llrl}',
      '\\hline',
      'study & measure & value & unit \\\\',
      '\\hline',
      ...result.outcomes.flatMap(rows),
      '\\hline',
      '\\end{tabular}',
      '',
    ];
    return [{ name: `${stem}.tex`, text: lines.join('\n') }];
  },
};
