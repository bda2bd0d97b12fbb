/** Refactoring for the design of experiments: a sweep of a param over its range, with a plot of every measure, at the end of the file. */
import { AstUtils } from 'langium';
import { CodeActionKind, type CodeAction } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.js';
import { reservedNames } from '../../catalogue/builtins.js';
import { action, nodeAt, type ActionContext } from './context.js';
import { fileEnd } from './text.js';

/** Enough to see a maximum, and quick. */
const points = 21;

export function sweepParam(context: ActionContext): CodeAction[] {
  const param = nodeAt(context, ast.isParam);
  const model = context.document.parseResult.value;
  const [low, high] = [param?.low?.$cstNode?.text, param?.high?.$cstNode?.text];
  if (!param || low === undefined || high === undefined || !ast.isModel(model)) return [];
  const text = context.document.textDocument.getText();
  const end = fileEnd(text);
  const taken = new Set([...context.services.references.ScopeProvider.names(context.document), ...reservedNames]);
  const measures = model.declarations.filter((d) => ast.isMeasure(d)).filter((m) => !readsPlace(m));
  const studies = model.declarations.flatMap((d) => (ast.isSteady(d) || ast.isTransient(d) ? [d.name] : []));
  return studies.map((study) => {
    const name = free(studies.length > 1 ? `${study}_over_${param.name}` : `over_${param.name}`, taken);
    const lines = [
      `sweep ${name} { study = ${study}; vary(${param.name}) = linspace(${low}, ${high}, ${points}) }`,
      ...measures.map((m) => `plot ${m.name} over ${param.name} of ${name}`),
    ];
    const at = context.document.textDocument.positionAt(text.length);
    const gap = text === '' || text.endsWith('\n') ? end : end + end;
    return action(
      context,
      `Sweep ${param.name} from ${low} to ${high} in ${study}, and plot what is measured`,
      CodeActionKind.RefactorRewrite,
      [{ range: { start: at, end: at }, newText: `${gap}${lines.join(end)}${end}` }],
    );
  });
}

function free(wish: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? wish : `${wish}_${count}`;
    if (!taken.has(name)) return name;
  }
}

/** Has a value only where data give the place: `value(T, x = x)`. */
const readsPlace = (measure: ast.Measure): boolean =>
  AstUtils.streamAst(measure).some(
    (node) => ast.isArgument(node) && node.key !== undefined && ast.isRef(node.value) && node.value.target.$refText === node.key,
  );
