/** The conventions of thermodiffusion at one temperature and composition: what each of S_T, D_T, α_T, k_T, Q*, Dᵀ would be. */
import { constant, type Expression } from '../../../solver/expression/expression.js';
import { relatedProperties, relations, type RelatedProperty } from '../../../solver/physics/index.js';
import type { ResolvedMedium } from '../../../solver/physics/media/resolved.js';
import { isWanting, type Wanting } from '../../../solver/physics/reading.js';
import type { LocalState } from '../../../solver/physics/relations/relation.js';
import type { ModelView } from '../model-view.js';
import { hullOf } from './hull.js';
import type { PhysicalMedium, State } from './physical-medium.js';
import { meanState } from './states.js';

export interface LocalPhysics {
  readonly physical: PhysicalMedium;
  readonly resolved: ResolvedMedium;
  readonly state: State;
  /** Value of an expression of the medium there; undefined when it is none. */
  at(expression: Expression | Wanting | undefined): number | undefined;
}
/** At a given state, or in the middle of the model's range; undefined while the medium does not state enough. */
export function localPhysicsOf(
  physical: PhysicalMedium,
  model: ModelView,
  given?: (resolved: ResolvedMedium) => State,
): LocalPhysics | undefined {
  const resolved = physical.resolve();
  if (!resolved) return undefined;
  const state = given?.(resolved) ?? meanState(resolved, hullOf(physical, resolved, model, 'declared'));
  const at = (expression: Expression | Wanting | undefined): number | undefined => {
    if (!expression || isWanting(expression)) return undefined;
    const value = physical.at(expression, state);
    return Number.isFinite(value) ? value : undefined;
  };
  return { physical, resolved, state, at };
}

/** The component of a coefficient with its partner, and everything that the conventions are converted with. */
export interface ComponentState {
  readonly soret: number;
  readonly local: LocalState;
}

/** S_T of a component of a solution or of a binary mixture, and its local state. */
export function componentState({ physical, resolved, state, at }: LocalPhysics, component: string): ComponentState | undefined {
  const { kind, components } = resolved.medium;
  if (kind === 'solid' || (kind === 'mixture' && components.length !== 2)) return undefined;
  const dilute = kind !== 'mixture';
  const row = dilute ? components.indexOf(component) : 0;
  const sign = !dilute && components[1] === component ? -1 : 1;
  const [diffusion, flux] = [at(resolved.diffusion[row]?.[row]), at(resolved.thermodiffusion?.[row])];
  const amount = at(resolved.reading.composition(dilute ? 'c' : 'w', component));
  const temperature = state.get('T');
  if (diffusion === undefined || flux === undefined || amount === undefined || temperature === undefined) return undefined;
  const factor = dilute ? amount : amount * (1 - amount);
  const soret = (sign * flux) / (diffusion * factor);
  if (!Number.isFinite(soret)) return undefined;
  const other = components.find((name) => name !== component);
  const gamma = physical.stated.find(
    ({ value }) => value.name === 'thermodynamic_factor' || (value.name === 'activity' && value.of[0] === component),
  );
  const known = (value: number | undefined): Expression | undefined => (value === undefined ? undefined : constant(value));
  return {
    soret,
    local: {
      kind: dilute ? 'dilute' : 'binary',
      temperature: constant(temperature),
      diffusion: known(diffusion),
      massFraction: known(at(resolved.reading.composition('w', component))),
      moleFraction: known(at(resolved.reading.composition('x', component))),
      concentration: dilute ? known(amount) : undefined,
      density: known(at(resolved.reading.density())),
      molarMass: known(at(physical.substances.molarMass(component))),
      otherMolarMass: other === undefined ? undefined : known(at(physical.substances.molarMass(other))),
      thermodynamicFactor: gamma && known(at(physical.expression(gamma, resolved))),
    },
  };
}

export interface Conversion {
  readonly property: RelatedProperty;
  readonly value: number;
}
/** The same physics in every convention whose ingredients are known. SI. */
export function conversions({ physical, state }: LocalPhysics, { soret, local }: ComponentState): Conversion[] {
  return relatedProperties.flatMap((property) => {
    const relation = relations[property];
    if (relation.needs(local.kind).some((key) => local[key] === undefined)) return [];
    const value = physical.at(relation.fromSoret(constant(soret), local), state);
    return Number.isFinite(value) ? [{ property, value }] : [];
  });
}
