import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import type * as ast from '../../../generated/ast.js';
import type { AstNode } from 'langium';

export const taken = diagnostic({
  code: 'name/taken',
  severity: 'error',
  title: 'Name declared twice',
  doc: 'All declarations of a file share one set of names, so that a name means one thing wherever it stands. Rename one of the two.',
  bad: 'let gap = 1 mm\nlet gap = 2 mm\n',
  good: 'let gap = 1 mm\nlet wide_gap = 2 mm\n',
});

type NamedNode = AstNode & { readonly name: string };
const isNamed = (node: AstNode): node is NamedNode => 'name' in node && typeof node.name === 'string';

export function* declaredNamesMustDiffer(model: ast.Model): Findings {
  yield* repeated(model.declarations);
  for (const declaration of model.declarations) {
    if (declaration.$type === 'Geometry') yield* repeated(declaration.layers);
    if (declaration.$type === 'Source') yield* repeated(declaration.reactions);
  }
}
function* repeated(nodes: readonly AstNode[]): Findings {
  const first = new Map<string, NamedNode>();
  for (const node of nodes) {
    if (!isNamed(node)) continue;
    const other = first.get(node.name);
    if (!other) {
      first.set(node.name, node);
      continue;
    }
    yield {
      at: part(node, 'name'),
      message: `The name ${node.name} is already declared as a ${other.$type.toLowerCase()}.`,
      advice: 'give one of the two another name',
      related: [{ at: part(other, 'name'), message: `${node.name} is declared here first` }],
    };
  }
}
