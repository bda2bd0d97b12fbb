/** What a fit leaves in the file beside its values: how they are correlated, and which data they come from. */
import { AstUtils, type LangiumDocument } from 'langium';
import { numeral } from '../../solver/quantities/numeral.js';
import { correlationMatrix, factorOf, type Stated } from '../../solver/uncertainty/correlation.js';
import * as ast from '../generated/ast.js';
import type { ParameterEdit } from './apply-parameters.js';

export interface WrittenFit {
  readonly study: string;
  /** Between its params. */
  readonly correlations: readonly Stated[];
}

/** `written`: the params that get a value. `textOf` gives a data file that the document names. */
export function fitEdits(
  document: LangiumDocument<ast.Model>,
  written: readonly ast.Param[],
  fit: WrittenFit,
  textOf: (path: string) => string | null | undefined,
): ParameterEdit[] {
  const inOrder = [...written].sort((a, b) => (a.$cstNode?.offset ?? 0) - (b.$cstNode?.offset ?? 0));
  const first = inOrder[0]?.$cstNode?.range.start.line;
  const last = inOrder.at(-1)?.$cstNode?.range.end.line;
  if (first === undefined || last === undefined) return [];
  const lines = document.textDocument.getText().split(/\r\n|\n|\r/);
  const edit = (line: number, character: number, end: ParameterEdit['range']['end'], newText: string): ParameterEdit => ({
    range: { uri: document.uri.toString(), start: { line, character }, end },
    newText,
  });
  const own = fit.correlations.filter(
    ({ between, value }) => Number.isFinite(value) && between.every((n) => inOrder.some((p) => p.name === n)),
  );
  const stated = document.parseResult.value.declarations.filter(ast.isCorrelation);
  const added: string[] = [];
  const replaced = rounded(own).flatMap(({ between, value }): ParameterEdit[] => {
    const known = stated.find(({ names }) => names.length === 2 && between.every((name) => names.some((n) => n.$refText === name)));
    const range = known?.value?.$cstNode?.range;
    if (!range) added.push(`correlation(${between.join(', ')}) = ${value}`);
    return range ? [edit(range.start.line, range.start.character, range.end, value)] : [];
  });
  const next = { line: last + 1, character: 0 };
  const end = { line: last, character: lines[last]!.length };
  const behind = added.map((line) => (last + 1 < lines.length ? `${line}\n` : `\n${line}`)).join('');
  const comment = [`// ${inOrder.map((p) => p.name).join(', ')}: fit ${fit.study}`, ...sourceOf(document, fit.study, textOf)];
  const begin = beginOfComment(lines, first);
  return [
    edit(begin, 0, { line: first, character: 0 }, comment.map((line) => `${line.trimEnd()}\n`).join('')),
    ...replaced,
    ...(behind === '' ? [] : [last + 1 < lines.length ? edit(next.line, 0, next, behind) : edit(end.line, end.character, end, behind)]),
  ];
}

/** The name of the data file and the comment that it begins with, as comments. */
function sourceOf(document: LangiumDocument<ast.Model>, study: string, textOf: (path: string) => string | null | undefined): string[] {
  const fit = document.parseResult.value.declarations.find((d): d is ast.Fit => ast.isFit(d) && d.name === study);
  const observations = fit?.properties.find((p) => p.key === 'observations')?.value;
  const data = ast.isRef(observations) ? observations.target.ref : undefined;
  const path = ast.isData(data) ? data.properties.find((p) => p.key === 'file')?.value : undefined;
  if (!ast.isText(path) || AstUtils.getDocument(path) !== document) return [];
  const head = (textOf(path.value) ?? '').replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const comments = head
    .slice(
      0,
      head.findIndex((line) => !/^\s*(#|$)/.test(line)),
    )
    .map((line) => line.replace(/^[\s#]+/, '').trim());
  return [`// data ${path.value}`, ...comments.filter((line) => line !== '').map((line) => `// ${line}`)];
}

/** The first line of the comment that an earlier fit wrote above a line, else that line itself. */
function beginOfComment(lines: readonly string[], line: number): number {
  for (let at = line - 1; at >= 0 && /^\s*\/\//.test(lines[at]!); at--) if (/^\s*\/\/ [^:]+: fit \S+\s*$/.test(lines[at]!)) return at;
  return line;
}

/** With as few digits as tell how far it is from ±1, and leave a matrix that can be. */
function rounded(stated: readonly Stated[]): { readonly between: Stated['between']; readonly value: string }[] {
  const names = [...new Set(stated.flatMap((s) => s.between))];
  for (let more = 0; ; more++) {
    const texts = stated.map(({ between, value }) => ({
      between,
      value: numeral(value, 3 + more + Math.floor(-Math.log10(1 - Math.abs(value)))),
    }));
    const numbers = texts.map(({ between, value }) => ({ between, value: Number(value) }));
    if (more > 12 || factorOf(correlationMatrix(names, numbers))) return texts;
  }
}
