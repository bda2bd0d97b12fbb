import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { replace } from '../../fixes.js';
import { useOf, type ModelView } from '../../model-view.js';
import { numeral } from '../../../../solver/quantities/numeral.js';
import * as ast from '../../../generated/ast.js';

export const outOfRange = diagnostic({
  code: 'limit/range',
  severity: 'error',
  title: 'Value outside its physical range',
  doc: 'Fractions lie between 0 and 1, lengths, densities, conductivities and diffusion coefficients are positive, numbers of cells are whole. Temperatures are above absolute zero.',
  bad: 'solid steel { conductivity = -50 W/(m*K) }\n',
  good: 'solid steel { conductivity = 50 W/(m*K) }\n',
});

export function* valueMustBeInItsRange(property: ast.Property, model: ModelView): Findings {
  const use = useOf(property);
  if (!use || !property.value) return;
  const value = model.meaning.value(property);
  if (value === undefined || !Number.isFinite(value)) return;
  const at = part(property, 'value');
  const temperature = use.quantities?.[0] === 'temperature';
  if (temperature && value <= 0) {
    yield { at, message: `A temperature is above absolute zero, but this is ${numeral(value, 6)} K.`, advice: 'give it in K or degC' };
    return;
  }
  switch (use.must) {
    case 'be positive':
      if (value <= 0)
        yield {
          at,
          message: `${property.key} must be positive, but this is ${numeral(value, 6)} (SI).`,
          advice: 'check the sign and the unit',
        };
      return;
    case 'not be negative':
      if (value < 0)
        yield {
          at,
          message: `${property.key} must not be negative, but this is ${numeral(value, 6)} (SI).`,
          advice: 'check the sign and the unit',
        };
      return;
    case 'be within 0…1': {
      if (value >= 0 && value <= 1) return;
      const percent = value > 1 && value <= 100 && ast.isQuantity(property.value) && property.value.unit === undefined;
      yield {
        at,
        message: `${property.key} must be within 0 and 1, but this is ${numeral(value, 6)}.`,
        advice: percent ? `did you mean ${numeral(value, 6)} %?` : 'a fraction is a part of the whole',
        fixes: percent ? [{ title: `Write ${numeral(value, 6)} %`, edits: [replace(at, `${numeral(value, 6)} %`)] }] : [],
      };
      return;
    }
    case 'be a whole number': {
      if (Number.isInteger(value) && value > 0) return;
      const whole = Math.max(1, Math.round(value));
      yield {
        at,
        message: `${property.key} must be a whole number above 0, but this is ${numeral(value, 6)}.`,
        advice: `write ${whole}`,
        fixes: [{ title: `Write ${whole}`, edits: [replace(at, String(whole))] }],
      };
    }
  }
}
