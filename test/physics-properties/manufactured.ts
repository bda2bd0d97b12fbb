/** A chosen solution for a real model: sources and wall terms that make it exact, derived symbolically from the model's own equations. */
import type { TransportSystem, WallCondition } from '../../solver/assembly/system.js';
import { differentiate } from '../../solver/expression/derivative.js';
import { evaluate, substitute } from '../../solver/expression/evaluate.js';
import {
  add,
  combine,
  constant,
  divide,
  multiply,
  negate,
  select,
  subtract,
  symbol,
  time,
  apply,
  exp,
  type Expression,
} from '../../solver/expression/expression.js';

const x = symbol('x');
const constantValue = (e: Expression): number => evaluate(e, () => NaN);

/** What a chosen solution needs to know: u_i = a_i (1 + ε_i cos(k_i x / L) e^(−t/τ)). */
export interface Scales {
  /** a_i by unknown, in the model's units. */
  readonly state: Readonly<Record<string, number>>;
  /** L [m] */
  readonly length: number;
  /** τ [s]: a fifth of the diffusion time of the first composition. */
  readonly timescale: number;
  /** ε of temperature: small enough that the drift along ∇T does not outrun diffusion. */
  readonly warmth: number;
}

export function scalesOf(system: TransportSystem, state: Readonly<Record<string, number>>, length: number): Scales {
  const here = (e: Expression) => evaluate(e, (name) => state[name] ?? (name === 't' ? 0 : length / 2));
  const [region] = system.regions;
  const temperature = system.unknowns.findIndex(({ kind }) => kind === 'temperature');
  const species = system.unknowns.findIndex(({ kind }) => kind !== 'temperature');
  const own = here(region!.transport[species]![species]!);
  const thermal = temperature < 0 ? 0 : Math.abs(here(region!.transport[species]![temperature]!));
  const diffusivity = own / here(differentiate(region!.storage[species]!, system.unknowns[species]!.id));
  const ratio = thermal > 0 ? (own * state[system.unknowns[species]!.id]!) / (thermal * state['T']!) : Infinity;
  return { state, length, timescale: (0.2 * length ** 2) / diffusivity, warmth: Math.min(0.02, ratio) };
}

/** Even about x = 0, so that it is smooth on an axis. */
export function chosenSolution(system: TransportSystem, { state, length, timescale, warmth }: Scales): readonly Expression[] {
  const decay = exp(multiply(constant(-1 / timescale), time));
  return system.unknowns.map(({ id, kind }, i) => {
    const wave = apply('cos', multiply(constant((2 + 0.5 * i) / length), x));
    const amplitude = constant(kind === 'temperature' ? warmth : 0.1);
    return multiply(constant(state[id]!), add(constant(1), multiply(amplitude, wave, decay)));
  });
}

/** The model with the sources added that make `exact` its solution; walls keep their own dependence on the state. */
export function manufacturedModel(system: TransportSystem, exact: readonly Expression[]): TransportSystem {
  const ids = system.unknowns.map(({ id }) => id);
  const inSolution = (e: Expression) => substitute(e, (name) => exact[ids.indexOf(name)]);
  const slopes = exact.map((u) => differentiate(u, 'x'));
  const start = constantValue(system.start);
  let end = start;
  const fluxes: (readonly Expression[])[] = [];
  const regions = system.regions.map((region) => {
    end += constantValue(region.thickness);
    const flux = ids.map((_, i) =>
      inSolution(add(...ids.map((__, j) => negate(multiply(region.transport[i]![j]!, slopes[j]!))), region.drift[i]!)),
    );
    fluxes.push(flux);
    const source = ids.map((_, i) => {
      const slope = differentiate(flux[i]!, 'x');
      const curved = multiply(constant(system.areaExponent), select(combine('less', x, constant(1e-12)), slope, divide(flux[i]!, x)));
      const rate = differentiate(inSolution(region.storage[i]!), 't');
      return add(rate, slope, curved);
    });
    return { ...region, source, initial: exact.map((u) => substitute(u, (name) => (name === 't' ? constant(0) : undefined))) };
  });
  const at = (e: Expression, position: number) => substitute(e, (name) => (name === 'x' ? constant(position) : undefined));
  const wall = (side: 0 | 1): WallCondition[] =>
    system.walls[side].map((condition, i) => {
      const position = side === 0 ? start : end;
      const here = (e: Expression) => at(inSolution(e), position);
      if (condition.kind === 'value')
        return { ...condition, value: add(condition.value, subtract(at(exact[i]!, position), here(condition.value))) };
      const flux = at((side === 0 ? fluxes[0]! : fluxes[fluxes.length - 1]!)[i]!, position);
      const wanted = side === 0 ? flux : negate(flux);
      const axis = side === 0 && system.areaExponent > 0 && position === 0;
      return axis ? condition : { ...condition, inward: add(condition.inward, subtract(wanted, here(condition.inward))) };
    });
  return { ...system, regions, walls: [wall(0), wall(1)] };
}
