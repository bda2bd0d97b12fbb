/** What the statements of a wall impose on the rows of its medium. */
import type { WallCondition } from '../../assembly/system.js';
import { zero } from '../../expression/expression.js';
import { spelled } from '../properties.js';
import type { Row } from '../terms/term.js';
import type { BoundaryCondition, Imposed, Wall } from './condition.js';
import { boundaryConditions } from './index.js';
import { statedConditions } from './stated.js';

export const sealed: WallCondition = { kind: 'flux', inward: zero };

/** Every row's condition at a wall; rows not named are sealed. */
export function wallConditions(wall: Wall): ReadonlyMap<Row, WallCondition> {
  const stated = statedConditions(wall.boundary.conditions);
  const imposedOn = (balance: BoundaryCondition['balance'], at: Wall): readonly Imposed[] =>
    boundaryConditions
      .filter((condition) => condition.balance === balance)
      .flatMap((condition) => stated.filter((one) => one.condition === condition))
      .flatMap(({ condition, stated: by }) => condition.impose(by, at) ?? []);
  const heat = imposedOn('heat', wall);
  const temperature = heat.flatMap(({ condition }) => (condition.kind === 'value' ? [condition.value] : []))[0];
  const imposed = [...heat, ...imposedOn('matter', { ...wall, temperature })];
  const result = new Map<Row, WallCondition>();
  for (const { row, condition, by } of imposed) {
    const first = imposed.find((other) => other.row === row)!;
    if (first.by !== by) {
      const [a, b] = [first.by, by].map(({ name, of }) => spelled(name, ...of));
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
