/** Whether the data of a fit can be compared with its study: columns, times and places. The run says the same of what only it can know. */
import { AstUtils, type AstNode } from 'langium';
import type { DataColumn } from '../../solver/problem.js';
import type { CheckResult } from '../check/checker.js';
import * as ast from '../generated/ast.js';
import type { DataSetRead } from './dataset.js';

export interface FitDataProblem {
  readonly at: ast.Property;
  readonly message: string;
  readonly advice: string;
}

const coordinates = ['x', 'y', 'r', 'z'] as const;

/** Nothing where the data themselves are not sound, or where the fit is not complete: those have their own diagnostics. */
export function fitDataProblems(fit: ast.Fit, check: CheckResult, read: (data: ast.Data) => DataSetRead): readonly FitDataProblem[] {
  const property = (key: string) => fit.properties.find((p) => p.key === key);
  const target = (key: string) => {
    const value = property(key)?.value;
    return ast.isRef(value) ? value.target.ref : undefined;
  };
  const [data, measure, study] = [target('observations'), target('observe'), target('study')];
  if (!ast.isData(data) || !ast.isMeasure(measure) || !(ast.isSteady(study) || ast.isTransient(study))) return [];
  const { columns, problems } = read(data);
  if (problems.some((p) => p.severity !== 'warning')) return [];
  const column = (name: string) => columns.find((c) => c.name === name);
  const [observe, observations] = [property('observe')!, property('observations')!];
  if (!column(measure.name))
    return [
      {
        at: observe,
        message: `The data ${data.name} have no column for ${measure.name}: ${columns.length > 0 ? `what they have is ${columns.map((c) => c.name).join(', ')}` : 'no column has the name of a measure'}.`,
        advice: `say which one it is in data ${data.name}: column(${measure.name}) = "…"`,
      },
    ];
  return [...timeProblems(data, study, column('t'), columns, observations, check), ...placeProblems(data, measure, column, observe)];
}

function timeProblems(
  data: ast.Data,
  study: ast.Steady | ast.Transient,
  time: DataColumn | undefined,
  columns: readonly DataColumn[],
  at: ast.Property,
  check: CheckResult,
): FitDataProblem[] {
  if (ast.isSteady(study))
    return time
      ? [
          {
            at,
            message: `${study.name} is steady, but the data ${data.name} have a time t.`,
            advice: 'fit a transient, or rename that column',
          },
        ]
      : [];
  if (!time)
    return columns.length > 1
      ? []
      : [
          {
            at,
            message: `${study.name} runs in time, but the data ${data.name} have no column t.`,
            advice: `call the column t [s] in the header, or write column(t) = "…" in data ${data.name}`,
          },
        ];
  const [first, last] = time.values.reduce(([low, high], t) => [Math.min(low, t), Math.max(high, t)], [Infinity, -Infinity]);
  if (first < 0)
    return [
      {
        at,
        message: `The data ${data.name} begin at ${first} s, before ${study.name} does.`,
        advice: 'count the time of the data from the start of the study',
      },
    ];
  const until = check.valueOf(study.properties.find((p) => p.key === 'until')?.value);
  return until !== undefined && last > until
    ? [
        {
          at,
          message: `The data ${data.name} reach ${last} s, but ${study.name} ends at ${until} s.`,
          advice: 'let until of the study reach the last value, or take the later rows out',
        },
      ]
    : [];
}

function placeProblems(
  data: ast.Data,
  measure: ast.Measure,
  column: (name: string) => DataColumn | undefined,
  at: ast.Property,
): FitDataProblem[] {
  return coordinates.flatMap((axis) => {
    const [reads, has] = [readsAtPlace(measure, axis), column(axis) !== undefined];
    if (reads && !has)
      return [
        {
          at,
          message: `${measure.name} is taken at the place ${axis} of each value, but the data ${data.name} have no column ${axis}.`,
          advice: `add a column ${axis} [m], or write the place into the measure`,
        },
      ];
    if (!reads && has)
      return [
        {
          at,
          message: `The data ${data.name} have a place ${axis} for each value, but ${measure.name} does not depend on it.`,
          advice: `take the measure at the place of each value: value(…, ${axis} = ${axis})`,
        },
      ];
    return [];
  });
}

/** `value(T, x = x)`, here or in a measure or let that this one reads. */
function readsAtPlace(of: ast.Measure | ast.Let, axis: string, seen = new Set<AstNode>()): boolean {
  seen.add(of);
  return AstUtils.streamAst(of).some((node) => {
    if (ast.isArgument(node) && node.key === axis && node.value)
      return AstUtils.streamAst(node.value).some((inner) => ast.isRef(inner) && inner.target.$refText === axis);
    const target = ast.isRef(node) ? node.target.ref : undefined;
    return (ast.isMeasure(target) || ast.isLet(target)) && !seen.has(target) && readsAtPlace(target, axis, seen);
  });
}
