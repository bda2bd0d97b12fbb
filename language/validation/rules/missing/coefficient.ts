import { conditionsOf } from '../../conditions.js';
import { diagnostic } from '../../diagnostic.js';
import { part, type Finding, type Findings } from '../../finding.js';
import { componentNames, lastComponent, type Medium, type ModelView } from '../../model-view.js';
import * as ast from '../../../generated/ast.js';

export const missingCoefficient = diagnostic({
  code: 'missing/coefficient',
  severity: 'error',
  title: 'Coefficient of a medium missing',
  doc: 'Each medium of the geometry needs what its balances are made of: a diffusion coefficient for every component that moves, a conductivity when heat is driven, stored or differs between layers (without any, the temperature between two walls is that of a uniform conductor), density and heat capacity as soon as heat flows in a transient, a density in a mixture (its fluxes are mass fluxes). `onsager` coefficients or `= kinetic` may stand for several of them.',
  bad: 'solid steel { density = 7800 kg/m^3; heat_capacity = 500 J/(kg*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\ntransient warm { until = 1 s }\n',
  good: 'solid steel { conductivity = 50 W/(m*K); density = 7800 kg/m^3; heat_capacity = 500 J/(kg*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\ntransient warm { until = 1 s }\n',
});

export function* mediumMustHaveItsCoefficients(root: ast.Model, model: ModelView): Findings {
  if (!model.wantsToRun) return;
  const transientHeat = model.studies.some((s) => ast.isTransient(s) && !model.property(s, 'temperature'));
  const conducts = (medium: Medium): boolean =>
    model.property(medium, 'conductivity') !== undefined || model.property(medium, 'onsager', 'heat', 'heat') !== undefined;
  for (const medium of model.mediaInUse()) {
    if (medium.$container !== root) continue;
    const has = (...names: readonly string[]) => model.properties(medium, ...names).length > 0;
    const heated =
      transientHeat ||
      model.mediaInUse().some(conducts) ||
      conditionsOf(model.boundaries, 'heat').some(({ condition }) => condition.kind !== 'value') ||
      model.sources.some((s) => model.property(s, 'heat'));
    const kinetic = medium.properties.some((p) => ast.isRef(p.value) && p.value.target.$refText === 'kinetic');
    const missing = (name: string, why: string, advice: string): Finding => ({
      at: part(medium, 'name'),
      message: `${medium.name} needs ${name}: ${why}.`,
      advice,
    });
    yield* missingDiffusion(medium, model, missing);
    if (heated && !conducts(medium)) {
      yield missing('conductivity', 'heat flows through it', 'write conductivity = … W/(m*K)');
    }
    const gas = has('pressure') || kinetic;
    if (!has('density') && !gas && (ast.isMixture(medium) || transientHeat)) {
      yield missing(
        'density',
        ast.isMixture(medium) ? 'the fluxes of a mixture are mass fluxes' : 'the heat that it stores is ρ c_p per volume',
        'write density = … kg/m^3',
      );
    }
    if (transientHeat && !has('heat_capacity') && !componentsCarryHeat(medium, model)) {
      yield missing(
        'heat_capacity',
        'a transient stores heat in it',
        'write heat_capacity = … J/(kg*K), or temperature = instant in the transient',
      );
    }
    if (ast.isMixture(medium) && gas && !has('density') && !has('pressure')) {
      yield missing('pressure', 'the density of a gas follows from it', 'write pressure = 1 atm');
    }
  }
}
function* missingDiffusion(medium: Medium, model: ModelView, missing: (name: string, why: string, advice: string) => Finding): Findings {
  if (ast.isSolid(medium)) return;
  const components = componentNames(medium);
  if (ast.isMixture(medium)) {
    if (model.properties(medium, 'maxwell_stefan').length > 0) return;
    const free = components.filter((c) => c !== lastComponent(medium));
    if (components.length === 2 ? model.property(medium, 'diffusion') || model.property(medium, 'onsager', free[0]!, free[0]!) : false)
      return;
    if (components.length === 2) {
      yield missing('diffusion', 'its components interdiffuse', 'write diffusion = … m^2/s');
      return;
    }
    if (model.property(medium, 'diffusion')) return;
    for (const a of free) {
      if (model.property(medium, 'diffusion', a, a) || model.property(medium, 'onsager', a, a)) continue;
      yield missing(
        `diffusion(${a}, ${a})`,
        'each component but the last has its row of the matrix',
        `write diffusion(${a}, ${a}) = … m^2/s`,
      );
    }
    return;
  }
  for (const component of components) {
    if (model.property(medium, 'diffusion', component) || model.property(medium, 'diffusion')) continue;
    yield missing(
      `diffusion(${component})`,
      `${component} moves in it`,
      `write diffusion(${component}) = … m^2/s${ast.isSuspension(medium) ? ', or diffusion = stokes_einstein' : ''}`,
    );
  }
}
/** Component heat capacities give the medium's. */
function componentsCarryHeat(medium: Medium, model: ModelView): boolean {
  const names = componentNames(medium);
  return (
    names.length > 0 &&
    ast.isMixture(medium) &&
    names.every((name) => {
      const substance = model.named(name);
      return (ast.isSpecies(substance) || ast.isParticle(substance)) && model.property(substance, 'heat_capacity') !== undefined;
    })
  );
}
