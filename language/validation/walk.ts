/** All nodes of a tree, parents first, in the order of the text. A plain walk: many times as quick as a stream, and every check begins with it. */
import { isAstNode, type AstNode } from 'langium';

const dollar = 36;

export function nodesOf(root: AstNode): readonly AstNode[] {
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
