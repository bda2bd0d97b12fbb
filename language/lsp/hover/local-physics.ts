/** The coefficients of a medium at the middle of the model's range of temperature and composition, while the rest of the file may be unfinished. */
import { AstUtils, type LangiumDocument } from 'langium';
import { constant, type Expression } from '../../../solver/expression/expression.js';
import { relatedProperties, relations, type RelatedProperty } from '../../../solver/physics/index.js';
import { isWanting, type Wanting } from '../../../solver/physics/reading.js';
import type { LocalState } from '../../../solver/physics/relations/relation.js';
import type { ResolvedMedium } from '../../../solver/physics/media/resolved.js';
import { modelOf } from '../../check/check-service.js';
import type { SoretServices } from '../../services.js';
import { hullOf, type Hull } from '../../validation/coefficients/hull.js';
import { PhysicalMedium, type State } from '../../validation/coefficients/physical-medium.js';
import { meanState } from '../../validation/coefficients/states.js';
import { DocumentMeaning } from '../../validation/document-meaning.js';
import { ModelView, type Medium } from '../../validation/model-view.js';

export interface LocalPhysics {
  readonly physical: PhysicalMedium;
  readonly resolved: ResolvedMedium;
  readonly hull: Hull;
  readonly state: State;
  /** Value of an expression of the medium there; undefined when it is none. */
  at(expression: Expression | Wanting | undefined): number | undefined;
}

export function viewOf(document: LangiumDocument, services: SoretServices): ModelView {
  const check = services.check.CheckService.of(document);
  return new ModelView(modelOf(document), new DocumentMeaning(services, document, check));
}

/** Undefined while the medium does not state enough. */
export function localPhysics(
  medium: Medium,
  services: SoretServices,
  model = viewOf(AstUtils.getDocument(medium), services),
): LocalPhysics | undefined {
  const physical = new PhysicalMedium(medium, model);
  const resolved = physical.resolve();
  if (!resolved) return undefined;
  const hull = hullOf(physical, resolved, model, 'declared');
  const state = meanState(resolved, hull);
  const at = (expression: Expression | Wanting | undefined): number | undefined => {
    if (!expression || isWanting(expression)) return undefined;
    const value = physical.at(expression, state);
    return Number.isFinite(value) ? value : undefined;
  };
  return { physical, resolved, hull, state, at };
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
