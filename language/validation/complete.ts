/** Half-typed statements: the parser leaves out what is not written yet, whatever the types say. Their syntax error is enough. */
import type { AstNode } from 'langium';
import { reflection } from '../generated/ast.js';

const required = new Map<string, readonly string[]>();

/** Features that the grammar demands of a node: neither optional nor a list. */
function requiredOf(type: string): readonly string[] {
  const known = required.get(type);
  if (known) return known;
  const { properties } = reflection.getTypeMetaData(type);
  const names = Object.values(properties).flatMap((p) => (p.optional || p.defaultValue !== undefined ? [] : [p.name]));
  required.set(type, names);
  return names;
}
export const isComplete = (node: AstNode): boolean =>
  requiredOf(node.$type).every((name) => (node as unknown as Readonly<Record<string, unknown>>)[name] !== undefined);
