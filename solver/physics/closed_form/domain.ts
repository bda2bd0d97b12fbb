/** Lengths, areas and volumes of a domain, and integrals over it that are exact to rounding for smooth functions. */
import type { TransportSystem } from '../../assembly/system.js';
import type { ParameterValues } from '../../expression/tape.js';
import { fixedNumber } from './probe.js';

export interface Domain {
  /** Edges of the regions [m], one more than there are regions. */
  readonly edges: readonly number[];
  /** Area at x. */
  area(x: number): number;
}

export function domainOf(system: TransportSystem, parameters: ParameterValues): Domain | undefined {
  const start = fixedNumber(system.start, parameters);
  const thicknesses = system.regions.map(({ thickness }) => fixedNumber(thickness, parameters));
  if (start === undefined || thicknesses.some((d) => d === undefined)) return undefined;
  const edges = [start];
  for (const thickness of thicknesses) edges.push(edges[edges.length - 1]! + thickness!);
  return { edges, area: (x) => system.areaFactor * x ** system.areaExponent };
}

/** Five-point Gauss–Legendre rule on [−1, 1]. */
const inner = Math.sqrt(5 - 2 * Math.sqrt(10 / 7)) / 3;
const outer = Math.sqrt(5 + 2 * Math.sqrt(10 / 7)) / 3;
const rule = [
  [-outer, (322 - 13 * Math.sqrt(70)) / 900],
  [-inner, (322 + 13 * Math.sqrt(70)) / 900],
  [0, 128 / 225],
  [inner, (322 + 13 * Math.sqrt(70)) / 900],
  [outer, (322 - 13 * Math.sqrt(70)) / 900],
] as const;
const panels = 64;

/** Points and weights such that ∫ f dx over [from, to] = Σ weight · f(x). */
export function quadrature(from: number, to: number): readonly { readonly x: number; readonly weight: number }[] {
  const width = (to - from) / panels;
  return Array.from({ length: panels }, (_, p) => from + (p + 0.5) * width).flatMap((middle) =>
    rule.map(([place, weight]) => ({ x: middle + (place * width) / 2, weight: (weight * width) / 2 })),
  );
}
