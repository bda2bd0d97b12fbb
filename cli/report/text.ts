/** The report that a person reads after `soret run`. */
import type { FieldOutcome, FitOutcome, MeasureValues, Outcome, Propagation, Report, SweepOutcome } from '../../solver/outcome.js';
import type { Problem, WrittenUnit } from '../../solver/problem.js';
import { charts } from '../plot/curves.js';
import { terminalPlot } from '../plot/terminal.js';
import type { Terminal } from '../terminal.js';
import { formatDuration, formatMeasured, formatNumber, formatWithError, withUnit } from './number.js';
import { hasResult, type Run } from './run.js';

type Line = readonly [name: string, text: string];

/** Names in one column, values in the next. */
function aligned(lines: readonly Line[]): string[] {
  const width = Math.max(0, ...lines.map(([name]) => name.length));
  return lines.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
}

function measureLines(outcome: FieldOutcome): Line[] {
  const last = outcome.times.length - 1;
  return Object.entries(outcome.measures).flatMap(([name, m]): Line[] => [
    [name, measureText(m, last)],
    ...spreadLines(name, m, outcome.propagation, last),
  ]);
}
/** Measures that need a place of the data. */
const atPlaces = (problem: Problem, outcome: FieldOutcome): Line[] =>
  outcome.status === 'ok'
    ? problem.measures
        .filter(({ name }) => !(name in outcome.measures))
        .map(({ name }): Line => [name, 'has a value only in a fit, at the places of its data'])
    : [];
const measureText = (m: MeasureValues, i: number): string => {
  const spread = m.propagated?.[i];
  const value = formatWithError(m.values[i] ?? NaN, m.errors[i]);
  return withUnit(!spread ? value : `${value} ± ${formatNumber(spread, 2)}`, m.unit);
};

/** What the second ± comes from: the stated uncertainties that matter, or the interval of the samples. */
function spreadLines(name: string, m: MeasureValues, propagation: Propagation | undefined, i: number): Line[] {
  if (!propagation || !((m.propagated?.[i] ?? 0) > 0)) return [];
  const shares = propagation.sensitivities[name]?.shares;
  const largest = Array.from(shares ?? [], (share, k) => ({ share, source: propagation.sources[k]?.name ?? '' }))
    .filter(({ share }) => Math.abs(share) >= leastShare)
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share))
    .map(({ share, source }) => `${source} ${(100 * share).toFixed(Math.abs(share) < 0.1 ? 1 : 0)} %`);
  if (shares) return [['', `of its variance ${largest.join(', ')}`]];
  const samples = propagation.distributions[name];
  return samples
    ? [
        [
          '',
          `95 % of ${propagation.solves - 1 - propagation.failed} samples from ${formatNumber(samples.lower[i]!)} to ${formatNumber(samples.upper[i]!)}`,
        ],
      ]
    : [];
}
const legend = ({ method }: Propagation): string =>
  `  value ± numerical error ± standard uncertainty from the numbers stated with ± (${method === 'linear' ? 'first order' : 'Monte Carlo'})`;
/** Smaller parts of a variance are not named. */
const leastShare = 0.005;

function judgement(report: Report): Line[] {
  return [
    ...report.figures.map(
      (f): Line => [f.name, `${withUnit(formatWithError(f.value, f.error), f.unit)}${f.remark ? `  (${f.remark})` : ''}`],
    ),
    [
      'estimated error',
      Number.isFinite(report.errorEstimate)
        ? `${formatNumber(report.errorEstimate, 2)} of each field's range (asked for ${formatNumber(report.tolerance, 2)})`
        : 'not estimated: the run ended before there was a second one to compare with',
    ],
    [
      'balances',
      `mass drift ${formatNumber(report.massDrift, 2)}, energy residual ${formatNumber(report.energyResidual, 2)}, least entropy production ${formatNumber(report.entropyProductionMinimum, 3)} W/(K m³)`,
    ],
    [
      'effort',
      `${report.unknowns} unknowns (${report.scheme}, ${report.cells} cells${report.order > 1 ? ` of order ${report.order}` : ''}), ${report.steps} steps, ${report.rejected} rejected, ${formatDuration(report.wallMilliseconds / 1000)}`,
    ],
  ];
}

function head(outcome: Outcome): string {
  const span =
    outcome.kind === 'transient'
      ? ` to ${formatDuration(outcome.times.at(-1) ?? 0)}`
      : outcome.kind === 'sweep' || outcome.kind === 'fit'
        ? ` of ${outcome.of}`
        : '';
  return `${outcome.study}: ${outcome.kind}${span}${outcome.status === 'ok' ? '' : ` — ${outcome.status}`}`;
}

function trouble(outcome: Outcome): string[] {
  const reason = outcome.reason;
  return [
    ...(reason
      ? [
          `  ${reason.code}: ${reason.message}`,
          ...(reason.suggestion ? [`  ${reason.suggestion}`] : []),
          ...(reason.range ? [`  see line ${reason.range.start.line + 1} of the model`] : []),
        ]
      : []),
    ...outcome.warnings.map((w) => `  ${w.severity} ${w.code}: ${w.message}`),
  ];
}

