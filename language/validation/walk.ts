/** All nodes of a tree, parents first, in the order of the text. A plain walk: many times as quick as a stream, and every check begins with it. */
import { isAstNode, isReference, type AstNode, type Reference } from 'langium';
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
const references = new WeakMap<Declaration, readonly Reference[]>();

/** The references in a declaration. */
export function referencesOf(declaration: Declaration): readonly Reference[] {
  const known = references.get(declaration);
  if (known) return known;
  const found = nodesOf(declaration).flatMap((node) =>
    Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
      if (key.charCodeAt(0) === dollar) return [];
      return (Array.isArray(value) ? (value as unknown[]) : [value]).filter((item) => isReference(item));
    }),
  );
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
