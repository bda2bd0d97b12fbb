import { numeral } from '../../../../solver/quantities/numeral.js';
import { unitOf } from '../../coefficients/agreement.js';
import { isConstant, toleranceOf } from '../../coefficients/digits.js';
import { byStatement, comparisons, nearestOf, type Comparison } from '../../coefficients/literature.js';
import { spelled } from '../../coefficients/thermodiffusion.js';
import { diagnostic } from '../../diagnostic.js';
import { part, type Finding, type Findings } from '../../finding.js';
import { replace } from '../../fixes.js';
import type { Medium, ModelView } from '../../model-view.js';
import { cstText } from '../../text.js';

const model = (value: string) =>
  `import "./measured.soret"\nsolution mine of A in B {\n  diffusion(A) = 1.0e-9 m^2/s\n  soret(A) = ${value}\n}\n`;
const files = {
  'measured.soret':
    'species A { molar_mass = 58.44 g/mol }\nspecies B { molar_mass = 18.015 g/mol }\nsolution A_in_B of A in B {\n  diffusion(A) = 1.0e-9 m^2/s\n  soret(A) = 2.0e-3 +- 0.1e-3 1/K\n  reference(A) = "Measurements of the example, 2020"\n}\n',
};

export const magnitude = diagnostic({
  code: 'sign/magnitude',
  severity: 'warning',
  title: 'Value ten times off the literature entry',
  doc: 'An imported library describes the same components, and its coefficient at the temperature and composition of this model differs by a factor of ten or more: diffusion, conductivity and viscosity as they stand, thermodiffusion as S_T of the same component, in whichever convention the two state it. A missing power of ten, a wrong unit, or a value that belongs to another quantity (D_T in the place of S_T) is the usual reason. The message gives the value of the entry in your convention, with its citation.',
  bad: model('2.0 1/K'),
  good: model('2.0e-3 1/K'),
  files,
});
export const deviation = diagnostic({
  code: 'sign/deviation',
  severity: 'hint',
  title: 'Value outside the uncertainty of the literature entry',
  doc: 'An imported library describes the same components and states the uncertainty of its coefficient; this value differs from it by more than twice that and the digits written. Another temperature or composition, or a better measurement, may be the reason: then keep the value, and say so in a comment or a `reference`.',
  bad: model('3.0e-3 1/K'),
  good: model('2.1e-3 1/K'),
  files,
});

/** A factor that no difference of samples explains. */
const farOff = 10;

export function* valueShouldBeOfTheSizeOfTheLiterature(node: Medium, view: ModelView): Findings {
  for (const nearest of nearestEntries(node, view)) {
    if (isFarOff(nearest)) yield finding(nearest, view, 'look for a wrong unit, a power of ten, or a value of another quantity');
  }
}
export function* valueShouldLieInTheUncertaintyOfTheLiterature(node: Medium, view: ModelView): Findings {
  for (const nearest of nearestEntries(node, view)) {
    const { own, ratio, uncertainty } = nearest;
    if (isFarOff(nearest) || uncertainty === undefined) continue;
    const allowed = 2 * uncertainty + toleranceOf(own.property.value, view);
    if (Math.abs(ratio - 1) > allowed)
      yield finding(nearest, view, 'keep it when your sample or your conditions differ, and cite the source');
  }
}
/** For each statement, unless the entries go the other way: that is a matter of the sign. */
const nearestEntries = (node: Medium, view: ModelView): readonly Comparison[] =>
  !view.isOwn(node)
    ? []
    : byStatement(comparisons(node, view))
        .map((group) => group.filter(({ ratio }) => ratio > 0))
        .flatMap((group) => (group.length > 0 ? [nearestOf(group)] : []));
const isFarOff = ({ ratio }: Comparison): boolean => ratio >= farOff || ratio <= 1 / farOff;

function finding({ own, entry, citation, ratio, value, uncertainty }: Comparison, view: ModelView, advice: string): Finding {
  const theirs = value / ratio;
  const unit = unitOf(own);
  const error = uncertainty === undefined ? '' : ` ± ${numeral(Math.abs(theirs) * uncertainty, 2)}`;
  const text = `${numeral(theirs)} ${unit}`.trim();
  return {
    at: part(own.property, 'value'),
    message: `${spelled(own)} = ${cstText(own.property.value!)} is ${timesOf(ratio)} of ${entry.name} of the library, ${`${numeral(theirs)}${error} ${unit}`.trim()}${citation ? ` (${citation})` : ''}.`,
    advice,
    related: [{ at: part(entry, 'name'), message: 'the entry of the library' }],
    fixes: isConstant(own.property.value, view)
      ? [{ title: `Write ${text}, as ${entry.name}`, edits: [replace(part(own.property, 'value'), text)] }]
      : [],
  };
}
/** "3.2 times that", "60 % of that", "1/770 of that". */
function timesOf(ratio: number): string {
  if (ratio >= 1) return `${numeral(ratio, 3)} times that`;
  return ratio > 1 / farOff ? `${numeral(100 * ratio, 3)} % of that` : `1/${numeral(1 / ratio, 3)} of that`;
}
