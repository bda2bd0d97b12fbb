/**
 * Particles in a fluid, each kind on its own:
 *
 *     J_i = −D_i ∇c_i + c_i (v_th,i + v_sed,i),   v_th = −K_th (ν/T) ∇T  (or −D_T ∇T, measured),   v_sed = −b (m − m_fluid) g
 *
 * The fluid is a gas when its mean free path is stated or follows from molar mass and pressure; a liquid otherwise.
 */
import { constant, divide, multiply, negate, one, subtract, temperature as T, zero, type Expression } from '../../expression/expression.js';
import { kineticViscosity } from '../kinetic/index.js';
import { diagonal } from '../matrix.js';
import { particleMass } from '../substances.js';
import { cunningham } from '../particles/cunningham.js';
import { meanFreePath } from '../particles/mean_free_path.js';
import { einsteinDiffusivity, einsteinMobility, stokesMobility } from '../particles/mobility.js';
import { thermophoreticCoefficient, type ThermophoreticModel } from '../particles/thermophoretic_coefficient.js';
import { isWord, spelled } from '../properties.js';
import { isWanting, type Wanting, wanting } from '../reading.js';
import { R } from '../relations/thermodynamics.js';
import { concentrationSymbols, readConcentrations } from './concentrations.js';
import { enthalpyDensity } from './enthalpy.js';
import type { MediumContext } from './index.js';
import type { ResolvedMedium } from './resolved.js';
import { Statements } from './statements.js';
import { thermodiffusionStatement, toSoret } from './thermodiffusion_of.js';

export function resolveSuspension({ medium, substances, findings, gravity }: MediumContext): ResolvedMedium {
  const statements = new Statements(medium, substances, findings);
  const c = concentrationSymbols(medium.components);
  const ids = medium.components.map((name) => `c(${name})`);
  const fluid = fluidOf(statements);
  const reading = readConcentrations(medium.components, medium.solvent, c, substances, T, () => fluid.density());
  statements.readWith(reading, ['T', ...ids]);

  const particles = medium.components.map((name, i) => {
    const diffusion = diffusionOf(statements, fluid, name);
    const thermal = thermalVelocity(statements, fluid, name, diffusion, c[i]!);
    return {
      D: diffusion,
      thermodiffusion: multiply(c[i]!, thermal),
      drift: gravity && settlingOf(statements, fluid, name, diffusion, gravity, c[i]!),
    };
  });
  const density = fluid.density();
  const capacity = statements.expression('heat_capacity');
  return {
    medium,
    reading,
    statements,
    unknowns: medium.components.map((species, i) => ({ id: ids[i]!, species, unit: 'mol/m^3' })),
    weight: one,
    surfaceWeight: one,
    stored: c,
    diffusion: diagonal(particles.map(({ D }) => D)),
    thermodiffusion: particles.map((particle) => particle.thermodiffusion),
    drift: gravity && particles.map(({ drift }) => drift ?? zero),
    viscosity: fluid.viscosity(),
    conductivity: statements.expression('conductivity'),
    enthalpy: capacity && !isWanting(density) ? enthalpyDensity(multiply(density, capacity), []) : undefined,
    potentialSlope: diagonal(c.map((ci) => divide(multiply(R, T), ci))),
    fluxWeights: new Map(medium.components.map((species, i) => [species, medium.components.map((_, j) => (i === j ? 1 : 0))])),
    amounts: new Map(medium.components.map((species, i) => [species, c[i]!])),
    diffusivities: new Map(medium.components.map((species, i) => [species, particles[i]!.D])),
  };
}

interface Fluid {
  viscosity(): Expression | undefined;
  density(): Expression | Wanting;
  /** λ [m]; wanting in a liquid. */
  meanFreePath(): Expression | Wanting;
}

/** What the block states of the fluid; its density may follow from pressure and molar mass. */
function fluidOf(statements: Statements): Fluid {
  const molarMass = (): Expression | undefined =>
    statements.expression('molar_mass') ??
    (statements.medium.solvent ? statements.substances.value(statements.medium.solvent, 'molar_mass') : undefined);
  const gas = statements.stated('pressure') !== undefined;
  const density = (): Expression | Wanting => {
    if (statements.stated('density')) return statements.density();
    const [pressure, mass] = [statements.expression('pressure'), molarMass()];
    return pressure && mass ? divide(multiply(pressure, mass), multiply(R, T)) : wanting('`density`');
  };
  const viscosity = (): Expression | undefined =>
    isWord(statements.stated('viscosity'), 'kinetic') && statements.medium.solvent
      ? kineticViscosity(statements, [statements.medium.solvent], [one])
      : statements.expression('viscosity');
  return {
    viscosity,
    density,
    meanFreePath: () => {
      const stated = statements.expression('mean_free_path');
      if (stated) return stated;
      if (!gas) return wanting('`mean_free_path`, or `molar_mass` and `pressure`,');
      const [mass, eta, rho] = [molarMass(), viscosity(), density()];
      if (!mass || !eta || isWanting(rho)) return wanting('`mean_free_path`, or `molar_mass`, `viscosity` and `pressure`,');
      return meanFreePath(eta, rho, T, mass);
    },
  };
}

