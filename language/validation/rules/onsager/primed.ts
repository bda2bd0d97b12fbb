import { isWanting } from '../../../../solver/physics/reading.js';
import { numeral, shortNumeral } from '../../../../solver/quantities/numeral.js';
import { unitOf } from '../../coefficients/agreement.js';
import { hullOf } from '../../coefficients/hull.js';
import { isKnown, meanState } from '../../coefficients/states.js';
import { diagnostic } from '../../diagnostic.js';
import { head, part, type Findings, type Fix } from '../../finding.js';
import { renamed, replace } from '../../fixes.js';
import { componentNames, wordOf, type ModelView } from '../../model-view.js';
import type * as ast from '../../../generated/ast.js';

export const primed = diagnostic({
  code: 'onsager/primed',
  severity: 'error',
  title: 'Binary coefficient in a mixture of three or more, or the reverse',
  doc: 'In a binary mixture the flux is −ρ[D ∇w + D_T w(1−w) ∇T]: D_T does not contain the composition factor. With three or more components it is −ρ[Σ D_ij ∇w_j + D′_T,i ∇T]: the primed coefficient contains it, and there is no single factor to divide by. The two are different properties, and their values differ by w(1−w); check which one your source prints.',
  bad: 'species A { molar_mass = 40 g/mol }\nspecies B { molar_mass = 30 g/mol }\nspecies C { molar_mass = 20 g/mol }\nmixture m of A, B, C { diffusion(A, A) = 1e-9 m^2/s; thermodiffusion(A) = 1e-12 m^2/(s*K) }\n',
  good: 'species A { molar_mass = 40 g/mol }\nspecies B { molar_mass = 30 g/mol }\nspecies C { molar_mass = 20 g/mol }\nmixture m of A, B, C { diffusion(A, A) = 1e-9 m^2/s; thermodiffusion_prime(A) = 1e-12 m^2/(s*K) }\n',
});

/** Coefficients that exist for two components only. */
export const binaryOnly: readonly string[] = [
  'soret',
  'thermodiffusion',
  'thermal_diffusion_factor',
  'thermal_diffusion_ratio',
  'thermal_diffusion_coefficient',
  'heat_of_transport',
  'dufour',
];
/** Those that exist for three or more only. */
export const primedOnly: readonly string[] = ['thermodiffusion_prime', 'soret_prime'];
const primedOf: Readonly<Record<string, string>> = { soret: 'soret_prime', thermodiffusion: 'thermodiffusion_prime' };

export function* coefficientMustFitTheNumberOfComponents(mixture: ast.Mixture, model: ModelView): Findings {
  const count = componentNames(mixture).length;
  if (count > 2) {
    for (const property of model.properties(mixture, ...binaryOnly)) {
      if (property.args.length !== 1) continue;
      const prime = primedOf[property.key];
      if (wordOf(property) === 'kinetic') {
        yield {
          at: head(property),
          message: `${property.key} of one component has a meaning in a binary mixture only; ${mixture.name} has ${count} components.`,
          advice: 'write thermal_diffusion_factor(A, B) = kinetic for every pair of components',
          related: [{ at: part(mixture, 'name'), message: `${count} components` }],
          fixes: [renamed(property, kineticPairs(componentNames(mixture), indentOf(property)), 'Write the factor of every pair')],
        };
        continue;
      }
      yield {
        at: head(property),
        message: `${property.key} of one component has a meaning in a binary mixture only; ${mixture.name} has ${count} components.`,
        advice: prime
          ? `if your source prints the primed coefficient, which contains the composition factor, write ${prime}`
          : 'give thermodiffusion_prime or soret_prime of the first components',
        related: [{ at: part(mixture, 'name'), message: `${count} components` }],
        fixes: prime ? [renamed(part(property, 'key'), prime)] : [],
      };
    }
  } else {
    for (const property of model.properties(mixture, ...primedOnly)) {
      const plain = property.key.replace('_prime', '');
      yield {
        at: part(property, 'key'),
        message: `${property.key} contains the factor w(1−w) and belongs to mixtures of three or more; ${mixture.name} has ${count} components.`,
        advice: `write ${plain} with the value divided by w(1−w)`,
        related: [{ at: part(mixture, 'name'), message: `${count} components` }],
        fixes: [
          ...divided(property, plain, mixture, model),
          renamed(part(property, 'key'), plain, `Rename to ${plain} (check the value: it has no factor w(1−w))`),
        ],
      };
    }
    for (const property of model.properties(mixture, 'soret').filter((p) => p.args.length === 2)) {
      const first = property.args[0]!.$refText;
      yield {
        at: head(property),
        message: `The pair form of soret belongs to mixtures of three or more; ${mixture.name} has ${count} components.`,
        advice: `in a binary mixture soret(${first}) is the coefficient of the pair`,
        fixes: [renamed(head(property), `soret(${first})`, `Write soret(${first})`)],
      };
    }
  }
}

const indentOf = (property: ast.Property): string => ' '.repeat(property.$cstNode?.range.start.character ?? 0);
const kineticPairs = (names: readonly string[], indent: string): string =>
  names.flatMap((a, i) => names.slice(i + 1).map((b) => `thermal_diffusion_factor(${a}, ${b}) = kinetic`)).join(`\n${indent}`);

/** The plain coefficient of the same physics, where the model says at which composition. */
function divided(property: ast.Property, plain: string, mixture: ast.Mixture, model: ModelView): Fix[] {
  const physical = model.physical(mixture);
  const resolved = physical.resolve();
  const stated = physical.stated.find((s) => s.property === property);
  const value = model.number(property.value);
  if (!resolved || !stated || value === undefined) return [];
  const hull = hullOf(physical, resolved, model, 'declared');
  const fraction = resolved.reading.composition('w', property.args[0]?.$refText ?? '');
  if (!isKnown(resolved, hull) || isWanting(fraction)) return [];
  const w = physical.at(fraction, meanState(resolved, hull));
  const factor = w * (1 - w);
  if (!(factor > 0)) return [];
  const text = `${shortNumeral(value / factor)} ${unitOf(stated)}`.trim();
  return [
    {
      title: `Write ${plain} = ${text}, divided by w(1−w) = ${numeral(factor)}`,
      edits: [replace(part(property, 'key'), plain), replace(part(property, 'value'), text)],
    },
  ];
}
