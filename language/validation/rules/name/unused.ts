import type { AstNode } from 'langium';
import { diagnostic } from '../../diagnostic.js';
import { isComplete } from '../../complete.js';
import { part, type Findings } from '../../finding.js';
import { remove } from '../../fixes.js';
import { isMedium, type ModelView } from '../../model-view.js';
import * as ast from '../../../generated/ast.js';
import { nodesOf } from '../../walk.js';

const model = (extra: string) =>
  `${extra}solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\nsteady rest\n`;

export const unused = diagnostic({
  code: 'name/unused',
  severity: 'hint',
  title: 'Declaration that nothing uses',
  doc: 'A model that runs uses what it declares: a parameter that no expression reads, or a medium that fills no part of the geometry, has no effect on any result. Files without a study (a library of materials) are not judged.',
  bad: model('let gap = 1 mm\n'),
  good: model(''),
});

export function* declarationShouldBeUsed(root: ast.Model, view: ModelView): Findings {
  if (view.studies.length === 0 || !view.geometry) return;
  const used = new Set(root.declarations.flatMap(usedIn));
  for (const declaration of root.declarations) {
    const judged =
      ast.isParam(declaration) ||
      ast.isLet(declaration) ||
      ast.isData(declaration) ||
      ast.isSubstance(declaration) ||
      isMedium(declaration);
    if (!judged || !isComplete(declaration) || used.has(declaration.name)) continue;
    yield {
      at: part(declaration, 'name'),
      message: `Nothing uses ${declaration.name}.`,
      advice: 'use it or remove it',
      fixes: [{ title: `Remove ${declaration.name}`, edits: [remove(declaration)] }],
    };
  }
}

/** Once it is parsed, a declaration uses the same names for ever. */
const known = new WeakMap<ast.Declaration, readonly string[]>();
function usedIn(declaration: ast.Declaration): readonly string[] {
  const names = known.get(declaration) ?? nodesOf(declaration).flatMap(usedBy);
  known.set(declaration, names);
  return names;
}
function usedBy(node: AstNode): readonly string[] {
  const names = ast.isRef(node)
    ? [node.target]
    : ast.isProperty(node)
      ? node.args
      : ast.isTerm(node)
        ? [node.species]
        : ast.isMixture(node)
          ? node.species
          : ast.isSolution(node) || ast.isSuspension(node)
            ? [...node.species, node.solvent]
            : [];
  return names.length > 0 && isComplete(node) ? names.map(({ $refText }) => $refText) : [];
}
