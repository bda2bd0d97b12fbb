/** Generated reflection of a syntax tree: its table of types is packed, and of the names of properties only the table keeps a copy. */
import ts from 'typescript';
import { packed, reader } from './packed.mjs';
import { edited, parsed } from './syntax.mjs';

/** `keepsProperties`: whether the table says what properties a type has – for defaults and references –, or only what it is a kind of. */
export function withPackedReflection(text, { keepsProperties }) {
  const source = parsed(text);
  const names = new Map();
  const cuts = [];
  // `export const Ref = { $type: 'Ref', target: 'target' } as const;`
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      const literal = bare(initializer);
      if (!literal || !ts.isObjectLiteralExpression(literal) || literal.properties[0]?.name?.text !== '$type') continue;
      names.set(name.text, Object.fromEntries(literal.properties.map((property) => [property.name.text, property.initializer.text])));
      cuts.push({ start: literal.properties[0].end, end: literal.end - 1 });
    }
  }
  const visit = (node) => {
    const table = tableOf(node);
    if (!table) return ts.forEachChild(node, visit);
    const types = valueOf(table, names);
    if (!keepsProperties) for (const type of Object.values(types)) type.properties = {};
    cuts.push({ start: table.getStart(), end: table.end, with: `JSON.parse(unpacked(${JSON.stringify(packed(JSON.stringify(types)))}))` });
    return undefined;
  };
  visit(source);
  return `import { unpacked } from ${JSON.stringify(reader)};\n${edited(text, cuts)}`;
}
const bare = (node) => (node && (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) ? bare(node.expression) : node);

/** `types = { … }` of the reflection. */
function tableOf(node) {
  if (ts.isPropertyDeclaration(node) && node.name.text === 'types') return bare(node.initializer);
  const isAssigned = ts.isBinaryExpression(node) && ts.isPropertyAccessExpression(node.left) && node.left.name.text === 'types';
  return isAssigned ? bare(node.right) : undefined;
}
function valueOf(node, names) {
  const of = (inner) => valueOf(inner, names);
  if (ts.isObjectLiteralExpression(node))
    return Object.fromEntries(node.properties.map(({ name, initializer }) => [name.text, of(initializer)]));
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(of);
  if (ts.isPropertyAccessExpression(node)) return names.get(node.expression.text)[node.name.text];
  if (ts.isStringLiteral(node)) return node.text;
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) return node.kind === ts.SyntaxKind.TrueKeyword;
  throw new Error(`not understood in a table of types: ${node.getText()}`);
}
