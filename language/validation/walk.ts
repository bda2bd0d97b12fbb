/** All nodes of a tree, parents first, in the order of the text. A plain walk: many times as quick as a stream, and every check begins with it. */
import { isAstNode, isReference, type AstNode, type ReferenceInfo } from 'langium';
import { isDeclaration, isModel, type Declaration } from '../generated/ast.js';

const dollar = 36;

export function nodesOf(root: AstNode): readonly AstNode[] {
  if (isModel(root)) return [root, ...root.declarations.flatMap(nodesOf)];
  if (!isDeclaration(root)) return walked(root);
  const known = declared.get(root);
  if (known) return known;
  const found = walked(root);
  declared.set(root, found);
  return found;
}
/** Once it is parsed, the tree of a declaration stays as it is. */
const declared = new WeakMap<Declaration, readonly AstNode[]>();
const references = new WeakMap<Declaration, readonly ReferenceInfo[]>();

/** The references in a declaration, and where they stand. */
export function referencesOf(declaration: Declaration): readonly ReferenceInfo[] {
  const known = references.get(declaration);
  if (known) return known;
  const found: ReferenceInfo[] = [];
  for (const container of nodesOf(declaration))
    for (const [property, value] of Object.entries(container) as [string, unknown][]) {
      if (property.charCodeAt(0) === dollar) continue;
      if (isReference(value)) found.push({ reference: value, container, property });
      else if (Array.isArray(value))
        value.forEach((item: unknown, index) => {
          if (isReference(item)) found.push({ reference: item, container, property, index });
        });
    }
  references.set(declaration, found);
  return found;
}

function walked(root: AstNode): readonly AstNode[] {
  const found: AstNode[] = [];
  const pending: AstNode[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    found.push(node);
    const children: AstNode[] = [];
    for (const key in node) {
      if (key.charCodeAt(0) === dollar) continue; // $container, $cstNode, …
      const value = (node as unknown as Record<string, unknown>)[key];
      if (Array.isArray(value)) {
        for (const item of value) if (isAstNode(item)) children.push(item);
      } else if (isAstNode(value)) children.push(value);
    }
    for (let i = children.length - 1; i >= 0; i--) pending.push(children[i]!);
  }
  return found;
}
