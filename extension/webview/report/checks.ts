/** What a run is judged by, each with its judge: expectations of the file first, then the balances, then the work. */
import type { ExpectationOutcome, FieldOutcome, FitOutcome, Outcome, Report } from '../../../solver/outcome.js';
import type { Law } from '../figures/figure.js';
import { nbsp, scientific, significant } from '../format/number.js';
import { elapsed } from '../format/duration.js';
import { prettyUnit } from '../format/unit.js';
import type { FinishedRun } from '../state/state.js';
import { say } from '../words/say.js';

/** Rounding errors of long sums stay below this; a lost gram does not. */
const closed = 1e-9;
/** Entropy production is a square of gradients: below zero by more than rounding is a defect. */
const roundingOfEntropy = -1e-12;

export function checksOf(run: FinishedRun, outcome: Outcome): readonly Law[] {
  const expectations = run.result.expectations.filter((e) => e.study === outcome.study || outcome.kind === 'sweep').map(expectation);
  return [...expectations, ...judged(outcome), work(run, outcome)];
}

const judged = (outcome: Outcome): readonly Law[] => {
  if (outcome.kind === 'fit') return fitChecks(outcome);
  return [...balances(outcome.report), ...(outcome.kind === 'sweep' ? [] : closedForms(outcome))];
};

function expectation(e: ExpectationOutcome): Law {
  const unit = e.unit === '1' || e.unit === '' ? '' : nbsp + prettyUnit(e.unit);
  const value = (v: number): string => significant(v) + unit;
  const wanted =
    e.wanted !== null
      ? e.tolerance === null
        ? say.expect(value(e.wanted))
        : say.expectWithin(value(e.wanted), tolerance(e.tolerance, e.wanted, unit))
      : bounds(e.above === null ? null : value(e.above), e.below === null ? null : value(e.below));
  const off = !e.ok && e.wanted ? `${significant(100 * Math.abs(e.actual / e.wanted - 1), 2)}${nbsp}%` : null;
  return {
    name: [say.measureOf(e.name.replace(/_/g, ' '), e.study)],
    result: significant(e.actual, 6) + unit,
    judgedBy: off === null ? wanted : say.offBy(wanted, off),
    holds: e.ok,
  };
}
function bounds(above: string | null, below: string | null): string {
  if (above === null) return below === null ? '' : say.expectBelow(below);
  return below === null ? say.expectAbove(above) : say.expectBetween(above, below);
}
/** An absolute tolerance that is a round share of the wanted value reads better in per cent. */
function tolerance(absolute: number, wanted: number, unit: string): string {
  const percent = 100 * Math.abs(absolute / wanted);
  return wanted !== 0 && Math.abs(percent - Number(percent.toPrecision(2))) < 1e-9 * percent
    ? `${significant(percent, 2)}${nbsp}%`
    : significant(absolute, 3) + unit;
}

function balances(report: Report): readonly Law[] {
  const smallest = report.entropyProductionMinimum;
  const holds = smallest >= roundingOfEntropy;
  return [
    { name: [say.massBalance], result: small(report.massDrift), judgedBy: say.inMinusOut, holds: report.massDrift <= closed },
    {
      name: [say.energyBalance],
      result: small(report.energyResidual),
      judgedBy: say.inMinusOut,
      holds: report.energyResidual <= Math.max(closed, report.tolerance),
    },
    { name: [say.entropyProduction], result: holds ? `≥${nbsp}0` : scientific(smallest, 2), judgedBy: say.everywhere, holds },
    ...discretisation(report),
  ];
}
/** Nothing where a run was stopped before there was another to compare it with. */
function discretisation({ errorEstimate, tolerance }: Report): readonly Law[] {
  if (!Number.isFinite(errorEstimate)) return [];
  return [
    {
      name: [say.discretisationError],
      result: small(errorEstimate),
      judgedBy: say.toleranceOfRange(small(tolerance).replace(/^1\u2009×\u2009/, '')),
      holds: errorEstimate <= tolerance,
    },
  ];
}

/** Fields whose solution is known: one row, judged by the one that is farthest from it relative to its range. */
function closedForms(outcome: FieldOutcome): readonly Law[] {
  const known = Object.entries(outcome.closedForm ?? {}).flatMap(([key, { deviation }]) => {
    const field = outcome.fields[key];
    if (!field) return [];
    const all = field.values.map((profile) => [
      profile.reduce((m, v) => Math.min(m, v), Infinity),
      profile.reduce((m, v) => Math.max(m, v), -Infinity),
    ]);
    const range = Math.max(...all.map(([, high]) => high ?? 0)) - Math.min(...all.map(([low]) => low ?? 0));
    return [{ key, relative: range > 1e-9 * Math.max(...all.flat().map(Math.abs)) ? deviation / range : 0 }];
  });
  if (known.length === 0) return [];
  const worst = known.reduce((a, b) => (b.relative > 1.01 * a.relative ? b : a));
  return [
    {
      name: [say.closedForm],
      result: small(worst.relative),
      judgedBy: say.largestDeviation(worst.key),
      holds: worst.relative <= Math.max(outcome.report.tolerance, closed),
    },
  ];
}
const small = (value: number): string => (value === 0 ? '0' : value >= 0.01 ? significant(value, 2) : scientific(value, 1));

function fitChecks(outcome: FitOutcome): readonly Law[] {
  const { data, fitted, sigma } = outcome.curve;
  const n = data.length;
  const known = sigma.some((s) => s > 0);
  const beyond = data.reduce((count, v, i) => count + (Math.abs(v - (fitted[i] ?? 0)) > 2 * (sigma[i] ?? 0) ? 1 : 0), 0);
  // 4.55 % of normal residuals lie beyond 2σ; three standard deviations of that count are allowed.
  const expected = 0.0455 * n;
  return [
    ...(known
      ? [
          {
            name: [say.residualsBeyond],
            result: say.countOf(beyond, n),
            judgedBy: say.expected(significant(expected, 2)),
            holds: beyond <= expected + 3 * Math.sqrt(expected + 1),
          },
        ]
      : []),
    {
      name: [say.conditionNumber],
      result: significant(outcome.conditionNumber, 2),
      judgedBy: say.conditionLimit,
      holds: outcome.conditionNumber < 1e6,
    },
  ];
}

function work(run: FinishedRun, outcome: Outcome): Law {
  const { report } = outcome;
  const isStepped = outcome.kind !== 'steady' && outcome.kind !== 'fit';
  const what = isStepped ? say.stepsAndUnknowns(report.steps, report.unknowns) : say.unknowns(report.unknowns);
  return {
    name: [say.work],
    result: what,
    judgedBy: `${report.scheme}, ${elapsed(report.wallMilliseconds || run.milliseconds)}`,
    holds: null,
  };
}
