/** Models with their diagnostics and, where there are no errors, what they mean: the data that the solver runs. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DiagnosticSeverity, type Diagnostic as LspDiagnostic } from 'vscode-languageserver-types';
import type { DiagnosticData } from '../../language/validation/finding.js';
import type { LowerProblem } from '../../language/lower/lowering.js';
import type { Problem } from '../../solver/problem.js';
import { stopsModel } from '../../language/validation/gravity.js';
import type { CheckedFile, Diagnostic, Severity } from '../diagnostics/index.js';
import type { Terminal } from '../terminal.js';
import { leavesFolder } from './sandbox.js';
import { session } from './session.js';

export interface LoadedModel extends CheckedFile {
  /** Absent when the model has errors that keep all of its studies from running. */
  readonly problem?: Problem;
}

const severities: Readonly<Record<DiagnosticSeverity, Severity>> = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'information',
  [DiagnosticSeverity.Hint]: 'hint',
};

/** Throws `UsageError` for files that are no models. */
export async function loadModels(files: readonly string[], { sandbox }: Pick<Terminal, 'sandbox'> = {}): Promise<readonly LoadedModel[]> {
  const { services, documents } = await session(files, sandbox);
  return documents.map((document, i) => {
    const checked = {
      file: files[i]!,
      text: document.textDocument.getText(),
      diagnostics: [...(document.diagnostics ?? [])].sort(byPlace).map((d) => converted(d, sandbox?.folder)),
    };
    if (document.diagnostics?.some(stopsModel)) return checked;
    const lowered = services.soret.lower.LowerService.of(document);
    return 'problem' in lowered
      ? { ...checked, problem: lowered.problem }
      : { ...checked, diagnostics: [...checked.diagnostics, ...lowered.problems.map(fromLowering)] };
  });
}

/** As the file is read. */
const byPlace = ({ range: { start: a } }: LspDiagnostic, { range: { start: b } }: LspDiagnostic): number =>
  a.line - b.line || a.character - b.character;

function converted(d: LspDiagnostic, folder = process.cwd()): Diagnostic {
  const data = d.data as Partial<DiagnosticData> | undefined;
  return {
    severity: severities[d.severity ?? DiagnosticSeverity.Error],
    code: String(d.code ?? ''),
    message: typeof d.message === 'string' ? d.message : d.message.value,
    range: d.range,
    related: (d.relatedInformation ?? []).map((r) => ({
      file: shown(r.location.uri, folder),
      range: r.location.range,
      message: r.message,
    })),
    fixes: (data?.fixes ?? []).map(({ title, edits }) => ({ title, edits })),
  };
}

function fromLowering(reason: LowerProblem): Diagnostic {
  const { start, end } = reason.range;
  return { severity: 'error', code: reason.code, message: reason.message, range: { start, end }, related: [], fixes: [] };
}

/** Files below the folder by their way from there, others whole, built-in documents by their address. */
function shown(uri: string, folder: string): string {
  if (!uri.startsWith('file:')) return uri;
  const file = fileURLToPath(uri);
  const way = path.relative(folder, file);
  return leavesFolder(way) ? file : way;
}
