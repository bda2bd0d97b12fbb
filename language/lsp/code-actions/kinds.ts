/** Kinds of code action that the server offers. */
import { CodeActionKind } from 'vscode-languageserver-types';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.soret`;
export const codeActionKinds: readonly string[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorRewrite,
  fixAllKind,
];