const viscosityFor = (statements: Statements, fluid: Fluid, purpose: string): Expression =>
  fluid.viscosity() ?? statements.required(purpose, 'viscosity');
const half = constant(0.5);
const radiusOf = (statements: Statements, name: string, purpose: string): Expression =>
  multiply(half, statements.substances.value(name, 'diameter') ?? statements.missing(`\`diameter\` of ${name} ${purpose}`));

function diffusionOf(statements: Statements, fluid: Fluid, name: string): Expression {
  const stated = statements.expression('diffusion', name) ?? statements.expression('diffusion');
  if (stated) return stated;
  const wished =
    isWord(statements.stated('diffusion'), 'stokes_einstein') || isWord(statements.stated('diffusion', name), 'stokes_einstein');
  if (!wished) return statements.missing(`${spelled('diffusion')} (a value or \`stokes_einstein\`) for the flux of ${name}`);
  const radius = radiusOf(statements, name, 'for `stokes_einstein`');
  const path = fluid.meanFreePath();
  const slip = isWanting(path) ? one : cunningham(divide(path, radius));
  return einsteinDiffusivity(T, stokesMobility(viscosityFor(statements, fluid, 'for `stokes_einstein`'), radius, slip));
}

/** −v_th/∇T [m²/(s·K)]: measured, or K_th ν/T. */
function thermalVelocity(statements: Statements, fluid: Fluid, name: string, diffusion: Expression, c: Expression): Expression {
  const measured = thermodiffusionStatement(statements, name);
  const value = measured && statements.translate(measured);
  if (measured && value) {
    const state = { kind: 'dilute', temperature: T, diffusion: () => diffusion, concentration: () => c } as const;
    return multiply(diffusion, toSoret(statements, measured, value, state));
  }
  const stated = statements.stated('thermophoresis');
  if (!stated) return zero;
  const kinematic = divide(
    viscosityFor(statements, fluid, 'for `thermophoresis`'),
    statements.need(fluid.density(), 'for `thermophoresis`'),
  );
  return divide(multiply(thermophoreticNumber(statements, fluid, name), kinematic), T);
}

/** K_th [1] */
function thermophoreticNumber(statements: Statements, fluid: Fluid, name: string): Expression {
  const stated = statements.stated('thermophoresis')!;
  const number = statements.translate(stated);
  if (number || stated.value.kind !== 'word') return number ?? zero;
  const model = stated.value.word as ThermophoreticModel;
  const purpose = `for \`thermophoresis = ${model}\``;
  const need = (wanted: boolean, value: () => Expression): Expression => (wanted ? value() : zero);
  return thermophoreticCoefficient[model]({
    knudsen: need(model === 'talbot', () => divide(statements.need(fluid.meanFreePath(), purpose), radiusOf(statements, name, purpose))),
    conductivityRatio: need(model !== 'waldmann', () => {
      const own = statements.substances.value(name, 'conductivity') ?? statements.missing(`\`conductivity\` of ${name} ${purpose}`);
      return divide(statements.required(purpose, 'conductivity'), own);
    }),
    accommodation: statements.substances.value(name, 'accommodation') ?? constant(0.9),
  });
}

/** c v_sed, downwards along −x: the buoyant weight times the mobility that belongs to D. */
function settlingOf(
  statements: Statements,
  fluid: Fluid,
  name: string,
  diffusion: Expression,
  gravity: Expression,
  c: Expression,
): Expression {
  const purpose = 'for settling under `gravity`';
  const density = statements.substances.value(name, 'density') ?? statements.missing(`\`density\` of ${name} ${purpose}`);
  const diameter = statements.substances.value(name, 'diameter') ?? statements.missing(`\`diameter\` of ${name} ${purpose}`);
  const excess = subtract(density, statements.need(fluid.density(), purpose));
  return negate(multiply(c, einsteinMobility(T, diffusion), particleMass(excess, diameter), gravity));
}
