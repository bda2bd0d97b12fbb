import type { Expression } from '../../expression/expression.js';
import { kineticViscosity } from '../kinetic/index.js';
import { isWord } from '../properties.js';
import type { Reading } from '../reading.js';
import type { Statements } from './statements.js';

/** η [Pa·s] of a medium at rest as stated or by kinetic theory: it moves nothing, but tells whether gravity would. */
export function viscosityOf(statements: Statements, reading: Reading): Expression | undefined {
  if (!isWord(statements.stated('viscosity'), 'kinetic')) return statements.expression('viscosity');
  const names = statements.medium.components;
  const x = names.map((name) => statements.need(reading.composition('x', name), 'for `viscosity = kinetic`'));
  return kineticViscosity(statements, names, x);
}
