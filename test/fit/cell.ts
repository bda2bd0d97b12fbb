/** De Groot's linearised cell with D and S_T free, its closed form, and data made from it. */
import { newSession } from '../language/session.js';
import { deGrootCell } from './de-groot.js';
import type { Problem } from '../../solver/problem.js';

export const cell = { D: 6.21e-10, soret: 9.5e-3, L: 1.5e-3, dT: 6, w0: 0.5 } as const;
export const tau = cell.L ** 2 / (Math.PI ** 2 * cell.D);

/** w(left) − w(right) and its derivatives by D and S_T, at time t [s]. */
export function separation(t: number, D: number = cell.D, S: number = cell.soret): { value: number; byD: number; byS: number } {
  const { L, dT, w0 } = cell;
  const size = w0 * (1 - w0) * dT;
  let [sum, slope] = [0, 0];
  for (let k = 1; k < 4001; k += 2) {
    const rate = (k * k * Math.PI ** 2) / L ** 2;
    const decay = rate * D * t;
    if (decay > 700) break;
    sum += Math.exp(-decay) / (k * k);
    slope += (rate * t * Math.exp(-decay)) / (k * k);
  }
  const response = 1 - (8 / Math.PI ** 2) * sum;
  return { value: S * size * response, byD: (S * size * 8 * slope) / Math.PI ** 2, byS: size * response };
}

/** Repeatable uniform numbers (mulberry32) and from them normal ones. */
export function normal(seed: number): () => number {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let z = Math.imul(state ^ (state >>> 15), 1 | state);
    z = (z + Math.imul(z ^ (z >>> 7), 61 | z)) ^ z;
    return ((z ^ (z >>> 14)) >>> 0) / 4294967296;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

export interface CellOptions {
  readonly properties?: string;
  readonly tolerance?: string;
  readonly start?: readonly [D: string, soret: string];
  readonly ranges?: readonly [D: string, soret: string];
  readonly until?: string;
  readonly data?: string;
  readonly more?: string;
}

/** Source of a model that fits D and S_T to `run.csv`. */
export const cellModel = (options: CellOptions = {}): string => `
param D = ${options.start?.[0] ?? '8e-10 m^2/s'}
param S = ${options.start?.[1] ?? '7e-3 1/K'}
${deGrootCell}transient relax { until = ${options.until ?? '1800 s'}; temperature = instant; tolerance = ${options.tolerance ?? '1e-6'} }
measure dw = value(w(A), left) - value(w(A), right)
data run { file = "run.csv"; ${options.data ?? ''} }
fit cell {
  study = relax; observations = run; observe = dw
  vary(D) = range(${options.ranges?.[0] ?? '1e-10 m^2/s, 1e-8 m^2/s'})
  vary(S) = range(${options.ranges?.[1] ?? '1e-3 1/K, 5e-2 1/K'})
  ${options.properties ?? ''}
}
${options.more ?? ''}`;

/** `count` values from 20 s to 1760 s with normal noise of deviation `sigma`. */
export function cellData(count: number, sigma: number, seed: number): string {
  const noise = normal(seed);
  const rows = Array.from({ length: count }, (_, i) => {
    const t = 20 + (1740 * i) / (count - 1);
    return `${t},${separation(t).value + sigma * noise()}`;
  });
  return ['t [s],dw [1]', ...rows].join('\n');
}

/** Lowers a model beside its data file. */
export async function lowered(source: string, csv: string, name = 'run.csv'): Promise<Problem> {
  const session = newSession();
  session.files.texts.set(`/models/${name}`, csv);
  const document = await session.open(source, '/models/fit.soret');
  const result = session.soret.lower.LowerService.of(document);
  if ('problems' in result) throw new Error(result.problems.map((p) => p.message).join('\n'));
  return result.problem;
}
