import { catalogue, isPropertyName } from '../../../../solver/quantities/catalogue.js';
import { quantities, type QuantityName } from '../../../../solver/quantities/quantity.js';
import { diagnostic } from '../../diagnostic.js';
import { head, part, type Findings } from '../../finding.js';
import { remove } from '../../fixes.js';
import { useOf } from '../../model-view.js';
import type * as ast from '../../../generated/ast.js';

export const missingValue = diagnostic({
  code: 'missing/value',
  severity: 'error',
  title: 'Value missing',
  doc: 'A property, a parameter or a measure needs a value behind its `=`.',
  bad: 'solid steel { conductivity }\n',
  good: 'solid steel { conductivity = 50 W/(m*K) }\n',
});

export function* propertyMustHaveAValue(property: ast.Property): Findings {
  if (property.value) return;
  const use = useOf(property);
  const units = use?.quantities?.flatMap((q) => unitsOf(q)) ?? [];
  const inUnits = units.length > 0 ? `write = and a value in ${units.slice(0, 3).join(' or ')}` : 'write = and a value';
  const record = isPropertyName(property.key) ? catalogue[property.key] : undefined;
  yield {
    at: head(property),
    message: `${property.key}${record ? ` (${record.title})` : ''} needs a value.`,
    advice: use?.value === 'range' ? 'write = range(LOW, HIGH) with units' : inUnits,
    fixes: [{ title: `Remove ${property.key}`, edits: [remove(property)] }],
  };
}
const unitsOf = (name: QuantityName | 'measure' | 'argument'): readonly string[] =>
  name === 'measure' || name === 'argument' ? [] : quantities[name].units.filter((u) => u !== '1');

export function* declarationMustHaveAValue(declaration: ast.Param | ast.Let | ast.Measure): Findings {
  if (declaration.value) return;
  yield {
    at: part(declaration, 'name'),
    message: `The ${declaration.$type.toLowerCase()} ${declaration.name} needs a value.`,
    advice: 'write = and a value with its unit',
  };
}
