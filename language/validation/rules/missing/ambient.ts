import { boundaryConditions } from '../../../../solver/physics/boundaries/index.js';
import { conditionNamed } from '../../../../solver/physics/boundaries/stated.js';
import { diagnostic } from '../../diagnostic.js';
import { head, type Findings } from '../../finding.js';
import { remove } from '../../fixes.js';
import { argumentNames, type ModelView } from '../../model-view.js';
import type * as ast from '../../../generated/ast.js';

export const missingAmbient = diagnostic({
  code: 'missing/ambient',
  severity: 'error',
  title: 'Transfer coefficient without ambient value, or the reverse',
  doc: 'A transfer through a wall is coefficient × difference: `heat_transfer` goes with `ambient`, `mass_transfer(A)` with `ambient(A)`. One without the other says nothing.',
  bad: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\nboundary left { heat_transfer = 10 W/(m^2*K) }\n',
  good: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\nboundary left { heat_transfer = 10 W/(m^2*K); ambient = 20 degC }\n',
});

export function* transferMustComeWithItsAmbient(boundary: ast.Boundary, model: ModelView): Findings {
  for (const property of boundary.properties) {
    const of = argumentNames(property);
    const partners = partnersOf(property.key, of.length > 0 ? 'matter' : 'heat');
    if (partners.length === 0 || partners.some((name) => model.property(boundary, name, ...of))) continue;
    const wanted = partners.map((name) => `${name}${of.length ? `(${of.join(', ')})` : ''}`).join(' or ');
    yield {
      at: head(property),
      message: `${property.key} has no effect without ${wanted}.`,
      advice: `add ${partners.length > 1 ? wanted : `${wanted} = …`} to this boundary`,
      fixes: [{ title: `Remove ${property.key}`, edits: [remove(property)] }],
    };
  }
}

/** What a condition draws to, and for a value of the surroundings the conditions that draw to it. */
function partnersOf(key: string, balance: 'heat' | 'matter'): readonly string[] {
  const own = conditionNamed(key);
  if (own) return own.towards && own.towards !== own.property ? [own.towards] : [];
  return boundaryConditions
    .filter((condition) => condition.towards === key && condition.balance === balance)
    .map(({ property }) => property);
}
