/** Refactoring: a literal becomes a `param`, declared above the statement that used it. */
import { CodeActionKind, type CodeAction } from 'vscode-languageserver-types';
import { reservedNames } from '../../catalogue/builtins.js';
import { fileEnd } from './text.js';
import * as ast from '../../generated/ast.js';
import { grammarWords } from '../grammar-words.js';
import { action, nodeAt, type ActionContext } from './context.js';
import { literalAround } from './literal.js';

export function extractParam(context: ActionContext): CodeAction[] {
  const quantity = nodeAt(context, ast.isQuantity);
  const literal = quantity && literalAround(quantity);
  const root = context.document.parseResult.value;
  if (!literal || !ast.isModel(root)) return [];
  let holder: ast.Declaration | undefined;
  for (
    let node: typeof literal.node.$container | undefined = literal.node.$container;
    node;
    node = node.$container as typeof node | undefined
  )
    if (ast.isDeclaration(node)) holder = node;
  const isDeclared = (ast.isParam(holder) || ast.isLet(holder)) && holder.value === literal.node;
  const isPowerOrCount = ast.isPower(literal.node.$container) && literal.node.$container.exponent === literal.node;
  if (!holder?.$cstNode || isDeclared || isPowerOrCount) return [];
  const name = freeName(context, literal.node);
  const { textDocument } = context.document;
  const text = textDocument.getText();
  const lastParam = root.declarations.filter((declaration) => ast.isParam(declaration)).at(-1)?.$cstNode;
  const at =
    lastParam && lastParam.offset < holder.$cstNode.offset
      ? lineAfter(text, lastParam.end)
      : commentsBefore(text, lineStart(text, holder.$cstNode.offset));
  const position = textDocument.positionAt(at);
  const end = fileEnd(text);
  const written = literal.node.$cstNode!.text.replace(/^([-+])\s+/, '$1');
  const separate = lastParam && lastParam.offset < holder.$cstNode.offset ? '' : end;
  return [
    action(context, `Extract to param ${name}`, CodeActionKind.RefactorExtract, [
      { range: { start: position, end: position }, newText: `param ${name} = ${written}${end}${separate}` },
      { range: literal.range, newText: name },
    ]),
  ];
}

/** From the property that holds the value: `soret_ethanol`. */
function freeName(context: ActionContext, node: ast.Expr): string {
  let property: ast.Property | undefined;
  for (
    let holder: unknown = node.$container;
    typeof holder === 'object' && holder !== null;
    holder = (holder as { $container?: unknown }).$container
  )
    if (ast.isProperty(holder)) property = holder;
  const wish = property ? [property.key, ...property.args.map((argument) => argument.$refText)].join('_') : 'value';
  const taken = new Set([
    ...context.services.references.ScopeProvider.names(context.document),
    ...reservedNames,
    ...grammarWords(context.services.Grammar).keywords,
  ]);
  for (let i = 1; ; i++) {
    const name = i === 1 ? wish : `${wish}_${i}`;
    if (!taken.has(name)) return name;
  }
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
const lineAfter = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
};
/** Comments directly above a declaration belong to it. */
function commentsBefore(text: string, start: number): number {
  let at = start;
  while (at > 0) {
    const above = lineStart(text, at - 1);
    if (!/^\s*(?:\/\/|\/?\*)/.test(text.slice(above, at))) return at;
    at = above;
  }
  return at;
}
