/** Verdicts on `expect` statements, with a message that a test report can print. */
import type { Expectation } from '../problem.js';
import type { ExpectationOutcome } from '../outcome.js';
import { measureValue } from './functionals.js';
import type { Observer } from './observer.js';
import { numeral, withUnit } from '../quantities/numeral.js';

/** Judges an expectation on the state that the observer looks at. */
export function judge(expectation: Expectation, observer: Observer): ExpectationOutcome {
  const value = (formula: Expectation['wanted']) => (formula ? measureValue(observer, formula) : null);
  const actual = measureValue(observer, expectation.formula);
  const [wanted, above, below] = [value(expectation.wanted), value(expectation.above), value(expectation.below)];
  const stated = expectation.tolerance && measureValue(observer, expectation.tolerance.value);
  const tolerance =
    wanted === null
      ? null
      : stated === undefined
        ? 0
        : expectation.tolerance!.kind === 'relative'
          ? Math.abs(stated * wanted)
          : Math.abs(stated);
  const near = wanted === null || Math.abs(actual - wanted) <= tolerance! + 1e-12 * Math.abs(wanted);
  const ok = Number.isFinite(actual) && near && (above === null || actual > above) && (below === null || actual < below);
  const { name, study, unit, origin } = expectation;
  return {
    name,
    study,
    ok,
    actual,
    wanted,
    tolerance,
    above,
    below,
    unit,
    origin,
    message: message(expectation, actual, wanted, tolerance, above, below, ok),
  };
}

/** The verdict when there is nothing to judge. */
export function unjudged({ name, study, unit, origin }: Expectation, why: string): ExpectationOutcome {
  return {
    name,
    study,
    ok: false,
    actual: NaN,
    wanted: null,
    tolerance: null,
    above: null,
    below: null,
    unit,
    origin,
    message: `${name} of ${study} was not computed: ${why}`,
  };
}

function message(
  { name, study, unit, tolerance: stated }: Expectation,
  actual: number,
  wanted: number | null,
  tolerance: number | null,
  above: number | null,
  below: number | null,
  ok: boolean,
): string {
  const found = `${name} of ${study} is ${withUnit(actual, unit)}`;
  if (wanted !== null) {
    const relative = stated?.kind !== 'absolute' && wanted !== 0;
    const off = relative
      ? `${numeral((100 * Math.abs(actual - wanted)) / Math.abs(wanted), 3)} %`
      : withUnit(Math.abs(actual - wanted), unit, 3);
    const allowed = relative ? `${numeral((100 * tolerance!) / Math.abs(wanted), 3)} %` : withUnit(tolerance!, unit, 3);
    const side = actual < wanted ? 'below' : 'above';
    return actual === wanted ? `${found}, as wanted` : `${found}, ${off} ${side} the wanted ${withUnit(wanted, unit)} (allowed ${allowed})`;
  }
  const limits = [above !== null ? `above ${withUnit(above, unit)}` : '', below !== null ? `below ${withUnit(below, unit)}` : ''].filter(
    Boolean,
  );
  return `${found}, ${ok ? 'as wanted' : 'but wanted'} ${limits.join(' and ')}`;
}
