import type { Expression } from '../../../../solver/expression/expression.js';
import type { ResolvedMedium } from '../../../../solver/physics/media/resolved.js';
import { disagreement } from '../../coefficients/agreement.js';
import type { PhysicalMedium, Stated } from '../../coefficients/physical-medium.js';
import { diagnostic } from '../../diagnostic.js';
import type { Findings } from '../../finding.js';
import { componentNames, type ModelView } from '../../model-view.js';
import { onBoth } from './thermodiffusion.js';
import type * as ast from '../../../generated/ast.js';

const medium = (statements: string) =>
  `species A { molar_mass = 46.07 g/mol }\nspecies B { molar_mass = 18.015 g/mol }\nmixture m of A, B {\n  density = 935 kg/m^3\n  diffusion = 4.5e-10 m^2/s\n${statements}}\n`;

export const transportConflict = diagnostic({
  code: 'conflict/transport',
  severity: 'error',
  title: 'Diffusion or conductivity stated twice and differently',
  doc: 'Fick’s D, the Maxwell–Stefan diffusivity (D = Ð Γ) and `onsager(A, A)` (D = L_11 μ_11/(ρ w_2 T)) say the same thing, and so do the conductivity λ₀ and `onsager(heat, heat)` (λ₀ = L_qq/T²). Two of them are compared over the model’s range; a difference beyond the digits written is an error. With three or more components the matrices that they give are compared, and `maxwell_stefan(A, B)` with `maxwell_stefan(B, A)`.',
  bad: medium('  maxwell_stefan(A, B) = 5.5e-10 m^2/s\n'),
  good: medium(''),
});

interface Family {
  readonly members: (stated: Stated, components: readonly string[]) => boolean;
  readonly quantity: (resolved: ResolvedMedium) => Expression | undefined;
}
const isPair = ({ value }: Stated, a: string | undefined, b: string | undefined): boolean =>
  value.of.length === 2 && value.of.includes(a ?? '') && value.of.includes(b ?? '');
const families: readonly Family[] = [
  {
    members: (s, [a, b]) =>
      (s.property.key === 'diffusion' && s.value.of.length === 0) ||
      (s.property.key === 'maxwell_stefan' && isPair(s, a, b)) ||
      (s.property.key === 'onsager' && s.value.of.every((name) => name === a)),
    quantity: (resolved) => resolved.diffusion[0]?.[0],
  },
  {
    members: (s) => s.property.key === 'conductivity' || (s.property.key === 'onsager' && s.value.of.every((name) => name === 'heat')),
    quantity: (resolved) => resolved.conductivity,
  },
];

export function* transportMustBeStatedOnce(mixture: ast.Mixture, view: ModelView): Findings {
  const components = componentNames(mixture);
  if (components.length !== 2) return;
  const physical = view.physical(mixture);
  for (const family of families) yield* judged(physical, view, family, components);
}
function* judged(physical: PhysicalMedium, view: ModelView, { members, quantity }: Family, components: readonly string[]): Findings {
  const group = physical.stated.filter((s) => s.value.value.kind !== 'word' && members(s, components));
  const [first, ...later] = group;
  for (const second of first ? later : []) {
    const difference = disagreement(physical, view, first!, second, group, quantity);
    if (difference) yield* onBoth(first!, second, difference);
  }
}
