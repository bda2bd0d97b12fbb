import { spelled, thermodiffusionGroups } from '../../coefficients/thermodiffusion.js';
import { dissipation } from '../../coefficients/dissipation.js';
import { stateText } from '../../coefficients/states.js';
import { written } from '../../coefficients/agreement.js';
import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { remove } from '../../fixes.js';
import { refText, type Medium, type ModelView } from '../../model-view.js';
import { cstText } from '../../text.js';
import { numeral } from '../../../../solver/quantities/numeral.js';

const medium = (soret: string) =>
  `species A { molar_mass = 46.07 g/mol }\nspecies B { molar_mass = 18.015 g/mol }\nmixture m of A, B {\n  density = 935 kg/m^3\n  diffusion = 4.5e-10 m^2/s\n  soret(A) = ${soret}\n  conductivity = 0.35 W/(m*K)\n}\n`;

export const secondLaw = diagnostic({
  code: 'onsager/second-law',
  severity: 'error',
  title: 'Coefficients that would destroy entropy',
  doc: 'Entropy production must not be negative for any gradients, which limits how strong the coupling of heat and matter can be: ε = L_1q²/(L_11 L_qq) < 1, in other words S_T² < λ₀/(ρ w₁² w₂ μ₁₁ T D) in a binary mixture and Σ R T² c D S_T²/λ₀ < 1 in a dilute solution. In liquids ε is about 0.001 and in gases about 0.01, so a violation nearly always means a wrong unit or a misplaced power of ten. With `dufour = off` the coupling is incomplete on purpose and is not judged. The message prints the largest value allowed, and where in the model’s range it is exceeded.',
  bad: medium('3.2 1/K'),
  good: medium('3.2e-3 1/K'),
});

/** Rounding of an entropy production of exactly zero. */
const slack = 1e-9;

export function* couplingMustNotDestroyEntropy(node: Medium, model: ModelView): Findings {
  if (!model.mayFill(node)) return;
  if (refText(model.property(node, 'dufour')?.value) === 'off') return;
  const physical = model.physical(node);
  const statements = thermodiffusionGroups(physical).flatMap((g) => g.statements.filter((s) => s.property.key !== 'dufour').slice(0, 1));
  if (statements.length === 0) return;
  const worst = dissipation(physical, model);
  if (!worst || !(worst.coupling >= 1 - slack)) return;
  const where = worst.stated.size > 0 ? ` at ${stateText(worst.stated)}` : '';
  for (const stated of statements) {
    const resolved = physical.resolve();
    const expression = resolved && physical.expression(stated, resolved);
    const value = expression && physical.at(expression, worst.state);
    const largest = value === undefined ? '' : written(Math.abs(value) / Math.sqrt(worst.coupling), stated);
    yield {
      at: part(stated.property, 'value'),
      message: `${spelled(stated)} = ${cstText(stated.property.value!)} would destroy entropy: ε = ${numeral(worst.coupling, 3)}${where}, but it must be below 1.`,
      advice: largest
        ? `|${spelled(stated)}| must stay below ${largest}${where && ' there'}; look for a wrong unit or power of ten`
        : 'look for a wrong unit or power of ten',
      fixes: [{ title: `Remove ${spelled(stated)}`, edits: [remove(stated.property)] }],
    };
  }
}
