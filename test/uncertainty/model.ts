/** De Groot's cell with numbers stated with `±`, lowered from its text. */
import type { FieldOutcome } from '../../solver/outcome.js';
import type { Problem } from '../../solver/problem.js';
import { solve, type RunOptions } from '../../solver/solve.js';
import { newSession } from '../language/session.js';

export interface Stated {
  readonly D?: string;
  readonly S?: string;
  readonly gap?: string;
  readonly cold?: string;
  readonly hot?: string;
  readonly more?: string;
  readonly inTransient?: string;
  readonly inSteady?: string;
}

/** w(left) − w(right) at rest is S · 0.25 · (hot − cold). */
export const source = (stated: Stated = {}): string => `
param S = ${stated.S ?? '9.5e-3 1/K'}
species A { molar_mass = 132.21 g/mol }
species B { molar_mass = 170.34 g/mol }
mixture m of A, B {
  density       = 842 kg/m^3
  diffusion     = ${stated.D ?? '6.21e-10 m^2/s'}
  soret(A)      = S * 0.25 / (w(A) * (1 - w(A)))
  conductivity  = 0.13 W/(m*K)
  heat_capacity = 2 kJ/(kg*K)
  dufour        = off
}
geometry slab { length = ${stated.gap ?? '1.5 mm'}; medium = m }
initial        { temperature = 295.15 K; w(A) = 0.5 }
boundary left  { temperature = ${stated.cold ?? '295.15 K'} }
boundary right { temperature = ${stated.hot ?? '301.15 K'} }
transient relax { until = 600 s; temperature = instant; ${stated.inTransient ?? ''} }
steady rest { ${stated.inSteady ?? ''} }
measure dw = value(w(A), left) - value(w(A), right)
plot w(A) over x of rest, relax at 0 s, 100 s, end
plot dw over t of relax
${stated.more ?? ''}`;

export async function problemOf(text: string): Promise<Problem> {
  const session = newSession();
  const document = await session.open(text, '/models/uncertain.soret');
  const result = session.soret.lower.LowerService.of(document);
  if ('problems' in result) throw new Error(result.problems.map((p) => p.message).join('\n'));
  return result.problem;
}

export async function run(text: string, study: string, options: RunOptions = {}): Promise<FieldOutcome> {
  const outcome = solve(await problemOf(text), { ...options, studies: [study] }).outcomes.find((o) => o.study === study);
  if (outcome?.kind !== 'steady' && outcome?.kind !== 'transient') throw new Error('no fields');
  if (outcome.status !== 'ok') throw new Error(outcome.reason?.message);
  return outcome;
}
