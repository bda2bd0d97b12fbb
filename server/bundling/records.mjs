/**
 * Records of diagnostics without the pages that explain them: the server needs the code and the severity; the pages travel as files of the
 * extension (docs/diagnostics) and in `soret explain`.
 */
import ts from 'typescript';
import { edited, parsed } from './syntax.mjs';

const ofPages = new Set(['title', 'doc', 'bad', 'good', 'files']);

export function withoutPages(text) {
  const cuts = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'diagnostic')
      for (const property of node.arguments[0].properties)
        if (ofPages.has(property.name?.text)) cuts.push({ start: property.pos, end: property.end + (text[property.end] === ',' ? 1 : 0) });
    ts.forEachChild(node, visit);
  };
  visit(parsed(text));
  return edited(text, cuts);
}
