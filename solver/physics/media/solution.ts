/**
 * A dilute solution, solvent-fixed frame, each solute on its own:
 *
 *     J_i  = −D_i ∇c_i − D_T,i c_i ∇T
 *     J′_q = −λ₀ ∇T − Σ_i R T² Γ_i D″_i ∇c_i,   D″_i = D_T,i by Onsager  (= −Σ D_i Q*_i ∇c_i)
 */
import { divide, multiply, one, temperature as T, zero, type Expression } from '../../expression/expression.js';
import { isWanting } from '../reading.js';
import { R } from '../relations/thermodynamics.js';
import { isWord } from '../properties.js';
import { square } from '../symbolic.js';
import { concentrationSymbols, readConcentrations } from './concentrations.js';
import { enthalpyDensity } from './enthalpy.js';
import type { MediumContext } from './index.js';
import type { ResolvedMedium } from './resolved.js';
import { Statements } from './statements.js';
import { thermodiffusionStatement, toSoret } from './thermodiffusion_of.js';

export function resolveSolution({ medium, substances, findings }: MediumContext): ResolvedMedium {
  const statements = new Statements(medium, substances, findings);
  const solutes = medium.components;
  const c = concentrationSymbols(solutes);
  const reading = readConcentrations(solutes, medium.solvent, c, substances, T, () => statements.density());
  const ids = solutes.map((name) => `c(${name})`);
  statements.readWith(reading, ['T', ...ids]);
  const porosity = statements.expression('porosity') ?? one;
  const slowing = square(statements.expression('tortuosity') ?? one);
  const off = isWord(statements.stated('dufour'), 'off');

  const resolved = solutes.map((name, i) => {
    const fick = statements.required(`for the flux of ${name}`, 'diffusion', name);
    const gamma = statements.expression('activity', name) ?? statements.expression('thermodynamic_factor') ?? one;
    const named = thermodiffusionStatement(statements, name);
    const value = named && statements.translate(named);
    const soret =
      named &&
      value &&
      toSoret(statements, named, value, {
        kind: 'dilute',
        temperature: T,
        diffusion: () => fick,
        concentration: () => c[i]!,
        thermodynamicFactor: () => gamma,
      });
    const D = divide(fick, slowing);
    const DT = soret ? multiply(D, soret) : zero;
    const dufour = off ? zero : (statements.expression('dufour', name) ?? DT);
    return { D, gamma, thermodiffusion: multiply(DT, c[i]!), dufour: multiply(porosity, R, square(T), gamma, dufour) };
  });
  const density = reading.density();
  const capacity = statements.expression('heat_capacity');
  const diagonal = (entries: readonly Expression[]): Expression[][] => entries.map((e, i) => entries.map((_, j) => (i === j ? e : zero)));
  return {
    medium,
    reading,
    unknowns: solutes.map((species, i) => ({ id: ids[i]!, species, unit: 'mol/m^3' })),
    weight: porosity,
    surfaceWeight: one,
    stored: c.map((ci) => multiply(porosity, ci)),
    diffusion: diagonal(resolved.map((solute) => solute.D)),
    thermodiffusion: resolved.map((solute) => solute.thermodiffusion),
    dufour: off ? undefined : resolved.map((solute) => solute.dufour),
    conductivity: statements.expression('conductivity'),
    enthalpy: capacity && !isWanting(density) ? enthalpyDensity(multiply(density, capacity), ids) : undefined,
    potentialSlope: diagonal(resolved.map(({ gamma }, i) => divide(multiply(R, T, gamma), c[i]!))),
    fluxWeights: new Map(solutes.map((species, i) => [species, solutes.map((_, j) => (i === j ? 1 : 0))])),
    amounts: new Map(solutes.map((species, i) => [species, multiply(porosity, c[i]!)])),
    diffusivities: new Map(solutes.map((species, i) => [species, resolved[i]!.D])),
  };
}
