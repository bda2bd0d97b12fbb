/** Models with their diagnostics and, where there are no errors, what they mean: the data that the solver runs. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LowerProblem } from '../../language/lower/lowering.js';
import type { Problem } from '../../solver/problem.js';
import { stopsModel } from '../../language/validation/gravity.js';
import { checkedDiagnostics } from '../../server/checked.js';
import type { CheckedFile, Diagnostic } from '../diagnostics/index.js';
import type { Terminal } from '../terminal.js';
import { leavesFolder } from './sandbox.js';
import { session } from './session.js';

export interface LoadedModel extends CheckedFile {
  /** Absent when the model has errors that keep all of its studies from running. */
  readonly problem?: Problem;
}

/** Throws `UsageError` for files that are no models. */
export async function loadModels(files: readonly string[], { sandbox }: Pick<Terminal, 'sandbox'> = {}): Promise<readonly LoadedModel[]> {
  const { services, documents } = await session(files, sandbox);
  return documents.map((document, i) => {
    const checked = {
      file: files[i]!,
      text: document.textDocument.getText(),
      diagnostics: checkedDiagnostics(document, (uri) => shown(uri, sandbox?.folder ?? process.cwd())),
    };
    if (document.diagnostics?.some(stopsModel)) return checked;
    const lowered = services.soret.lower.LowerService.of(document);
    return 'problem' in lowered
      ? { ...checked, problem: lowered.problem }
      : { ...checked, diagnostics: [...checked.diagnostics, ...lowered.problems.map(fromLowering)] };
  });
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
