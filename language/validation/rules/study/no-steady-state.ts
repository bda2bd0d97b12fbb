import { conditionsOf, namesOf, type StatedCondition } from '../../conditions.js';
import { diagnostic } from '../../diagnostic.js';
import { head, part, type Findings } from '../../finding.js';
import { componentNames, type Medium, type ModelView } from '../../model-view.js';
import * as ast from '../../../generated/ast.js';

export const noSteadyState = diagnostic({
  code: 'study/no-steady-state',
  severity: 'error',
  stops: 'study',
  title: 'No steady state exists',
  doc: 'Heat that enters and cannot leave heats the domain for ever; so does a flux of a component into a cell that is sealed elsewhere. A steady study then has no solution. Fix a temperature (or a composition) somewhere, add a transfer to ambient, balance the fluxes, or run a transient.',
  bad: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { heat_flux = 100 W/m^2 }\nsteady rest\n',
  good: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { heat_flux = 100 W/m^2 }\nboundary right { temperature = 20 degC }\nsteady rest\n',
});

export function* steadyStateMustExist(steady: ast.Steady, model: ModelView): Findings {
  if (!model.geometry || model.mediaInUse().length === 0) return;
  yield* judged('heat', conditionsOf(model.boundaries, 'heat'), (p) => p.key === 'heat');
  for (const name of new Set(model.mediaInUse().flatMap((medium) => free(medium, model)))) {
    const partner = partnerOf(name, model);
    const of = ({ args }: ast.Property) => args[0]?.$refText === name || (partner !== undefined && args[0]?.$refText === partner);
    yield* judged(
      name,
      conditionsOf(model.boundaries, 'matter').filter(({ property }) => of(property)),
      (p) => (p.key === 'c' || p.key === 'w') && of(p),
    );
  }
  function* judged(what: string, stated: readonly StatedCondition[], produces: (p: ast.Property) => boolean): Findings {
    if (stated.some(({ condition }) => condition.kind !== 'flux')) return;
    const fluxes = stated.map(({ property }) => property);
    const values = fluxes.map((p) => model.meaning.value(p));
    const sources = model.sources.flatMap((s) => s.properties).filter((p) => produces(p) && model.meaning.value(p) !== 0);
    const radial = model.geometry!.shape === 'cylinder' || model.geometry!.shape === 'sphere';
    const known = values.every((v) => v !== undefined);
    const sum = values.reduce((total: number, v) => total + (v ?? 0), 0);
    const largest = Math.max(0, ...values.map((v) => Math.abs(v ?? 0)));
    // In a radial geometry equal and opposite fluxes through walls of different area do not balance; a run decides.
    const unbalanced = fluxes.length > 0 && known && largest > 0 && (radial ? fluxes.length === 1 : Math.abs(sum) > 1e-9 * largest);
    const cause = sources[0] ?? (unbalanced ? fluxes[0] : undefined);
    if (!cause || (sources.length > 0 && fluxes.length > 0)) return;
    yield {
      at: part(steady, 'name'),
      message: `${steady.name} has no steady state: ${what === 'heat' ? 'heat' : what} enters and can leave nowhere.`,
      advice:
        what === 'heat'
          ? `fix a temperature or add ${namesOf('heat', 'exchange')} at a boundary, balance the fluxes, or run a transient`
          : `fix the composition or add ${namesOf('matter', 'exchange', `(${what})`)} at a boundary, balance the fluxes, or run a transient`,
      related: [{ at: head(cause), message: 'it enters here' }],
    };
  }
}
/** Components with a balance of their own. */
const free = (medium: Medium, model: ModelView): readonly string[] =>
  componentNames(medium).filter((name) => name !== model.closing(medium));
/** The other component of a binary mixture: what holds for one holds for the pair. */
function partnerOf(name: string, model: ModelView): string | undefined {
  const names = model
    .mediaInUse()
    .map(componentNames)
    .find((all) => all.includes(name) && all.length === 2);
  const medium = model.mediaInUse().find((m) => ast.isMixture(m) && componentNames(m).includes(name));
  return medium && names ? names.find((other) => other !== name) : undefined;
}
