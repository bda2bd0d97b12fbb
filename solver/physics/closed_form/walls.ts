/** Kinds of walls that closed forms know. */
import type { WallCondition } from '../../assembly/system.js';
import { isConstant } from '../../expression/expression.js';

/** Nothing passes. */
export const isSealed = (wall: WallCondition): boolean => wall.kind === 'flux' && isConstant(wall.inward, 0);
