/** What a fit gives back: values with standard errors and correlations, the fitted curve with its band, and how well it fits. */
import { Observer } from '../observe/observer.js';
import { report } from '../observe/report.js';
import type { Figure, FitOutcome, Reason, Warning } from '../outcome.js';
import type { FitStudy } from '../problem.js';
import type { FieldResult } from '../study/field-study.js';
import type { Model } from '../study/model.js';
import type { Box } from './bounded-least-squares.js';
import { covariance, propagated } from './covariance.js';
import { sensitivities } from './differences.js';
import { boundWarnings, conditionProblem, deviationWarning, notConverged, ridgeWarning, unseen } from './judge.js';
import { leastSquares } from './loss.js';
import type { Predictor } from './prediction.js';
import { byRows } from './residuals.js';
import { isExcessive, rootMeanSquare, signRuns } from './residual-tests.js';
import type { Found } from './search.js';
import { systematic } from './systematic.js';
import type { Source } from '../uncertainty/sources.js';
import { warning } from '../study/reasons.js';

export interface Ended {
  readonly model: Model;
  readonly study: FitStudy;
  readonly box: Box;
  readonly found: Found;
  readonly predictor: Predictor;
  /** What else is uncertain: numbers stated with `±` that are neither fitted nor given by the data. */
  readonly sources: readonly Source[];
  /** The study at the fitted values, with its error estimated. */
  readonly result: FieldResult;
  readonly milliseconds: () => number;
}

export function* fitOutcome({
  model,
  study,
  box,
  found,
  predictor,
  sources,
  result,
  milliseconds,
}: Ended): Generator<void, FitOutcome | Reason> {
  const { p, loss, sigma } = found;
  const { names, observations, measures } = predictor;
  const { measured } = observations;
  const count = measured.length;
  const fitted = yield* predictor.at(p);
  if ('code' in fitted) return fitted;
  const columns = yield* sensitivities(predictor, p, box, fitted.values);
  if ('code' in columns) return columns;
  const blind = unseen(study, columns, count);
  if (blind) return blind;
  // What rests on a bound is not determined by the data: the errors are those of the others.
  const free = names.map((_, k) => k).filter((k) => p[k]! > box.low[k]! && p[k]! < box.high[k]!);
  const n = free.length;
  const residuals = measured.map((value, i) => (fitted.values[i]! - value) / sigma(i));
  const surplus = count - n;
  const chi2 = residuals.reduce((sum, r) => sum + r * r, 0);
  const plain = loss === leastSquares;
  const spread = surplus === 0 ? 1 : plain ? (observations.sigma ? 1 : chi2 / surplus) : count / surplus;
  const J = byRows(
    free.map((k) => columns[k]!),
    count,
    sigma,
  );
  const { matrix, conditionNumber, weakest } = covariance(n, J, residuals, loss, spread, plain);
  const condition = conditionProblem(
    study,
    free.map((k) => names[k]!),
    conditionNumber,
    weakest,
  );
  const ridge =
    n > 0 && n < names.length
      ? ridgeWarning(study, names, covariance(names.length, byRows(columns, count, sigma), residuals, loss, spread, plain))
      : undefined;
  const why = condition.reason ?? (found.converged ? undefined : notConverged(study, found.iterations));
  const inherited =
    n > 0 && sources.length > 0
      ? yield* systematic({ predictor, p, columns: free.map((k) => columns[k]!), J, sigma, count }, sources)
      : undefined;
  const place = (k: number) => free.indexOf(k);
  const errorOf = (k: number) => (place(k) < 0 ? NaN : Math.sqrt(matrix[place(k) * (n + 1)]!));
  const correlation = (a: number, b: number): number => {
    if (a === b) return 1;
    return place(a) < 0 || place(b) < 0 ? NaN : matrix[place(a) * n + place(b)]! / (errorOf(a) * errorOf(b));
  };
  const standardErrorOf = (i: number) => propagated(n, matrix, (k) => columns[free[k]!]![i]!);
  const parameters = new Map(model.problem.parameters.map((parameter) => [parameter.name, parameter]));
  const deviations = measured.map((value, i) => fitted.values[i]! - value);
  const { settled } = result;
  const judged = report(settled, new Observer(model.readings, settled.solution.system), milliseconds());
  const [runs] = signRuns(observations.at, deviations);
  const figures: Figure[] = [
    { name: 'values fitted', value: count, unit: '1' },
    { name: 'iterations', value: found.iterations, unit: '1', remark: `${predictor.solves} solves of ${study.study}` },
    // As many parameters as values leave nothing to judge by.
    ...(surplus > 0
      ? [
          {
            name: observations.sigma ? 'reduced χ²' : 'scatter of the data',
            value: observations.sigma ? chi2 / surplus : Math.sqrt((chi2 / surplus) * sigma(0) ** 2),
            unit: observations.sigma ? '1' : (model.problem.measures.find((m) => m.name === study.observe)?.unit ?? '1'),
            remark: observations.sigma ? 'near 1 when model and stated uncertainties are right' : errorsFrom(plain),
          },
        ]
      : []),
    ...(runs ? [runs] : []),
  ];
  const excessive = observations.sigma && plain && isExcessive(chi2, surplus);
  const deviating = deviationWarning(study, excessive ? chi2 / surplus : undefined, observations.sigma ? undefined : runs);
  const known = inherited && 'parameters' in inherited ? inherited : undefined;
  const warnings: Warning[] = [
    ...(inherited && 'code' in inherited
      ? [
          warning(
            'run/uncertainty',
            `what the stated uncertainties do to ${study.name} is not known: ${inherited.message}`,
            inherited.suggestion,
            study.origin,
          ),
        ]
      : []),
    ...result.warnings,
    ...[condition.warning, ridge, deviating].flatMap((w) => (w ? [w] : [])),
    ...boundWarnings(study, p, (name) => parameters.get(name)),
  ];
  return {
    kind: 'fit',
    study: study.name,
    of: study.study,
    status: why ? 'failed' : 'ok',
    reason: why,
    warnings,
    parameters: Object.fromEntries(
      names.map((name, k) => [
        name,
        {
          unit: parameters.get(name)?.unit ?? '1',
          value: p[k]!,
          standardError: errorOf(k),
          ...(known && place(k) >= 0 && { propagated: known.parameters[place(k)]! }),
        },
      ]),
    ),
    correlation: names.map((_, a) => names.map((__, b) => correlation(a, b))),
    residualRms: rootMeanSquare(deviations),
    conditionNumber,
    measures: Object.fromEntries(
      measures.map(({ name, unit }, m) => [
        name,
        {
          unit,
          values: Float64Array.of(fitted.values[count + m]!),
          errors: Float64Array.of(standardErrorOf(count + m)),
          ...(known && { propagated: Float64Array.of(known.measures[m]!) }),
        },
      ]),
    ),
    curve: {
      abscissa: observations.abscissa,
      at: observations.at,
      data: measured,
      sigma: observations.sigma ?? new Float64Array(count),
      fitted: fitted.values.slice(0, count),
      band: Float64Array.from(measured, (_, i) => standardErrorOf(i)),
    },
    report: { ...judged, figures: [...figures, ...judged.figures] },
  };
}

const errorsFrom = (plain: boolean): string =>
  plain
    ? 'no uncertainty is stated: standard errors come from this scatter'
    : 'standard errors come from this scatter, outliers counted less';
