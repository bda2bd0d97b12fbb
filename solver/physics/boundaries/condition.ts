/** One kind of condition at a wall. What no condition names is insulated and sealed: TOTAL flux zero, thermal part included. */
import type { WallCondition } from '../../assembly/system.js';
import type { Boundary, PropertyValue } from '../../problem.js';
import type { PropertyName } from '../../quantities/catalogue.js';
import type { Expression } from '../../expression/expression.js';
import type { Findings } from '../findings.js';
import type { ResolvedMedium } from '../media/resolved.js';
import type { Substances } from '../substances.js';
import type { Row } from '../terms/term.js';

export interface Wall {
  readonly boundary: Boundary;
  readonly medium: ResolvedMedium;
  readonly substances: Substances;
  readonly findings: Findings;
  /** What a condition on heat fixes here, for compositions whose conversion depends on it. */
  readonly temperature?: Expression;
  /** A formula or word of this boundary; words are undefined. */
  value(stated: PropertyValue): Expression | undefined;
}

export interface Imposed {
  readonly row: Row;
  readonly condition: WallCondition;
  readonly by: PropertyValue;
}

/** The record of a condition. The language's rules, hints and reference read it: what they say of walls follows from these facts. */
export interface BoundaryCondition {
  readonly property: PropertyName;
  readonly title: string;
  /** In plain Unicode; n_in points into the domain. */
  readonly equation: string;
  /** The balance that it closes: of heat, or of the component in its parentheses. */
  readonly balance: 'heat' | 'matter';
  /**
   * `value` fixes the unknown. `flux` imposes the stated flux INTO the domain, whatever the state. `exchange` is a flux that vanishes in
   * equilibrium with the surroundings: like a value it lets what enters leave again, so that a steady state exists.
   */
  readonly kind: 'value' | 'flux' | 'exchange';
  /** The property, stated at the same wall, of the temperature or composition that it draws the domain to: its own, or that of the surroundings. */
  readonly towards?: PropertyName;
  /** Statements of a wall of a solution of A (100 mol/m³, 25 °C): shown in the reference, and what the tests of every condition run. */
  readonly example: string;
  /** Undefined when nothing can be imposed; the reason is then among the findings. */
  impose(stated: PropertyValue, wall: Wall): Imposed | readonly Imposed[] | undefined;
}

/** Row of a component's own unknown, and +1, or −1 for the last of two components, whose flux is minus the first's. */
export function rowOf(stated: PropertyValue, wall: Wall): { readonly row: number; readonly sign: 1 | -1 } | undefined {
  const species = stated.of[0] ?? '';
  const row = wall.medium.unknowns.findIndex((unknown) => unknown.species === species);
  if (row >= 0) return { row, sign: 1 };
  const weights = wall.medium.fluxWeights.get(species);
  if (weights?.length === 1 && weights[0] === -1) return { row: 0, sign: -1 };
  if (weights) {
    const others = wall.medium.unknowns.map((unknown) => unknown.species).join(', ');
    wall.findings.report(
      'physics/boundary',
      `${species} closes the balance of ${wall.medium.medium.name}: its flux is minus that of ${others}`,
      stated.origin,
      `state the condition for ${others}`,
    );
  } else {
    wall.findings.report(
      'name/unknown',
      `${species} does not occur in ${wall.medium.medium.name}, which touches the ${wall.boundary.side} boundary`,
      stated.origin,
    );
  }
  return undefined;
}
