/** From a file or a text to a checked and lowered model: for the command line and the tests. */
import { URI, type LangiumDocument } from 'langium';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Problem } from '../solver/problem.js';
import type { SoretServices } from './services.js';
import { stopsModel } from './validation/gravity.js';

export interface OpenedModel {
  readonly document: LangiumDocument;
  readonly diagnostics: readonly Diagnostic[];
  /** Absent while the document has errors that stop all of its studies. */
  readonly problem?: Problem;
  /** Why there is no problem though no diagnostic is an error. */
  readonly unlowered?: string;
}

let texts = 0;

/**
 * Opens a model: a URI reads through the services' file system, a text needs none (its relative files are looked for beside `near`).
 * A file that is already open is read anew.
 */
export async function openModel(services: SoretServices, source: URI | string, near = 'file:///'): Promise<OpenedModel> {
  const { LangiumDocuments, DocumentBuilder } = services.shared.workspace;
  if (typeof source !== 'string' && LangiumDocuments.hasDocument(source)) LangiumDocuments.deleteDocument(source);
  const document =
    typeof source === 'string'
      ? LangiumDocuments.createDocument(URI.parse(`${near.replace(/\/?$/, '/')}text-${++texts}.soret`), source)
      : await LangiumDocuments.getOrCreateDocument(source);
  await DocumentBuilder.build([document], { validation: true });
  const diagnostics = document.diagnostics ?? [];
  if (diagnostics.some(stopsModel)) return { document, diagnostics };
  const result = services.lower.LowerService.of(document);
  if ('problem' in result) return { document, diagnostics, problem: result.problem };
  return { document, diagnostics, unlowered: result.problems[0]?.message };
}
