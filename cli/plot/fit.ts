/** Data and fitted curve of a fit, as a chart beside those that `plot` statements ask for. */
import type { FitOutcome } from '../../solver/outcome.js';
import type { Problem } from '../../solver/problem.js';
import type { Chart, Curve } from './curves.js';

/** Undefined when nothing was fitted. */
export function fitChart(problem: Problem, outcome: FitOutcome): Chart | undefined {
  const { abscissa, at, data, sigma, fitted } = outcome.curve;
  if (outcome.status === 'cancelled' || fitted.length === 0) return undefined;
  const study = problem.studies.find((s) => s.kind === 'fit' && s.name === outcome.study);
  const observe = study?.kind === 'fit' ? study.observe : '';
  const unit = problem.measures.find((m) => m.name === observe)?.unit ?? '1';
  const { text, factor, offset } = unitOf(problem, abscissa);
  const order = Array.from(at.keys()).sort((a, b) => at[a]! - at[b]!);
  const pick = (values: Float64Array): Float64Array => Float64Array.from(order, (i) => values[i] ?? 0);
  const x = pick(at).map((si) => (si - offset) / factor);
  // Several cells or places share an abscissa: no line goes through all of them.
  const repeats = x.some((value, i) => i > 0 && value === x[i - 1]);
  const curves: Curve[] = [
    { label: 'fit', x, y: pick(fitted), ...(repeats && { marks: true }) },
    { label: 'data', x, y: pick(data), marks: true, ...(sigma.some((s) => s > 0) && { deviation: pick(sigma) }) },
  ];
  return {
    title: `${observe} of ${outcome.of}, fitted by ${outcome.study}`,
    horizontal: { label: abscissa, unit: text },
    vertical: { label: observe, unit },
    curves,
  };
}

/** Parameters in the unit that the model writes them in. */
function unitOf(problem: Problem, abscissa: string): { readonly text: string; readonly factor: number; readonly offset: number } {
  const plain = { factor: 1, offset: 0 };
  if (abscissa === 't') return { text: 's', ...plain };
  if (abscissa === 'row') return { text: '1', ...plain };
  const parameter = problem.parameters.find((p) => p.name === abscissa);
  return parameter ? { ...parameter.written, text: parameter.written.text || '1' } : { text: 'm', ...plain };
}
