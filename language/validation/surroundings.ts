/** What verdicts on a declaration depend on beside the declarations themselves, as one text: two equal texts, equal surroundings. */
import type { LangiumDocument } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import type { CheckProblem } from '../check/problem.js';
import { lineOf, Lines } from './anchored.js';
import { isMedium } from './model-view.js';
import { isGeometry, type Declaration, type Model } from '../generated/ast.js';
import { reachableAddresses } from '../scope/imports.js';
import type { SoretServices } from '../services.js';

/** Numbers that name objects. */
const numbers = new WeakMap<object, number>();
let count = 0;
const numberOf = (object: object): number => {
  const known = numbers.get(object);
  if (known !== undefined) return known;
  numbers.set(object, ++count);
  return count;
};

/** The names in their order, what media are made of, the geometry, imported files and data files. */
export function surroundingsOf(document: LangiumDocument, model: Model, { shared }: SoretServices): string {
  const { DataFiles, LangiumDocuments } = shared.workspace;
  const imports = [...reachableAddresses(document, LangiumDocuments)].map(([address, uri]) => {
    const imported = LangiumDocuments.getDocument(uri);
    return `${address} ${imported ? numberOf(imported.parseResult.value) : ''}`;
  });
  return [...model.declarations.map(inBrief), ...imports, String(DataFiles.revision)].join('\n');
}
function inBrief(declaration: Declaration): string {
  if (isGeometry(declaration)) return declaration.$cstNode?.text ?? '';
  const name = 'name' in declaration ? declaration.name : '';
  return isMedium(declaration)
    ? `${declaration.$type} ${name} ${declaration.$type === 'Solid' ? '' : declaration.species.map((s) => s.$refText).join()}`
    : `${declaration.$type} ${name}`;
}

/** What the checker says of each declaration, with ranges from its first line on. */
export function problemsByDeclaration(problems: readonly CheckProblem[], model: Model): (declaration: Declaration) => string {
  const texts = new Map<Declaration, string>();
  const lines = new Lines(model);
  for (const { code, severity, range, message } of problems) {
    const found = lines.before(range.start);
    if (!found) continue;
    const line = lineOf(found);
    const text = `${code} ${severity} ${placed(range, line)} ${message}\n`;
    texts.set(found, (texts.get(found) ?? '') + text);
  }
  return (declaration) => texts.get(declaration) ?? '';
}
const placed = ({ start, end }: Range, line: number): string =>
  `${start.line - line}:${start.character}-${end.line - line}:${end.character}`;
