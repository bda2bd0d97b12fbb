import { hullOf } from '../../coefficients/hull.js';
import { spelled, thermodiffusionGroups } from '../../coefficients/thermodiffusion.js';
import { conditionsOf, drawnTo } from '../../conditions.js';
import { diagnostic } from '../../diagnostic.js';
import { head, part, type Findings } from '../../finding.js';
import { remove } from '../../fixes.js';
import type { ModelView } from '../../model-view.js';
import type * as ast from '../../../generated/ast.js';

const model = (hot: string) =>
  `species A { molar_mass = 46.07 g/mol }\nspecies B { molar_mass = 18.015 g/mol }\nmixture m of A, B { density = 935 kg/m^3; diffusion = 4.5e-10 m^2/s; soret(A) = -3.2e-3 1/K; conductivity = 0.35 W/(m*K) }\ngeometry slab { length = 1 mm; medium = m }\ninitial { temperature = 20 degC; w(A) = 0.4 }\nboundary left { temperature = 20 degC }\nboundary right { temperature = ${hot} }\nsteady rest\n`;

export const noEffect = diagnostic({
  code: 'physics/no-effect',
  severity: 'warning',
  title: 'Coefficient that has no effect',
  doc: 'Thermodiffusion needs a temperature gradient. Here the temperature is the same everywhere and always: initial state, walls and surroundings agree, nothing heats, and no difference of composition could make a Dufour heat. The coefficient is stated but not felt by any study. In a mixture of three or more the last component closes the balance: entries of its row and column in the matrices `diffusion(A, B)` and `onsager(A, B)` have no effect either.',
  bad: model('20 degC'),
  good: model('30 degC'),
});

export function* coefficientShouldBeFelt(root: ast.Model, view: ModelView): Findings {
  if (view.studies.length === 0 || !view.geometry || view.geometry.layers.length > 0) return;
  for (const node of view.mediaInUse()) {
    if (node.$container !== root) continue;
    const physical = view.physical(node);
    const statements = thermodiffusionGroups(physical).flatMap((g) => g.statements);
    const resolved = statements.length > 0 ? physical.resolve() : undefined;
    if (!resolved) continue;
    const hull = hullOf(physical, resolved, view);
    const uniform = (symbol: string): boolean => {
      const range = hull.get(symbol);
      return range !== undefined && range.high - range.low <= 1e-9 * Math.abs(range.high);
    };
    if (!uniform('T') || heats(view) || moves(view) || !resolved.unknowns.every(({ id }) => uniform(id))) continue;
    for (const stated of statements) {
      yield {
        at: head(stated.property),
        message: `${spelled(stated)} is stated, but the temperature is uniform: it has no effect.`,
        advice: 'give the walls different temperatures, or remove it',
        related: conditionsOf(view.boundaries, 'heat')
          .flatMap((stated) => drawnTo(stated) ?? [])
          .map((p) => ({ at: part(p, 'value'), message: 'the same temperature as everywhere' })),
        fixes: [{ title: `Remove ${spelled(stated)}`, edits: [remove(stated.property)] }],
      };
    }
  }
}
/** Does a wall do something that no stated temperature or composition tells? */
const heats = (view: ModelView): boolean =>
  view.sources.length > 0 ||
  conditionsOf(view.boundaries, 'heat').some((stated) => !drawnTo(stated) && view.meaning.value(stated.property) !== 0);
const moves = (view: ModelView): boolean => conditionsOf(view.boundaries, 'matter').some((stated) => !drawnTo(stated));
