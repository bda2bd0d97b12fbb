/** The outline: declarations with their kind, layers and reactions below their geometry and source, coefficients below their block. */
import { GrammarUtils, type AstNode, type AstNodeDescription, type LangiumDocument } from 'langium';
import type { DocumentSymbolProvider, NodeKindProvider } from 'langium/lsp';
import { CompletionItemKind, SymbolKind, type DocumentSymbol, type Range } from 'vscode-languageserver-types';
import * as ast from '../generated/ast.js';

type Named = Partial<Record<'name' | 'shape' | 'side' | 'key' | 'text' | 'path', string>>;

const kinds: Partial<Record<string, SymbolKind>> = {
  Title: SymbolKind.File,
  Import: SymbolKind.Package,
  Param: SymbolKind.Variable,
  Let: SymbolKind.Constant,
  Measure: SymbolKind.Number,
  Species: SymbolKind.Class,
  Particle: SymbolKind.Class,
  Solution: SymbolKind.Struct,
  Mixture: SymbolKind.Struct,
  Suspension: SymbolKind.Struct,
  Solid: SymbolKind.Struct,
  Geometry: SymbolKind.Object,
  Layer: SymbolKind.Module,
  Interface: SymbolKind.Interface,
  Initial: SymbolKind.Object,
  Boundary: SymbolKind.Object,
  Source: SymbolKind.Object,
  Reaction: SymbolKind.Operator,
  Steady: SymbolKind.Event,
  Transient: SymbolKind.Event,
  Sweep: SymbolKind.Event,
  Fit: SymbolKind.Event,
  Data: SymbolKind.Array,
  Plot: SymbolKind.Field,
  Expect: SymbolKind.Boolean,
  Correlation: SymbolKind.Number,
  Property: SymbolKind.Property,
};
export const symbolKind = (type: string): SymbolKind => kinds[type] ?? SymbolKind.Object;

export class SoretNodeKindProvider implements NodeKindProvider {
  getSymbolKind(node: AstNode | AstNodeDescription): SymbolKind {
    return symbolKind('$type' in node ? node.$type : node.type);
  }
  getCompletionItemKind(): CompletionItemKind {
    return CompletionItemKind.Reference;
  }
}

export class SoretDocumentSymbolProvider implements DocumentSymbolProvider {
  getSymbols(document: LangiumDocument): DocumentSymbol[] {
    const root = document.parseResult.value;
    return ast.isModel(root) ? root.declarations.flatMap((declaration) => symbolOf(declaration) ?? []) : [];
  }
}

/** Nodes that stand one level below in the outline. */
function childrenOf(node: AstNode): AstNode[] {
  const inner = node as Partial<Record<'properties' | 'layers' | 'interfaces' | 'reactions', AstNode[]>>;
  return [inner.properties, inner.layers, inner.interfaces, inner.reactions]
    .flatMap((list) => list ?? [])
    .sort((a, b) => (a.$cstNode?.offset ?? 0) - (b.$cstNode?.offset ?? 0));
}

function symbolOf(node: AstNode): DocumentSymbol | undefined {
  const range = node.$cstNode?.range;
  const name = labelOf(node);
  if (!range || name === '') return undefined;
  const part = ['name', 'shape', 'side', 'key', 'text', 'path']
    .map((feature) => GrammarUtils.findNodeForProperty(node.$cstNode, feature))
    .find((found) => found);
  const selectionRange = part && contains(range, part.range) ? part.range : { start: range.start, end: range.start };
  const detail = detailOf(node);
  const children = childrenOf(node).flatMap((child) => symbolOf(child) ?? []);
  return {
    name,
    kind: symbolKind(node.$type),
    range,
    selectionRange,
    ...(detail ? { detail } : {}),
    ...(children.length ? { children } : {}),
  };
}

function labelOf(node: AstNode): string {
  const text = node.$cstNode?.text ?? '';
  const { name, shape, side, key, text: title, path } = node as Named;
  if (ast.isProperty(node)) return node.key === undefined ? '' : text.split('=', 1)[0]!.trim();
  if (ast.isInterface(node)) return `interface ${node.first.$refText} ${node.second.$refText}`;
  if (ast.isPlot(node) || ast.isExpect(node) || ast.isCorrelation(node)) return firstLine(text);
  if (ast.isInitial(node) || ast.isSource(node)) return node.$type.toLowerCase();
  if (shape !== undefined || side !== undefined) return `${node.$type.toLowerCase()} ${shape ?? side}`;
  return name ?? key ?? title ?? path ?? '';
}
function detailOf(node: AstNode): string {
  if (ast.isProperty(node)) return firstLine(node.value?.$cstNode?.text ?? '');
  if (ast.isParam(node) || ast.isLet(node) || ast.isMeasure(node)) return firstLine(node.value?.$cstNode?.text ?? '');
  if (ast.isMixture(node) || ast.isSolution(node) || ast.isSuspension(node))
    return `${node.$type.toLowerCase()} of ${node.species.map((species) => species.$refText).join(', ')}`;
  return node.$type.toLowerCase();
}
const firstLine = (text: string): string => {
  const line = text.split(/[\r\n]/, 1)[0]!.trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};
const contains = (outer: Range, inner: Range): boolean => !before(inner.start, outer.start) && !before(outer.end, inner.end);
const before = (a: Range['start'], b: Range['start']): boolean => a.line < b.line || (a.line === b.line && a.character < b.character);
