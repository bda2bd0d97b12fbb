import { differentiate } from '../../../../solver/expression/derivative.js';
import { isWanting } from '../../../../solver/physics/reading.js';
import { toleranceOf } from '../../coefficients/digits.js';
import { hullOf } from '../../coefficients/hull.js';
import { isKnown, stated, states, stateText } from '../../coefficients/states.js';
import { diagnostic } from '../../diagnostic.js';
import { head, part, type Findings } from '../../finding.js';
import { remove } from '../../fixes.js';
import { componentNames, type ModelView } from '../../model-view.js';
import { numeral } from '../../../../solver/quantities/numeral.js';
import { cstText } from '../../text.js';
import * as ast from '../../../generated/ast.js';

const model = (statement: string) =>
  `species A { molar_mass = 46.07 g/mol; heat_capacity = 2.44 kJ/(kg*K) }\nspecies B { molar_mass = 18.015 g/mol; heat_capacity = 4.18 kJ/(kg*K) }\nmixture m of A, B { density = 935 kg/m^3; diffusion = 4.5e-10 m^2/s; conductivity = 0.35 W/(m*K)${statement} }\ngeometry slab { length = 1 mm; medium = m }\ninitial { temperature = 20 degC; w(A) = 0.4 }\nboundary left { temperature = 20 degC; w(A) = 0.4 }\nboundary right { temperature = 30 degC }\nsteady rest\n`;

export const heatCapacityConflict = diagnostic({
  code: 'conflict/heat-capacity',
  severity: 'error',
  title: 'Heat capacity of a mixture that its components contradict',
  doc: 'When all components of a mixture state a heat capacity, that of the mixture is Σ w_i c_p,i, and the enthalpy carried by diffusion follows from the same values. A different value stated for the mixture (an excess heat capacity) would break the balance of energy: state either the one or the others.',
  bad: model('; heat_capacity = 3.8 kJ/(kg*K)'),
  good: model(''),
});

export function* heatCapacityMustFollowFromTheComponents(mixture: ast.Mixture, view: ModelView): Findings {
  const own = view.property(mixture, 'heat_capacity');
  const parts = componentNames(mixture).map((name) => {
    const species = view.named(name);
    return ast.isSpecies(species) ? view.property(species, 'heat_capacity') : undefined;
  });
  if (!own || parts.some((p) => p === undefined)) return;
  const physical = view.physical(mixture);
  const statement = physical.stated.find((s) => s.property === own);
  const resolved = physical.resolve();
  const density = resolved?.reading.density();
  const given = statement && resolved && physical.expression(statement, resolved);
  if (!resolved?.enthalpy || !density || isWanting(density) || !given) return;
  const hull = hullOf(physical, resolved, view);
  const slope = differentiate(resolved.enthalpy, 'T');
  const tolerance = Math.max(...[own, ...parts].map((p) => toleranceOf(p!.value, view)));
  for (const state of isKnown(resolved, hull) ? states(resolved, hull) : []) {
    const [follows, says] = [physical.at(slope, state) / physical.at(density, state), physical.at(given, state)];
    if (!Number.isFinite(follows) || Math.abs(follows / says - 1) <= tolerance) continue;
    yield {
      at: part(own, 'value'),
      message: `heat_capacity = ${cstText(own.value!)} contradicts its components, which give ${numeral(follows, 4)} J/(kg*K) at ${stateText(stated(state, hull))}.`,
      advice: 'state either the heat capacity of the mixture or those of the components',
      related: parts.map((p) => ({ at: head(p!), message: 'stated for a component here' })),
      fixes: [{ title: 'Remove heat_capacity of the mixture', edits: [remove(own)] }],
    };
    return;
  }
}
