/** What a documentation comment says: its text as it is written, as Markdown. */
import type { AstNode, CommentProvider, DocumentationProvider } from 'langium';

/** Langium's own provider reads tags of JSDoc, which the language has none of, and moves the marks of lists. */
export class SoretDocumentationProvider implements DocumentationProvider {
  constructor(private readonly services: { readonly documentation: { readonly CommentProvider: CommentProvider } }) {}

  getDocumentation(node: AstNode): string | undefined {
    const comment = this.services.documentation.CommentProvider.getComment(node);
    return comment === undefined ? undefined : textOf(comment);
  }
}

/** Without the comment's marks and the column of stars. */
export const textOf = (comment: string): string =>
  comment
    .replace(/^\/\*\*/, '')
    .replace(/\*\/$/, '')
    .split(/\r?\n/)
    .map((line, i) => (i === 0 ? line.trim() : line.replace(/^\s*(?:\*\s?)?/, '').trimEnd()))
    .join('\n')
    .trim();
