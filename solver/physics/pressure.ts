/**
 * A sealed ideal gas while its temperature changes. Its pressure p is one more unknown, uniform in place and free in time, and the gas as a
 * whole moves so that it stays uniform:
 *
 *     ∂ρ/∂t = −∇·G,   ∂(ρ w_i)/∂t = −∇·(J_i + w_i G),   ∂(ρ h − p)/∂t = −∇·(J′_q + Σ h_i J_i + h G),   ρ = p M̄/(R T)
 *
 * G = −κ ∇p flows against a resistance that is small beside that of diffusion. Masses and the internal energy are conserved exactly; at
 * rest G = 0 and p is uniform exactly.
 */
import type { Joint, Region, TransportSystem, Unknown, WallCondition } from '../assembly/system.js';
import { add, constant, divide, multiply, symbol, zero, type Expression } from '../expression/expression.js';
import { sealed } from './boundaries/impose.js';
import { isIdealGas } from './media/gas.js';
import type { ResolvedMedium } from './media/resolved.js';
import type { Model } from './model.js';
import { substitute } from './symbolic.js';

export const pressureId = 'p';
export const pressure = symbol(pressureId);

/**
 * κ p/(ρ D): how much easier the gas flows than it diffuses. While walls heat the gas, p differs from place to place by about 1/ease of its
 * change; that moves T and compositions by 1e-6 to 1e-5 of their ranges. In larger values rounding shows, as the steps grow.
 */
const ease = 3e4;
/** Differences of p drive the flow, so that p has to be that much more accurate than T and the composition. */
const accuracy = 10 / ease;

/**
 * Is the gas sealed, with a temperature that changes in time? Left out: a porous solid, which holds most of the heat, and heat that is
 * quasi-steady, which would make the gas jump.
 */
export function hasPressure({ problem, layers, sealed: isSealed }: Model): boolean {
  const transients = problem.studies.filter((study) => study.kind === 'transient');
  const heated = transients.length > 0 && transients.every((study) => !study.instantHeat);
  const gases = layers.filter(({ medium }) => medium.kind === 'mixture' && isIdealGas(medium.properties));
  return (
    heated &&
    isSealed &&
    gases.length > 0 &&
    gases.every(
      ({ medium, specificEnthalpy, statements }) =>
        specificEnthalpy !== undefined &&
        statements.stated('porosity') === undefined &&
        medium.components.join() === gases[0]!.medium.components.join(),
    )
  );
}

/** The system with one row and one column more. */
export function withPressure(system: TransportSystem, { layers, initial }: Model): TransportSystem {
  const gases = layers.map((medium, r) => (medium.pressure ? gasOf(medium, initial[r]!) : undefined));
  const origin = layers.find((medium) => medium.pressure)!.medium.origin;
  const unknown: Unknown = { id: pressureId, unit: 'Pa', kind: 'pressure', nonNegative: false, accuracy, origin };
  const closed = (conditions: readonly WallCondition[]): readonly WallCondition[] => [...conditions, sealed];
  return {
    ...system,
    unknowns: [...system.unknowns, unknown],
    regions: system.regions.map((region, r): Region => {
      const gas = gases[r];
      const carried = system.unknowns.map(({ id }, i) => (gas && region.present[i] ? gas.carried(id) : zero));
      return {
        ...region,
        present: [...region.present, gas !== undefined],
        initial: [...region.initial, gas?.filled ?? zero],
        storage: [...region.storage, gas?.density ?? zero],
        transport: [...region.transport.map((row, i) => [...row, carried[i]!]), [...carried.map(() => zero), gas?.conductance ?? zero]],
        drift: [...region.drift, zero],
        source: [...region.source, zero],
      };
    }),
    walls: [closed(system.walls[0]), closed(system.walls[1])],
    joints: system.joints.map((joints, r): readonly Joint[] => [...joints, { kind: gases[r] && gases[r + 1] ? 'continuous' : 'sealed' }]),
  };
}

interface MovingGas {
  /** p at the beginning [Pa]. */
  readonly filled: Expression;
  readonly density: Expression;
  /** κ [s] */
  readonly conductance: Expression;
  /** What the flow carries of an unknown, times κ. */
  carried(id: string): Expression;
}

function gasOf(medium: ResolvedMedium, initial: ReadonlyMap<string, Expression>): MovingGas {
  const stated = medium.statements.stated('pressure')!;
  const filled = medium.statements.translate(stated)!;
  // The mean eigenvalue: entries of the diagonal alone can be negative in mass fractions.
  const eigenvalue = divide(
    medium.diffusion.map((row, i) => row[i]!).reduce((sum, entry) => add(sum, entry)),
    constant(medium.diffusion.length),
  );
  const easy = divide(multiply(constant(ease), medium.weight, eigenvalue), pressure);
  const conductance = substitute(easy, (name) => (name === pressureId ? filled : initial.get(name)));
  const carried = (id: string): Expression => multiply(conductance, id === 'T' ? medium.specificEnthalpy! : symbol(id));
  return { filled, density: medium.weight, conductance, carried };
}
