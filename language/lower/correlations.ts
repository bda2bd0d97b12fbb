/** Statements `correlation(a, b) = …`, by the names that a run gives to what they correlate. */
import { AstUtils } from 'langium';
import type { Correlation } from '../../solver/problem.js';
import { correlationMatrix, factorOf } from '../../solver/uncertainty/correlation.js';
import * as ast from '../generated/ast.js';
import type { Lowering } from './lowering.js';
import { originOf } from './origin.js';
import { uncertaintyOf } from './uncertainties.js';

/** Of this file and of those whose numbers it uses. Asked for last, when these have been met. */
export function lowerCorrelations(lowering: Lowering): readonly Correlation[] | undefined {
  const names = new Map<ast.Named, string>();
  for (const param of lowering.parameters) if (uncertaintyOf(param.value)) names.set(param, lowering.parameterName(param));
  for (const [literal, { name }] of lowering.uncertainties) {
    const holder = AstUtils.getContainerOfType(literal, ast.isLet);
    if (holder) names.set(holder, name);
  }
  const files = new Set([...names.keys()].map((named) => named.$container).filter(ast.isModel));
  const stated = [...files].flatMap((file) => file.declarations.filter(ast.isCorrelation));
  const found = stated.flatMap((correlation): Correlation[] => {
    const [a, b] = correlation.names.map(({ ref }) => ref && names.get(ref));
    const value = lowering.check.valueOf(correlation.value);
    return a === undefined || b === undefined || value === undefined ? [] : [{ between: [a, b], value, origin: originOf(correlation) }];
  });
  // Each file was checked by itself; what two state together was not.
  if (found.length > 0 && !factorOf(correlationMatrix([...names.values()], found)))
    lowering.problem('conflict/correlation', 'No numbers can be correlated like this.', found.at(-1)!.origin);
  return found.length > 0 ? found : undefined;
}
