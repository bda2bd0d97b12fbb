/** Hover: what stands under the cursor, in the user's terms and in SI. */
import { CstUtils, GrammarUtils, type AstNode, type LangiumDocument, type LeafCstNode } from 'langium';
import type { HoverProvider } from 'langium/lsp';
import type { Hover, HoverParams } from 'vscode-languageserver-protocol';
import * as ast from '../../generated/ast.js';
import type { SoretServices } from '../../services.js';
import { geometryHover, studyHover } from './scales.js';
import { keywordHover, nameHover } from './names.js';
import { propertyHover } from './property.js';
import { literalHover, unitHover } from './values.js';

export class SoretHoverProvider implements HoverProvider {
  constructor(private readonly services: SoretServices) {}

  getHoverContent(document: LangiumDocument, { position }: HoverParams): Hover | undefined {
    const root = document.parseResult.value.$cstNode;
    const offset = document.textDocument.offsetAt(position);
    const leaf = root && (CstUtils.findLeafNodeAtOffset(root, offset) ?? CstUtils.findLeafNodeBeforeOffset(root, offset));
    if (!leaf || leaf.hidden || offset < leaf.offset || offset > leaf.end) return undefined;
    const parts = this.contentOf(leaf);
    return parts.length ? { contents: { kind: 'markdown', value: parts.join('\n\n') }, range: leaf.range } : undefined;
  }

  private contentOf(leaf: LeafCstNode): string[] {
    const node = leaf.astNode;
    const kind = leaf.tokenType.name;
    if (kind === 'UNIT' && ast.isQuantity(node)) return unitHover(leaf.text);
    if (kind === 'NUMBER' && ast.isQuantity(node)) return literalHover(node);
    if (ast.isSigned(node) && ast.isQuantity(node.operand)) return literalHover(node.operand);
    if (ast.isProperty(node) && isPart(leaf, node, 'key')) return propertyHover(node, this.services);
    const target = this.targetOf(leaf);
    if (target) return nameHover(target, isCalled(leaf), this.services);
    if (ast.isGeometry(node) && (isPart(leaf, node, 'shape') || leaf.text === 'geometry'))
      return [...keywordHover('geometry'), ...geometryHover(node, this.services)];
    if (isRunnable(node) && (isPart(leaf, node, 'name') || leaf.text === node.$type.toLowerCase()))
      return [...keywordHover(node.$type.toLowerCase()), ...studyHover(node, this.services)];
    if (kind === leaf.text) return keywordHover(leaf.text);
    return hasName(node) && isPart(leaf, node, 'name') ? nameHover(node, false, this.services) : [];
  }

  /** What a name refers to. */
  private targetOf(leaf: LeafCstNode): (AstNode & { readonly name: string }) | undefined {
    const [target] = this.services.references.References.findDeclarations(leaf);
    return target && hasName(target) && target !== leaf.astNode ? target : undefined;
  }
}

const isPart = (leaf: LeafCstNode, node: AstNode, feature: string): boolean => {
  const part = GrammarUtils.findNodeForProperty(node.$cstNode, feature);
  return part !== undefined && part.offset <= leaf.offset && leaf.end <= part.end;
};
const isCalled = (leaf: LeafCstNode): boolean => ast.isCall(leaf.astNode);
const hasName = (node: AstNode): node is AstNode & { readonly name: string } => typeof (node as { name?: unknown }).name === 'string';
const isRunnable = (node: AstNode): node is ast.Steady | ast.Transient => ast.isSteady(node) || ast.isTransient(node);
