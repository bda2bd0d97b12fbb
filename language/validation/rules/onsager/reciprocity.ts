import { disagreement } from '../../coefficients/agreement.js';
import type { Stated } from '../../coefficients/physical-medium.js';
import { stateText } from '../../coefficients/states.js';
import { spelled, thermodiffusionGroups } from '../../coefficients/thermodiffusion.js';
import { diagnostic } from '../../diagnostic.js';
import { part, type Findings, type Fix } from '../../finding.js';
import { remove, replace } from '../../fixes.js';
import type { Medium, ModelView } from '../../model-view.js';
import { cstText } from '../../text.js';
import { onBoth } from '../conflict/thermodiffusion.js';
import { asymmetry, transposedPairs } from '../../coefficients/transposed.js';
import { numeral } from '../../../../solver/quantities/numeral.js';

const medium = (statements: string) =>
  `species A { molar_mass = 46.07 g/mol }\nspecies B { molar_mass = 18.015 g/mol }\nmixture m of A, B {\n  density = 935 kg/m^3\n  diffusion = 4.5e-10 m^2/s\n${statements}}\n`;

export const reciprocity = diagnostic({
  code: 'onsager/reciprocity',
  severity: 'error',
  title: 'Cross coefficients that are not equal (Onsager)',
  doc: 'Onsager’s reciprocal relations: L_ik = L_ki for every pair of fluxes, heat included. A temperature gradient drives matter exactly as strongly as a gradient of chemical potential drives heat, so the Dufour coefficient D″ equals D_T. (Magnetic fields and rotation, where a sign may change, are outside the language.) State one of the pair: the other follows. When both are measured and differ, one of the two is wrong or belongs to another frame of reference.',
  bad: medium('  onsager(A, heat) = 2.0e-5 kg*K/(m*s)\n  onsager(heat, A) = 3.0e-5 kg*K/(m*s)\n'),
  good: medium('  onsager(A, heat) = 2.0e-5 kg*K/(m*s)\n'),
});

export function* crossCoefficientsMustBeEqual(node: Medium, model: ModelView): Findings {
  const physical = model.physical(node);
  for (const [first, second] of transposedPairs(physical)) {
    const worst = asymmetry(physical, model, first, second);
    if (!worst) continue;
    for (const [own, other] of [
      [second, first],
      [first, second],
    ] as const) {
      yield {
        at: part(own.property, 'value'),
        message: `${spelled(own)} = ${cstText(own.property.value!)} and ${spelled(other)} = ${cstText(other.property.value!)} must be equal (Onsager), but differ by a factor of ${numeral(worst.ratio, 3)}${worst.state.size > 0 ? ` at ${stateText(worst.state)}` : ''}.`,
        advice: 'state one of the two; the other follows',
        related: [{ at: part(other.property, 'value'), message: `${spelled(other)} is stated here` }],
        fixes: useOneOf(own, other),
      };
    }
  }
}
function useOneOf(own: Stated, other: Stated): readonly Fix[] {
  const copied = (from: Stated, to: Stated): Fix => ({
    title: `Use ${spelled(from)} in both`,
    edits: [replace(part(to.property, 'value'), cstText(from.property.value!))],
  });
  return [copied(own, other), copied(other, own), { title: `Remove ${spelled(own)}`, edits: [remove(own.property)] }];
}
/** D″ = D_T, whichever way D_T is stated. */
export function* dufourMustEqualThermodiffusion(node: Medium, model: ModelView): Findings {
  const physical = model.physical(node);
  for (const { statements, quantity } of thermodiffusionGroups(physical)) {
    const dufour = statements.filter((s) => s.property.key === 'dufour');
    const first = statements.find((s) => s.property.key !== 'dufour');
    for (const second of first ? dufour : []) {
      const difference = disagreement(physical, model, first!, second, statements, quantity);
      if (difference) yield* onBoth(first!, second, difference);
    }
  }
}
