import { diagnostic } from '../../diagnostic.js';
import { isComplete } from '../../complete.js';
import { part, type Findings } from '../../finding.js';
import { remove } from '../../fixes.js';
import * as ast from '../../../generated/ast.js';

export const blockTwice = diagnostic({
  code: 'conflict/block-twice',
  severity: 'error',
  title: 'Block given twice',
  doc: 'A model has one geometry, one initial state, one block for each boundary and one for each interface. Put all conditions of a side into its one block.',
  bad: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\nboundary left { temperature = 20 degC }\nboundary left { temperature = 30 degC }\n',
  good: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\nboundary left { temperature = 20 degC }\nboundary right { temperature = 30 degC }\n',
});

export function* blockMustBeGivenOnce(root: ast.Model): Findings {
  const first = new Map<string, ast.Declaration>();
  for (const declaration of root.declarations) {
    if (!isComplete(declaration)) continue;
    const key = keyOf(declaration);
    if (!key) continue;
    const other = first.get(key);
    if (!other) {
      first.set(key, declaration);
      continue;
    }
    yield {
      at: ast.isGeometry(declaration) ? part(declaration, 'shape') : ast.isBoundary(declaration) ? part(declaration, 'side') : declaration,
      message: `There is already ${key === 'geometry' ? 'a geometry' : key === 'initial' ? 'an initial state' : key === 'title' ? 'a title' : `a block for the ${key}`}.`,
      advice: 'put everything into one block',
      related: [{ at: other, message: 'given here first' }],
      fixes: [{ title: 'Remove this one', edits: [remove(declaration)] }],
    };
  }
}
function keyOf(declaration: ast.Declaration): string | undefined {
  if (ast.isGeometry(declaration)) return 'geometry';
  if (ast.isInitial(declaration)) return 'initial';
  if (ast.isTitle(declaration)) return 'title';
  return ast.isBoundary(declaration) ? `boundary ${declaration.side}` : undefined;
}
