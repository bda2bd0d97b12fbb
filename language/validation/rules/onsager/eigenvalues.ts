import { hullOf } from '../../coefficients/hull.js';
import type { State } from '../../coefficients/physical-medium.js';
import { isKnown, stated, states, stateText } from '../../coefficients/states.js';
import { diagnostic } from '../../diagnostic.js';
import { head, part, type Findings } from '../../finding.js';
import { componentNames, type ModelView } from '../../model-view.js';
import { numeral } from '../../../../solver/quantities/numeral.js';
import { eigenvalues as eigenvaluesOf, type Eigenvalues } from '../../../../solver/physics/index.js';
import type * as ast from '../../../generated/ast.js';

const medium = (cross: string) =>
  `species A { molar_mass = 132 g/mol }\nspecies B { molar_mass = 134 g/mol }\nspecies C { molar_mass = 170 g/mol }\nmixture m of A, B, C {\n  density = 870 kg/m^3\n  diffusion(A, A) = 6e-10 m^2/s\n  diffusion(A, B) = ${cross}\n  diffusion(B, A) = 2e-10 m^2/s\n  diffusion(B, B) = 8e-10 m^2/s\n}\n`;

export const eigenvalues = diagnostic({
  code: 'onsager/eigenvalues',
  severity: 'error',
  title: 'Diffusion matrix that is not diffusive',
  doc: 'The matrix of a stable mixture is the product of two symmetric positive definite ones, so all its eigenvalues are real and positive: every disturbance decays, and none oscillates. For three components: tr D > 0, det D > 0, (tr D)² ≥ 4 det D. A violation points at a sign, a permutation of the components, or a frame of reference mixed up. The message prints the eigenvalues.',
  bad: medium('-9e-10 m^2/s'),
  good: medium('1e-10 m^2/s'),
});

/** Relative size below which an imaginary part is rounding. */
const rounding = 1e-7;

export function* diffusionMustBeDiffusive(mixture: ast.Mixture, model: ModelView): Findings {
  const statements = model.properties(mixture, 'diffusion').filter((p) => p.args.length === 2);
  const first = statements[0];
  if (!first || componentNames(mixture).length < 3) return;
  const physical = model.physical(mixture);
  const resolved = physical.resolve();
  if (!resolved || resolved.diffusion.length < 2) return;
  const hull = hullOf(physical, resolved, model);
  const points = states(resolved, hull);
  const known = isKnown(resolved, hull);
  let worst: { readonly state: State; readonly values: Eigenvalues } | undefined;
  for (const state of points) {
    const values = eigenvaluesOf(resolved.diffusion.map((row) => row.map((d) => physical.at(d, state))));
    const size = Math.max(...values.real.map((re, i) => Math.hypot(re, values.imaginary[i]!)));
    const small = values.imaginary.every((im) => Math.abs(im) <= rounding * size);
    const sound = !Number.isFinite(size) || (small && values.real.every((re) => re > 0));
    if (!sound) worst ??= { state: stated(state, hull), values };
    // While the file leaves the composition open, only what is wrong everywhere is wrong.
    else if (!known) return;
  }
  if (!worst) return;
  const { real, imaginary } = worst.values;
  const printed = real
    .map((re, i) => [re, imaginary[i]!] as const)
    .map(([re, im]) => `${numeral(re, 4)}${im === 0 ? '' : ` ${im < 0 ? '−' : '+'} ${numeral(Math.abs(im), 4)}i`}`)
    .join(', ');
  const complex = imaginary.some((im) => im !== 0);
  yield {
    at: head(first),
    message: `The eigenvalues of the diffusion matrix of ${mixture.name} must be real and positive, but are ${printed} m²/s${worst.state.size > 0 ? ` (at ${stateText(worst.state)})` : ''}.`,
    advice: complex
      ? 'disturbances would oscillate: the product of the off-diagonal coefficients is too negative; check their signs'
      : 'a disturbance would grow: the determinant or the trace is negative; check signs and the order of the components',
    related: statements.slice(1).map((p) => ({ at: part(p, 'value'), message: 'part of the matrix' })),
  };
}
