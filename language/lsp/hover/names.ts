/** Hover on a name: its declaration as written, its documentation, its value; built-in names with their signature. */
import { AstUtils, type AstNode } from 'langium';
import { builtin } from '../../catalogue/builtins.js';
import { isBuiltIn } from '../../documents/addresses.js';
import * as ast from '../../generated/ast.js';
import type { SoretServices } from '../../services.js';
import { siUnit } from '../../units/spelling.js';
import { declarationSnippets } from '../completion/snippets.js';
import { siText } from './values.js';

/** `x` alone is the coordinate, `x(A)` the mole fraction: `called` says which is meant. */
export function nameHover(target: AstNode & { readonly name: string }, called: boolean, services: SoretServices): string[] {
  if (isBuiltIn(AstUtils.getDocument(target).uri) && AstUtils.getDocument(target).uri.scheme === 'builtin')
    return builtinHover(target, called, services);
  const documentation = services.documentation.DocumentationProvider.getDocumentation(target);
  return [fence(headOf(target)), ...(documentation ? [documentation] : []), ...referenceOf(target), ...valueOf(target, services)];
}

function builtinHover(target: AstNode & { readonly name: string }, called: boolean, services: SoretServices): string[] {
  const record = builtin(target.name, called);
  if (!record)
    return [
      fence(headOf(target)),
      services.documentation.DocumentationProvider.getDocumentation(target) ?? '',
      ...valueOf(target, services),
    ].filter((part) => part !== '');
  const parameters = record.parameters?.map((parameter) => (parameter.optional ? `${parameter.name}?` : parameter.name)).join(', ');
  return [
    fence(`${target.name}${parameters === undefined ? '' : `(${parameters}${record.variadic ? ', …' : ''})`}`),
    `_${record.category}_ · ${record.doc}`,
  ];
}

/** First line of the declaration, without its block. */
function headOf(node: AstNode): string {
  const text = (node.$cstNode?.text ?? '').split(/[\r\n]/, 1)[0]!;
  return text.split('{', 1)[0]!.trim();
}
const fence = (text: string): string => `\`\`\`soret\n${text}\n\`\`\``;

/** Citation of a substance. */
function referenceOf(node: AstNode): string[] {
  if (!ast.isSpecies(node) && !ast.isParticle(node)) return [];
  const text = node.properties.find((property) => property.key === 'reference')?.value;
  return ast.isText(text) && text.value ? [`_${text.value}_`] : [];
}

function valueOf(node: AstNode, services: SoretServices): string[] {
  if (!ast.isParam(node) && !ast.isLet(node)) return [];
  const check = services.check.CheckService.of(AstUtils.getDocument(node));
  const value = check.valueOf(node.value);
  const type = check.typeOfNamed(node);
  return value === undefined || !type ? [] : [`SI: ${siText(value, siUnit(type.dimension))}`];
}

/** What a keyword begins. */
export function keywordHover(keyword: string): string[] {
  const snippet = declarationSnippets.find((declared) => declared.keyword === keyword);
  return snippet ? [`**${keyword}**: ${snippet.title}`] : [];
}
