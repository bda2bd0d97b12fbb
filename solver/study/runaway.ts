/** Runaway: a field that grows the faster the larger it is until it has no bound (thermal explosion, autocatalysis), and what makes it. */
import type { Discretisation } from '../assembly/discretisation.js';
import { symbolsOf } from '../expression/evaluate.js';
import type { Expression } from '../expression/expression.js';
import type { SourceRange } from '../problem.js';
import type { StepFailure } from '../time/rosenbrock.js';
import { sizesOf } from './equilibrate.js';
import { placeOf } from './place.js';

export interface Runaway {
  /** Number of the unknown that grows fastest. */
  readonly number: number;
  /** What makes it grow, and where that is stated. */
  readonly cause: 'source' | 'wall';
  readonly origin: SourceRange | undefined;
}

/** In the time passed so far the field would grow by that many times its size, and its growth by that many times itself. */
const often = 30;
/** Share of a field's size by which it is moved to see how its growth changes. */
const nudge = 1e-5;

/** A temperature this many times what the model begins with has run away, even if its source has a bound (Arrhenius). */
const beyond = 30;

/** Looks at the last state before a failure; undefined where it is none of a runaway. */
export function runaway(system: Discretisation, u: Float64Array, { kind, time }: StepFailure): Runaway | undefined {
  if (kind !== 'stalled' && kind !== 'not finite') return undefined;
  const { unknownOf } = system.layout;
  const left = burnt(system, u);
  if (left) return left;
  const sizes = sizesOf(system, u);
  const speed = speeds(system, u, time);
  const share = (i: number) => speed[i]! / sizes[unknownOf[i]!]!;
  let number = 0;
  for (let i = 1; i < u.length; i++) if (share(i) > share(number)) number = i;
  if (!(share(number) * time > often)) return undefined;
  const ahead = nudge / share(number);
  const later = speeds(
    system,
    u.map((value, i) => value + ahead * speed[i]!),
    time,
  );
  if (!(((later[number]! - speed[number]!) / ahead) * time > often * speed[number]!)) return undefined;
  return caused(system, number);
}

/** The hottest place of a body that left behind all that it began with. */
export function burnt(system: Discretisation, u: Float64Array): Runaway | undefined {
  const start = system.initial();
  system.hold(start, 0);
  const [before, now] = [sizesOf(system, start), sizesOf(system, u)];
  const unknown = system.terms.system.unknowns.findIndex(({ kind }, i) => kind === 'temperature' && now[i]! > beyond * before[i]!);
  if (unknown < 0) return undefined;
  const number = u.findIndex((value, i) => system.layout.unknownOf[i] === unknown && Math.abs(value) === now[unknown]);
  return caused(system, number);
}

/** u' from M u' = R; zero for held values. */
function speeds(system: Discretisation, u: Float64Array, t: number): Float64Array {
  const rows = new Float64Array(system.size);
  const result = new Float64Array(system.size);
  system.residual(u, t, rows);
  for (const wall of system.walls)
    wall.terms.kinds.forEach((kind, v) => {
      if (kind === 'value') rows[wall.numbers[v]!] = 0;
    });
  system.gather(u);
  system.storage.refresh(t);
  system.storage.speeds(rows, result);
  return result;
}

/** Fed by a source that depends on fields, or by a flux through a wall that does; without either a field that grows is an accident of numbers. */
function caused(system: Discretisation, number: number): Runaway | undefined {
  const unknown = system.layout.unknownOf[number]!;
  const { unknowns, regions, walls } = system.terms.system;
  const ids = new Set(unknowns.map(({ id }) => id));
  const dependsOnFields = (expression: Expression) => [...symbolsOf(expression)].some((symbol) => ids.has(symbol));
  const region = regions[placeOf(system, number)?.region ?? 0]!;
  if (dependsOnFields(region.source[unknown]!)) return { number, cause: 'source', origin: region.sourceOrigins?.[unknown] };
  const side = system.walls.findIndex(({ numbers }) => numbers.includes(number));
  const condition = side >= 0 ? walls[side]![unknown]! : undefined;
  if (condition?.kind !== 'flux' || !dependsOnFields(condition.inward)) return undefined;
  return { number, cause: 'wall', origin: condition.origin };
}
