/** Solutions chosen for real models. */
import type { TransportSystem } from '../../solver/assembly/system.js';
import { differentiate } from '../../solver/expression/derivative.js';
import { evaluate } from '../../solver/expression/evaluate.js';
import { add, constant, multiply, symbol, time, apply, exp, type Expression } from '../../solver/expression/expression.js';

const x = symbol('x');

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