/** Parameters in the units that the model writes them in. */
function sweepLines(outcome: SweepOutcome, problem: Problem): string[] {
  const parameters = Object.entries(outcome.parameters).map(([name, { unit, values }]) => {
    const { text, factor, offset } = problem.parameters.find((p) => p.name === name)?.written ?? { text: unit, factor: 1, offset: 0 };
    return [name, { unit: text || '1', values: values.map((si) => (si - offset) / factor) }] as const;
  });
  const measured = Object.entries(outcome.measures);
  const cases = parameters[0]?.[1].values.length ?? 0;
  const header = [...parameters.map(([n, p]) => withUnit(n, `[${p.unit}]`)), ...measured.map(([n, m]) => withUnit(n, `[${m.unit}]`))];
  const rows = Array.from({ length: Math.min(cases, 20) }, (_, i) => [
    ...parameters.map(([, p]) => formatNumber(p.values[i] ?? NaN)),
    ...measured.map(([, m]) => `${formatNumber(m.values[i] ?? NaN)}${m.propagated?.[i] ? ` ± ${formatNumber(m.propagated[i], 2)}` : ''}`),
  ]);
  const widths = header.map((h, j) => Math.max(h.length, ...rows.map((r) => r[j]!.length)));
  return [
    ...[header, ...rows].map((row) => `  ${row.map((text, j) => text.padStart(widths[j]!)).join('  ')}`),
    ...(cases > rows.length ? [`  … ${cases - rows.length} more cases: --format csv prints all`] : []),
    ...(outcome.interpolated
      ? [
          `  ${outcome.interpolated.filter((yes) => !yes).length} of ${cases} cases were solved, the others interpolated within their errors`,
        ]
      : []),
  ];
}

/** A fitted parameter in the unit that the model gives it in. */
function fittedText(
  { value, standardError, propagated, unit }: FitOutcome['parameters'][string],
  written: WrittenUnit | undefined,
): string {
  const { text, factor, offset } = written ?? { text: unit, factor: 1, offset: 0 };
  if (Number.isNaN(standardError)) return `${withUnit(formatNumber((value - offset) / factor), text)}, on its bound: no standard error`;
  const spread = propagated ? ` ± ${formatNumber(propagated / factor, 2)}` : '';
  return withUnit(`${formatMeasured((value - offset) / factor, standardError / factor)}${spread}`, text);
}

/** What parameters on their bounds leave undefined is not printed. */
const known = (figures: readonly (readonly [name: string, value: number])[], digits: number): Line[] =>
  figures.flatMap(([name, value]): Line[] => (Number.isNaN(value) ? [] : [[name, formatNumber(value, digits)]]));

function fitLines(outcome: FitOutcome, problem: Problem): string[] {
  const names = Object.keys(outcome.parameters);
  if (names.length === 0) return [];
  const observe = problem.studies.flatMap((s) => (s.kind === 'fit' && s.name === outcome.study ? [s.observe] : []))[0];
  const unit = problem.measures.find((m) => m.name === observe)?.unit ?? '1';
  return [
    ...aligned(
      Object.entries(outcome.parameters).map(([name, p]): Line => {
        const parameter = problem.parameters.find((known) => known.name === name);
        return [name, fittedText(p, parameter?.written)];
      }),
    ),
    ...aligned([
      ...Object.entries(outcome.measures).map(
        ([name, m]): Line => [
          `${name} at the end`,
          withUnit(
            `${formatMeasured(m.values[0] ?? NaN, m.errors[0] ?? NaN)}${m.propagated?.[0] ? ` ± ${formatNumber(m.propagated[0], 2)}` : ''}`,
            m.unit,
          ),
        ],
      ),
      ['residual (rms)', withUnit(formatNumber(outcome.residualRms), unit)],
      ...known([['condition number', outcome.conditionNumber]], 3),
      ...known(
        names.flatMap((a, i) =>
          names.slice(i + 1).map((b, j) => [`correlation ${a}, ${b}`, outcome.correlation[i]?.[i + 1 + j] ?? NaN] as const),
        ),
        4,
      ),
    ]),
    ...aligned(judgement(outcome.report)),
    ...(Object.values(outcome.parameters).some((p) => p.propagated)
      ? ['  value ± standard error from the data ± standard uncertainty from the numbers stated with ±']
      : []),
  ];
}

function body(outcome: Outcome, problem: Problem): string[] {
  if (outcome.kind === 'sweep') return sweepLines(outcome, problem);
  if (outcome.kind === 'fit') return fitLines(outcome, problem);
  if (!hasResult(outcome)) return outcome.status === 'cancelled' ? ['  ended before the steady state was found'] : [];
  return [
    ...aligned([...measureLines(outcome), ...atPlaces(problem, outcome), ...judgement(outcome.report)]),
    ...(outcome.propagation ? [legend(outcome.propagation)] : []),
  ];
}

function plots(problem: Problem, run: Run, terminal: Terminal): string[] {
  return run.result ? charts(problem, run.result).map((chart) => terminalPlot(chart, terminal.columns, terminal.colours)) : [];
}

export function runText(run: Run, terminal: Terminal): string {
  const { problem, result } = run;
  if (!problem || !result) return '';
  const studies = result.outcomes.map((outcome) => [head(outcome), ...body(outcome, problem), ...trouble(outcome), ''].join('\n'));
  const mark = (ok: boolean) => (terminal.colours ? `\u001b[${ok ? 32 : 31}m${ok ? '✓' : '✗'}\u001b[0m` : ok ? '✓' : '✗');
  const expectations = result.expectations.map((e) => `  ${mark(e.ok)} ${e.message}\n`);
  return [
    `${problem.title || run.file}\n`,
    `model ${problem.hash}\n\n`,
    ...studies.map((s) => `${s}\n`),
    ...plots(problem, run, terminal).map((plot) => `${plot}\n`),
    ...(expectations.length ? ['Expectations\n', ...expectations] : []),
  ].join('');
}
