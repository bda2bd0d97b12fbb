/** What `soret design` found, for people and as JSON (SI units). */
import type { Design, Goal } from '../../solver/design/design.js';
import type { Reach } from '../../solver/design/reach.js';
import type { Measure, Parameter, Problem, Study } from '../../solver/problem.js';
import { formatDuration, formatNumber, withUnit } from './number.js';

export interface Designed {
  readonly problem: Problem;
  readonly file: string;
  readonly study: Study;
  readonly measure: Measure;
  readonly time?: number;
  readonly goal?: Goal;
  readonly result: Design;
}

const plain = { text: '1', factor: 1, offset: 0 } as const;
/** In the unit that the model writes the parameter in. */
function written(problem: Problem, name: string, si: number): string {
  const { text, factor, offset } = problem.parameters.find((p) => p.name === name)?.written ?? plain;
  return withUnit(formatNumber((si - offset) / factor, 5), text);
}
const isReading = (parameter: Parameter | undefined): boolean => (parameter?.written.offset ?? 0) !== 0;

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, c) => Math.max(...rows.map((row) => row[c]!.length)));
  return rows.map((row) => `  ${row.map((text, c) => text.padEnd(widths[c]!)).join('  ')}`.trimEnd());
}

function sensitivityTable({ problem, measure, result }: Designed): string[] {
  const { each, value } = result.sensitivities;
  const rows = each.map(({ name, value: at, derivative, effect }) => {
    const parameter = problem.parameters.find((p) => p.name === name);
    const { text, factor } = parameter?.written ?? plain;
    const per = text === '1' ? '' : ` per ${text}`;
    const relative = isReading(parameter) || value === 0 ? '' : `${formatNumber((derivative * at) / value, 3)} % per %`;
    const ranged = parameter?.low !== undefined && parameter.high !== undefined;
    return [
      name,
      parameter ? written(problem, name, at) : formatNumber(at, 5),
      `${withUnit(formatNumber(derivative * factor, 4), measure.unit)}${per}`,
      relative,
      ranged ? `${withUnit(formatNumber(effect, 3), measure.unit)} over its range` : '',
    ];
  });
  return rows.length > 0
    ? table([['parameter', 'value', `change of ${measure.name}`, '', ''], ...rows])
    : ['  The model has no param and no number with ±.'];
}

function reachLine(designed: Designed, r: Reach): string[] {
  const { problem, measure } = designed;
  const range = `${written(problem, r.parameter, r.low)} to ${written(problem, r.parameter, r.high)}`;
  const failed = r.failed > 0 ? `; ${r.failed} of the values tried have no solution` : '';
  if (r.reachedAt === undefined)
    return [
      r.parameter,
      'not reached',
      `from ${range}; nearest ${withUnit(formatNumber(r.nearest.measure, 4), measure.unit)} at ${written(problem, r.parameter, r.nearest.value)}${failed}`,
    ];
  const more = r.crossings > 1 ? `; ${r.crossings} such values from ${range}, this is the nearest` : '';
  return [r.parameter, written(problem, r.parameter, r.reachedAt), `the others as they are${more}${failed}`];
}

function goalLines(designed: Designed): string[] {
  const { problem, measure, goal, result } = designed;
  if (!goal) return [];
  if (goal.kind === 'reach')
    return [
      '',
      `${measure.name} = ${withUnit(formatNumber(goal.wanted), measure.unit)} is reached with`,
      ...table((result.reached ?? []).map((r) => reachLine(designed, r))),
      '  Each range was tried at 17 values; a solution between two of them that does not change the sign may be missed.',
    ];
  const best = result.optimum;
  if (!best) return ['', `No point of the ranges has a value of ${measure.name}: ${result.failure ?? ''}`];
  const ends = Object.entries(best.atBound);
  return [
    '',
    `${goal.kind === 'largest' ? 'Largest' : 'Smallest'} ${measure.name} found: ${withUnit(formatNumber(best.value), measure.unit)} with`,
    ...table(
      Object.entries(best.values).map(([name, value]) => [
        name,
        written(problem, name, value),
        name in best.atBound ? `the ${best.atBound[name] === 'low' ? 'lower' : 'upper'} end of its range` : '',
      ]),
    ),
    ...(ends.length > 0 ? [`  ${ends.map(([name]) => name).join(' and ')} would go further: the range decides, not the experiment.`] : []),
    `  ${result.runs} runs: ${best.scanned} points over the ranges, then uphill from the best. A narrow peak between them may be missed.`,
  ];
}

export function designText(designed: Designed): string {
  const { problem, file, study, measure, time, result } = designed;
  const when = time !== undefined ? ` after ${formatDuration(time)}` : study.kind === 'steady' ? ', steady state' : ' at its end';
  return [
    problem.title || file,
    '',
    `${measure.name} of ${study.name}${when}: ${withUnit(formatNumber(result.sensitivities.value), measure.unit)}`,
    ...sensitivityTable(designed),
    ...goalLines(designed),
    '',
  ].join('\n');
}

export function designJson({ problem, file, study, measure, time, goal, result }: Designed, version: string): string {
  const { sensitivities, reached, optimum, failure, runs } = result;
  const head = {
    soret: version,
    model: problem.title,
    file,
    hash: problem.hash,
    study: study.name,
    measure: measure.name,
    unit: measure.unit,
  };
  return JSON.stringify(
    {
      ...head,
      ...(time !== undefined && { time }),
      value: sensitivities.value,
      sensitivities: sensitivities.each,
      goal,
      reached,
      optimum,
      failure,
      runs,
    },
    null,
    1,
  );
}
