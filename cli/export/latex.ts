/** A LaTeX table of all measures with their errors, and of fitted parameters. */
import type { Outcome } from '../../solver/outcome.js';
import { hasResult } from '../report/run.js';
import type { Artefact } from './artefact.js';

const special: Readonly<Record<string, string>> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };
const escape = (text: string): string => text.replace(/[\\~^&%$#_{}]/g, (c) => special[c] ?? `\\${c}`);

/** `W/(m^2*K)` → `W/(m$^{2}$\,K)`. */
const unitText = (unit: string): string =>
  unit === '1' ? '' : unit.replace(/\*/g, '\\,').replace(/\^(-?\d+(?:\.\d+)?)/g, (_, power: string) => `$^{${power}}$`);

/**
 * `1.234(5) × 10^{-3}`: the bracket counts in units of the last digit. `numerical` alone is written with one digit; together with a
 * standard uncertainty the two are combined in quadrature and written with two.
 */
function number(value: number, numerical: number | undefined, standard: number | undefined): string {
  if (!Number.isFinite(value)) return '--';
  const combined = standard && standard > 0 ? Math.hypot(standard, numerical || 0) : numerical;
  const error = combined && combined > 0 && Number.isFinite(combined) ? Number(combined.toPrecision(combined === numerical ? 1 : 2)) : 0;
  const exponent = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  const scaled = exponent < -2 || exponent > 4 || (error >= 100 && exponent > 1) ? exponent : 0;
  const digits = error > 0 ? Math.max(0, Math.min(12, scaled - Math.floor(Math.log10(error)) + (combined === numerical ? 0 : 1))) : 6;
  const mantissa = (value / 10 ** scaled).toFixed(digits);
  const bracket = error > 0 ? `(${Math.max(1, Math.round((error / 10 ** scaled) * 10 ** digits))})` : '';
  const uncertain = combined !== undefined && !Number.isFinite(combined) ? unknown : bracket;
  return `$${mantissa}${uncertain}${scaled ? ` \\times 10^{${scaled}}` : ''}$`;
}

/** Behind a value whose error nothing is known of. */
const unknown = '^{*}';

type Row = { readonly text: string; readonly bracket?: string };

function rows(outcome: Outcome): Row[] {
  const line = (name: string, value: string, unit: string) =>
    `${escape(outcome.study)} & ${escape(name)} & ${value} & ${unitText(unit)} \\\\`;
  if (outcome.kind === 'fit')
    return Object.entries(outcome.parameters).map(([name, p]) => ({
      text: line(name, number(p.value, undefined, Math.hypot(p.standardError, p.propagated ?? 0)), p.unit),
      bracket: p.propagated ? brackets.fitAndStated : brackets.fit,
    }));
  if (outcome.kind === 'sweep' || !hasResult(outcome)) return [];
  const last = outcome.times.length - 1;
  return Object.entries(outcome.measures).map(([name, m]) => ({
    text: line(name, number(m.values[last] ?? NaN, m.errors[last], m.propagated?.[last]), m.unit),
    bracket: m.propagated?.[last] ? brackets.stated : brackets.numerical,
  }));
}
/** What stands in a bracket, for the notes below the table. */
const brackets = {
  numerical: 'one digit in brackets: estimated numerical error',
  stated: 'two digits in brackets: standard uncertainty from the numbers stated with $\\pm$, combined with the numerical error',
  fit: 'two digits in brackets: standard error of the fit',
  fitAndStated: 'two digits in brackets: standard error of the fit, combined with the uncertainty of the numbers stated with $\\pm$',
} as const;

export const latex: Artefact = {
  doc: 'latex: a table of the measures with their errors and uncertainties',
  files({ problem, result }, stem) {
    const table = result.outcomes.flatMap(rows);
    const notes: string[] = [...new Set(table.flatMap(({ text, bracket }) => (bracket && /\d\(\d/.test(text) ? [bracket] : [])))];
    if (table.some(({ text }) => text.includes(unknown))) notes.push(`$${unknown}$ error not estimated`);
    const lines = [
      `% ${problem.title} (model ${problem.hash})`,
      '\\begin{tabular}{llrl}',
      '\\hline',
      'study & measure & value & unit \\\\',
      '\\hline',
      ...table.map(({ text }) => text),
      ...result.outcomes
        .filter((outcome) => !hasResult(outcome))
        .map(
          ({ study, status }) =>
            `% ${study} has no values: it ${status === 'failed' ? 'failed' : 'was ended before the steady state was found'}`,
        ),
      '\\hline',
      ...notes.map((note) => `\\multicolumn{4}{l}{\\footnotesize ${note}} \\\\`),
      '\\end{tabular}',
      '',
    ];
    return [{ name: `${stem}.tex`, text: lines.join('\n') }];
  },
};
