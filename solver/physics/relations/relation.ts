/** One way to state thermodiffusion, related to the Soret coefficient of the same component at a local state. */
import type { Expression } from '../../expression/expression.js';
import type { PropertyName } from '../../quantities/catalogue.js';

/** What a relation may need to know. All for the NAMED component; `other` is its partner in a binary mixture. */
export interface LocalState {
  readonly kind: 'dilute' | 'binary';
  /** T [K] */
  readonly temperature: Expression;
  /** D [m²/s] */
  readonly diffusion?: Expression;
  /** w, x [1] of the named component (binary) */
  readonly massFraction?: Expression;
  readonly moleFraction?: Expression;
  /** c [mol/m³] of the named component (dilute) */
  readonly concentration?: Expression;
  /** ρ [kg/m³] */
  readonly density?: Expression;
  /** M [kg/mol] of the named component and of its partner */
  readonly molarMass?: Expression;
  readonly otherMolarMass?: Expression;
  /** Γ [1]; 1 when ideal */
  readonly thermodynamicFactor?: Expression;
}
export type StateKey = Exclude<keyof LocalState, 'kind'>;

export interface Relation {
  readonly property: PropertyName;
  /** The equation, as hovers and the manual print it. */
  readonly equation: string;
  /** What `toSoret` and `fromSoret` read of the state besides T. */
  readonly needs: (kind: LocalState['kind']) => readonly StateKey[];
  /** S_T [1/K] of the named component. */
  toSoret(value: Expression, state: LocalState): Expression;
  fromSoret(soret: Expression, state: LocalState): Expression;
}
