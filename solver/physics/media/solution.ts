/**
 * A dilute solution, solvent-fixed frame, each solute on its own:
 *
 *     J_i  = −D_i ∇c_i − D_T,i c_i ∇T + V_i
 *     J′_q = −λ₀ ∇T − Σ_i R T² Γ_i D″_i ∇c_i,   D″_i = D_T,i by Onsager  (= −Σ D_i Q*_i ∇c_i)
 *
 * Ions move together without current (see `electrolyte.ts`); the last of them follows from electroneutrality.
 */
import { add, constant, divide, multiply, negate, one, temperature as T, type Expression } from '../../expression/expression.js';
import { diagonal } from '../matrix.js';
import { isWord } from '../properties.js';
import { R } from '../relations/thermodynamics.js';
import { dot, square } from '../symbolic.js';
import { concentrationSymbols, readConcentrations } from './concentrations.js';
import { coupleIons } from './electrolyte.js';
import { solutionEnthalpy } from './enthalpy.js';
import { diluteSettling } from './gravity.js';
import type { MediumContext } from './index.js';
import type { ResolvedMedium } from './resolved.js';
import { Statements } from './statements.js';
import { thermodiffusionStatement, toSoret } from './thermodiffusion_of.js';

interface Solute {
  readonly name: string;
  readonly c: Expression;
  readonly D: Expression;
  readonly gamma: Expression;
  readonly soret: Expression | undefined;
  readonly charge: number;
}

export function resolveSolution({ medium, substances, findings, gravity }: MediumContext): ResolvedMedium {
  const statements = new Statements(medium, substances, findings);
  const charges = medium.components.map((name) => chargeOf(statements, name));
  const lastIon = charges.reduce((found, charge, i) => (charge !== 0 ? i : found), -1);
  const solutes = medium.components.filter((_, i) => i !== lastIon);
  const symbols = concentrationSymbols(medium.components);
  const neutralising =
    lastIon < 0
      ? undefined
      : divide(
          dot(
            charges.map((z, i) => constant(i === lastIon ? 0 : -z)),
            symbols,
          ),
          constant(charges[lastIon]!),
        );
  const c = symbols.map((symbol, i) => (i === lastIon ? neutralising! : symbol));
  const reading = readConcentrations(medium.components, medium.solvent, c, substances, T, () => statements.density());
  const ids = solutes.map((name) => `c(${name})`);
  statements.readWith(reading, ['T', ...ids]);

  const porosity = statements.expression('porosity') ?? one;
  const slowing = square(statements.expression('tortuosity') ?? one);
  const all = medium.components.map((name, i) => solute(statements, name, c[i]!, charges[i]!, slowing));
  const independent = all.filter((_, i) => i !== lastIon);
  const coupled = lastIon < 0 ? alone(independent) : coupleIons(independent.map(asIon), asIon(all[lastIon]!));
  const closing = lastIon < 0 ? undefined : all[lastIon]!;
  const drift = gravity && settling(statements, independent, porosity, gravity);
  if (lastIon >= 0 && charges.filter((charge) => charge !== 0).length < 2)
    statements.findings.report(
      'physics/electroneutrality',
      `${medium.name} has only one kind of ion, ${closing!.name}; its counter-ion is missing`,
      medium.origin,
    );
  return {
    medium,
    reading,
    statements,
    unknowns: solutes.map((species, i) => ({ id: ids[i]!, species, unit: 'mol/m^3' })),
    weight: porosity,
    surfaceWeight: one,
    stored: independent.map((own) => multiply(porosity, own.c)),
    diffusion: coupled.diffusion,
    thermodiffusion: all.some((own) => own.soret) ? coupled.thermodiffusion : undefined,
    drift,
    dufour: soluteDufour(statements, independent, closing, coupled.diffusion)?.map((entry) => multiply(porosity, entry)),
    viscosity: statements.expression('viscosity'),
    conductivity: statements.expression('conductivity'),
    ...solutionEnthalpy(statements, medium.components, c, ids),
    potentialSlope: independent.map((own, k) =>
      independent.map((other, j) => {
        const ownPart = k === j ? divide(own.gamma, own.c) : constant(0);
        const through = closing && divide(multiply(constant((own.charge * other.charge) / closing.charge ** 2), closing.gamma), closing.c);
        return multiply(R, T, through ? add(ownPart, through) : ownPart);
      }),
    ),
    potential: coupled.potential,
    fluxWeights: new Map([
      ...solutes.map((species, i) => [species, solutes.map((_, j) => (i === j ? 1 : 0))] as const),
      ...(closing ? [[closing.name, independent.map(({ charge }) => -charge / closing.charge)] as const] : []),
    ]),
    amounts: new Map(all.map((own) => [own.name, multiply(porosity, own.c)])),
    diffusivities: new Map(all.map((own) => [own.name, own.D])),
  };
}

