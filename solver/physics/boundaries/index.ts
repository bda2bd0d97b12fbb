/** THE table of conditions at walls; compositions (w, x, c) are taken together because x of one component needs the others. */
import type { WallCondition } from '../../assembly/system.js';
import { zero, type Expression } from '../../expression/expression.js';
import { statedCompositions, valuesOfUnknowns } from '../composition.js';
import type { Row } from '../terms/term.js';
import { absorbing } from './absorbing.js';
import type { BoundaryCondition, Imposed, Wall } from './condition.js';
import { flux } from './flux.js';
import { heatFlux } from './heat_flux.js';
import { heatTransfer } from './heat_transfer.js';
import { massTransfer } from './mass_transfer.js';
import { temperature } from './temperature.js';

export const boundaryConditions = {
  temperature,
  heat_flux: heatFlux,
  heat_transfer: heatTransfer,
  flux,
  mass_transfer: massTransfer,
  absorbing,
} as const satisfies Record<string, BoundaryCondition>;

export const sealed: WallCondition = { kind: 'flux', inward: zero };

/** Every row's condition at a wall; rows not named are sealed. */
export function wallConditions(wall: Wall): ReadonlyMap<Row, WallCondition> {
  const imposed: Imposed[] = [];
  for (const stated of wall.boundary.conditions) {
    if (stated.name in boundaryConditions) {
      const condition = boundaryConditions[stated.name as keyof typeof boundaryConditions];
      const result = condition.impose(stated, wall);
      if (result) imposed.push(result);
    }
  }
  imposed.push(...imposedCompositions(wall, imposed));
  const result = new Map<Row, WallCondition>();
  for (const { row, condition, by } of imposed) {
    const first = imposed.find((other) => other.row === row)!;
    if (first.by !== by) {
      const [a, b] = [spelledOf(first), spelledOf({ by })];
      wall.findings.report(
        'physics/boundary',
        `the ${wall.boundary.side} boundary cannot fix both ${a} and ${b}`,
        by.origin,
        `delete one of them`,
      );
    }
    result.set(row, condition);
  }
  return result;
}

function imposedCompositions(wall: Wall, already: readonly Imposed[]): Imposed[] {
  const stated = statedCompositions(wall.boundary.conditions, (property) => wall.value(property));
  const heat = already.find((imposed) => imposed.row === 'heat')?.condition;
  const temperature: Expression | undefined = heat?.kind === 'value' ? heat.value : undefined;
  const values = valuesOfUnknowns(stated, wall.medium, temperature, wall.substances, wall.findings);
  for (const { species, by } of stated) {
    const { components, solvent, name } = wall.medium.medium;
    if (!components.includes(species) && species !== solvent)
      wall.findings.report(
        'name/unknown',
        `${species} does not occur in ${name}, which touches the ${wall.boundary.side} boundary`,
        by.origin,
      );
  }
  return wall.medium.unknowns.flatMap((unknown, row) => {
    const found = values.get(unknown.id);
    return found ? [{ row, by: found.by, condition: { kind: 'value' as const, value: found.value, origin: found.by.origin } }] : [];
  });
}

const spelledOf = ({ by }: Pick<Imposed, 'by'>): string => '`' + by.name + (by.of.length ? `(${by.of.join(', ')})` : '') + '`';
