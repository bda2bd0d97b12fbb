/** Rayleigh number against its onset, when gravity, viscosity and expansion are known and both walls have a temperature. */
import { combine, constant, divide, multiply, negate, subtract, type Expression } from '../../expression/expression.js';
import { Findings } from '../findings.js';
import { criticalRayleigh } from '../laws/rayleigh.js';
import type { ResolvedMedium } from '../media/resolved.js';
import { find } from '../properties.js';
import { isWanting } from '../reading.js';
import { substitute, symbolsOf, differentiate } from '../symbolic.js';
import { translate } from '../translate.js';
import type { PropertyValue } from '../../problem.js';
import { warning, type Check } from './check.js';

export const convection: Check = ({ problem, layers }) => {
  const gravity = find(problem.geometry.properties, 'gravity');
  if (!gravity || layers.length !== 1 || problem.geometry.shape !== 'slab') return [];
  const { medium, initial } = layers[0]!;
  const findings = new Findings();
  const value = (stated: PropertyValue | undefined): Expression | undefined =>
    stated && stated.value.kind !== 'word'
      ? substitute(translate(stated.value, { reading: medium.reading, unknowns: [], findings, place: '' }), (name) => initial.get(name))
      : undefined;
  const at = (e: Expression): Expression => substitute(e, (name) => initial.get(name));
  const wall = (side: 'left' | 'right'): Expression | undefined =>
    value(find(problem.boundaries.find((boundary) => boundary.side === side)?.conditions ?? [], 'temperature'));
  const [g, expansion, viscosity, below, above] = [
    value(gravity),
    value(find(medium.medium.properties, 'thermal_expansion')) ?? expansionOf(medium, at),
    medium.viscosity && at(medium.viscosity),
    wall('left'),
    wall('right'),
  ];
  const rho = medium.reading.density();
  const { conductivity } = medium;
  const heat = volumetricHeat(medium);
  if (!g || !expansion || !viscosity || !below || !above || isWanting(rho) || !conductivity || !heat) return [];
  const thickness = translate(problem.geometry.layers[0]!.thickness, { unknowns: [], findings, place: '' });
  /** a = λ/(ρ c_p), ν = η/ρ */
  const thermal = divide(at(conductivity), at(heat));
  const kinematic = divide(viscosity, at(rho));
  const Ra = divide(multiply(g, expansion, subtract(below, above), thickness, thickness, thickness), multiply(kinematic, thermal));
  if (symbolsOf(Ra).has('x')) return [];
  // With Soret the solute adds ψ (1 + a/D) Ra long before pure heat moves: Ra ψ a/D above 720.
  const species = medium.unknowns[0]?.species;
  const solutal = species === undefined ? undefined : value(find(medium.medium.properties, 'solutal_expansion', species));
  const D = medium.diffusion[0]?.[0];
  const driving = medium.thermodiffusion?.[0];
  const excess = [subtract(divide(Ra, constant(criticalRayleigh)), constant(1))];
  if (solutal && D && driving) {
    const psi = divide(multiply(solutal, divide(at(driving), at(D))), expansion);
    excess.push(subtract(divide(multiply(Ra, psi, thermal), multiply(constant(720), at(D))), constant(1)));
  }
  return [
    {
      warning: warning(
        'physics/convection',
        'the Rayleigh number is above onset: gravity would stir the fluid, and the equations take it at rest',
        'heat from above, make the gap narrower, or set `gravity = 0 m/s^2`',
        gravity.origin,
      ),
      violation: [excess.reduce((a, b) => combine('maximum', a, b))],
    },
  ];
};

/** ρ c_p [J/(m³·K)] */
function volumetricHeat({ enthalpy, specificEnthalpy, pressure, surfaceWeight: density }: ResolvedMedium): Expression | undefined {
  if (pressure) return specificEnthalpy && multiply(density, differentiate(specificEnthalpy, 'T'));
  return enthalpy && differentiate(enthalpy, 'T');
}

/** −(1/ρ)∂ρ/∂T where the density says how it falls with temperature, as that of an ideal gas does. */
function expansionOf(medium: ResolvedMedium, at: (e: Expression) => Expression): Expression | undefined {
  const rho = medium.reading.density();
  if (isWanting(rho) || !symbolsOf(rho).has('T')) return undefined;
  return at(negate(divide(differentiate(rho, 'T'), rho)));
}