function chargeOf(statements: Statements, name: string): number {
  const charge = statements.substances.value(name, 'charge');
  return charge?.kind === 'constant' ? charge.value : 0;
}

function solute(statements: Statements, name: string, c: Expression, charge: number, slowing: Expression): Solute {
  const fick = statements.required(`for the flux of ${name}`, 'diffusion', name);
  const gamma = statements.expression('activity', name) ?? statements.expression('thermodynamic_factor') ?? one;
  const named = thermodiffusionStatement(statements, name) ?? statements.substances.statement(name, 'heat_of_transport');
  const value = named && statements.translate(named);
  const state = {
    kind: 'dilute',
    temperature: T,
    diffusion: () => fick,
    concentration: () => c,
    thermodynamicFactor: () => gamma,
  } as const;
  const soret = named && value && toSoret(statements, named, value, state);
  return { name, c, charge, gamma, D: divide(fick, slowing), soret };
}
const asIon = ({ charge, c, D, soret }: Solute) => ({ charge, c, D, soret: soret ?? constant(0) });

const alone = (solutes: readonly Solute[]) => ({
  diffusion: diagonal(solutes.map(({ D }) => D)),
  thermodiffusion: solutes.map(({ D, soret, c }) => multiply(D, soret ?? constant(0), c)),
  potential: undefined,
});

/** B_j = Σ_k (q_k − z_k q_n/z_n) D_kj with q = R T² Γ S″, S″ = D″/D stated or equal to S_T by Onsager; undefined when off. */
function soluteDufour(
  statements: Statements,
  independent: readonly Solute[],
  closing: Solute | undefined,
  diffusion: readonly (readonly Expression[])[],
): Expression[] | undefined {
  if (isWord(statements.stated('dufour'), 'off')) return undefined;
  const heatOf = (own: Solute): Expression => {
    const stated = statements.expression('dufour', own.name);
    const ratio = stated ? divide(stated, own.D) : (own.soret ?? constant(0));
    return multiply(R, square(T), own.gamma, ratio);
  };
  const heats = independent.map((own) =>
    closing ? add(heatOf(own), negate(multiply(constant(own.charge / closing.charge), heatOf(closing)))) : heatOf(own),
  );
  return independent.map((_, j) =>
    dot(
      heats,
      diffusion.map((row) => row[j]!),
    ),
  );
}

/** Only of solutes whose specific volume is stated: without it there is no buoyancy to speak of. */
function settling(statements: Statements, solutes: readonly Solute[], porosity: Expression, g: Expression): Expression[] | undefined {
  const stated = solutes.map(({ name }) => statements.stated('specific_volume', name));
  if (stated.every((property) => property === undefined)) return undefined;
  return solutes.map(({ name, D, c }, i) => {
    const v = stated[i] && statements.translate(stated[i]);
    if (!v) return constant(0);
    const rho = statements.need(statements.density(), `for settling of ${name}`);
    const M = statements.need(statements.molarMass(name), `for settling of ${name}`);
    return multiply(porosity, diluteSettling({ D, c, M, rho, v, g }));
  });
}
