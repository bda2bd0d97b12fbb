import { diagnostic } from '../../diagnostic.js';
import { head, part, type Findings } from '../../finding.js';
import { remove } from '../../fixes.js';
import { componentNames, type ModelView } from '../../model-view.js';
import { numeral } from '../../../../solver/quantities/numeral.js';
import * as ast from '../../../generated/ast.js';

const salt = (chloride: string) =>
  `species Na { molar_mass = 22.99 g/mol; charge = 1; heat_of_transport = 3.46 kJ/mol }\nspecies Cl { molar_mass = 35.45 g/mol; charge = -1; heat_of_transport = 0.53 kJ/mol }\nspecies W { molar_mass = 18.015 g/mol }\nsolution brine of Na, Cl in W { diffusion(Na) = 1.33e-9 m^2/s; diffusion(Cl) = 2.03e-9 m^2/s }\ngeometry slab { length = 1 mm; medium = brine }\ninitial { temperature = 20 degC; c(Na) = 1 mol/m^3; c(Cl) = ${chloride} }\nboundary left { temperature = 20 degC }\nboundary right { temperature = 30 degC }\nsteady rest\n`;

export const electroneutrality = diagnostic({
  code: 'physics/electroneutrality',
  severity: 'error',
  title: 'Charges that do not balance',
  doc: 'In a solution of ions the charges add up to zero everywhere: Σ z c = 0. The concentration of the last ion follows from the others; one that is given besides must agree. A solution with charged species needs ions of both signs.',
  bad: salt('2 mol/m^3'),
  good: salt('1 mol/m^3'),
});

/** Concentrations written with three digits. */
const rounding = 2e-3;

export function* chargesMustBalance(block: ast.Initial | ast.Boundary, view: ModelView): Findings {
  for (const medium of view.mediaInUse()) {
    if (!ast.isSolution(medium)) continue;
    const ions = componentNames(medium).flatMap((name) => {
      const charge = chargeOf(name, view);
      return charge ? [{ name, charge, property: view.property(block, 'c', name) }] : [];
    });
    const values = ions.map(({ property }) => property && view.meaning.value(property));
    if (ions.length < 2 || values.some((v) => v === undefined)) continue;
    const sum = ions.reduce((total, { charge }, i) => total + charge * values[i]!, 0);
    const size = ions.reduce((total, { charge }, i) => total + Math.abs(charge * values[i]!), 0);
    const last = ions.at(-1)!;
    if (Math.abs(sum) <= rounding * size) continue;
    yield {
      at: part(last.property!, 'value'),
      message: `The charges do not balance: Σ z c is ${numeral(sum, 4)} mol/m³, not 0.`,
      advice: `leave c(${last.name}) out: it follows from the other ions`,
      related: ions.slice(0, -1).map(({ property, name }) => ({ at: head(property!), message: `c(${name}) is given here` })),
      fixes: [{ title: `Leave c(${last.name}) out`, edits: [remove(last.property!)] }],
    };
  }
}
function chargeOf(name: string, view: ModelView): number | undefined {
  const species = view.named(name);
  return ast.isSpecies(species) ? view.number(view.property(species, 'charge')?.value) : undefined;
}
