/** The one check that Langium runs: what the checker found, then the table of rules, then the physics. */
import { AstUtils, type LangiumDocument, type ValidationAcceptor, type ValidationChecks } from 'langium';
import type { CancellationToken } from 'vscode-languageserver';
import { isData, isFit, type Model, type SoretAstType } from '../generated/ast.js';
import { readDataSet } from '../data/dataset.js';
import { fitDataProblems } from '../data/fit-data.js';
import type { SoretServices } from '../services.js';
import type { CheckProblem } from '../check/problem.js';
import { diagnostics } from './catalogue.js';
import { DocumentMeaning } from './document-meaning.js';
import type { Finding } from './finding.js';
import { judgedByPhysics } from './physics.js';
import { toInfo } from './report.js';
import { dataProblems, fitDataFindings } from './rules/data/readable.js';
import { runRules, type Verdict } from './run-rules.js';
import { problemsByDeclaration, surroundingsOf } from './surroundings.js';
import { rules } from './validator.js';
import { VerdictMemory } from './verdict-memory.js';

export function registerChecks(services: SoretServices): void {
  const checks: ValidationChecks<SoretAstType> = { Model: (model, accept, cancel) => checkModel(model, accept, services, cancel) };
  services.validation.ValidationRegistry.register(checks);
}

async function checkModel(model: Model, accept: ValidationAcceptor, services: SoretServices, cancel: CancellationToken): Promise<void> {
  const document = AstUtils.getDocument(model);
  const check = services.check.CheckService.of(document);
  const files = services.shared.workspace.DataFiles;
  const read = new Map(model.declarations.filter(isData).map((data) => [data, readDataSet(data, document, check, files)] as const));
  const ofData = [...read.values()].flatMap(({ problems }) => [...dataProblems(problems)]);
  const ofFits = model.declarations
    .filter(isFit)
    .flatMap((fit) => [...fitDataFindings(fitDataProblems(fit, check, (data) => read.get(data) ?? { columns: [], problems: [] }))]);
  const memory = memoryOf(document).begin(model, surroundingsOf(document, model, services), problemsByDeclaration(check.problems, model));
  const found = [
    ...check.problems.flatMap(asVerdict),
    ...ofData,
    ...ofFits,
    ...(await runRules(model, new DocumentMeaning(services, document, check), rules, memory, cancel)),
  ];
  const readable = document.parseResult.parserErrors.length + document.parseResult.lexerErrors.length === 0;
  const sound =
    readable &&
    !document.references.some((r) => r.error) &&
    found.every(([record]) => record.severity !== 'error' || record.stops === 'study');
  for (const [record, finding] of sound ? [...found, ...judgedByPhysics(model, document, services)] : found) {
    accept(record.severity, textOf(finding), toInfo(model, record, finding, document.uri.toString()));
  }
}
const memories = new WeakMap<LangiumDocument, VerdictMemory>();
const memoryOf = (document: LangiumDocument): VerdictMemory =>
  memories.get(document) ?? memories.set(document, new VerdictMemory()).get(document)!;
const textOf = (finding: Finding): string => (finding.advice ? `${finding.message}\n= ${finding.advice}` : finding.message);

/** A code without a record is a defect that the tests find; a user still reads the message. */
function asVerdict(problem: CheckProblem): readonly Verdict[] {
  const record = diagnostics.get(problem.code);
  if (!record) return [];
  const { range, message, advice, fixes, related, severity } = problem;
  return [
    [
      { ...record, severity },
      { at: { range }, message, advice, fixes, related: related?.map((r) => ({ at: { range: r.range }, message: r.message })) },
    ],
  ];
}
