import { conditionsOf, drawnTo } from '../../conditions.js';
import { diagnostic } from '../../diagnostic.js';
import { keyword, part, type Findings, type Place } from '../../finding.js';
import { componentNames, isStudy, type Medium, type ModelView } from '../../model-view.js';
import * as ast from '../../../generated/ast.js';

export const missingInitial = diagnostic({
  code: 'missing/initial',
  severity: 'error',
  title: 'Initial state missing',
  doc: 'A run begins from an initial temperature and composition. A steady state needs them too: a sealed cell keeps the amounts that it was filled with, and the first guess comes from here. The fraction of one component of a mixture may be left out (1 minus the others).',
  bad: 'species A { molar_mass = 46 g/mol }\nspecies B { molar_mass = 18 g/mol }\nmixture m of A, B { density = 900 kg/m^3; diffusion = 1e-9 m^2/s; soret(A) = 1e-3 1/K; conductivity = 0.5 W/(m*K) }\ngeometry slab { length = 1 mm; medium = m }\ninitial { temperature = 20 degC }\nboundary left { temperature = 20 degC }\nboundary right { temperature = 30 degC }\nsteady rest\n',
  good: 'species A { molar_mass = 46 g/mol }\nspecies B { molar_mass = 18 g/mol }\nmixture m of A, B { density = 900 kg/m^3; diffusion = 1e-9 m^2/s; soret(A) = 1e-3 1/K; conductivity = 0.5 W/(m*K) }\ngeometry slab { length = 1 mm; medium = m }\ninitial { temperature = 20 degC; w(A) = 0.4 }\nboundary left { temperature = 20 degC }\nboundary right { temperature = 30 degC }\nsteady rest\n',
});

export function* initialStateMustBeComplete(root: ast.Model, model: ModelView): Findings {
  const study = root.declarations.find(isStudy);
  if (!study || !model.geometry || model.mediaInUse().length === 0) return;
  const initial = model.initials[0];
  const at: Place = initial ? keyword(initial, 'initial') : part(study, 'name');
  const onlySteady = model.studies.every((s) => !ast.isTransient(s));
  const walls = (...keys: readonly string[]) => model.boundaries.flatMap((b) => model.properties(b, ...keys));
  const instant = model.studies.every((s) => !ast.isTransient(s) || model.property(s, 'temperature'));
  if (!(initial && model.property(initial, 'temperature')) && !(instant && conditionsOf(model.boundaries, 'heat').some(drawnTo))) {
    yield { at, message: 'The initial temperature is missing.', advice: 'write initial { temperature = 20 degC … }' };
  }
  const stated = [...(initial ? model.properties(initial, 'w', 'x', 'c') : []), ...(onlySteady ? walls('w', 'x', 'c') : [])];
  const given = new Set(stated.map((p) => p.args[0]?.$refText));
  for (const medium of model.mediaInUse()) {
    const absent = componentNames(medium).filter((c) => !given.has(c));
    if (absent.length <= (model.closing(medium) === undefined ? 0 : 1)) continue;
    const asked = absent.filter((c) => c !== model.closing(medium));
    yield {
      at,
      message: `The initial composition of ${medium.name} is incomplete: ${asked.join(', ')} missing.`,
      advice: `write ${asked.map((c) => example(medium, c)).join('; ')} in the initial block`,
    };
  }
}
const example = (medium: Medium, component: string): string =>
  ast.isMixture(medium) ? `w(${component}) = …` : `c(${component}) = … mol/m^3`;
