/** What the comment of a library entry says of where its value comes from. */

export interface Provenance {
  /** `verified = no`: taken over from somewhere else than its source. */
  readonly verified: boolean;
  /** What the entry is: the first sentence of its comment. */
  readonly what: string;
  readonly source?: string;
}
/** Undefined when the comment does not say whether its entry is verified. */
export function provenanceOf(comment: string | undefined): Provenance | undefined {
  const lines = (comment ?? '').split(/\r?\n/).map((line) => line.replace(/^\s*\/?\*+\/?\s?|\s*\*+\/$/g, '').trim());
  const verified = /\bverified\s*=\s*(yes|no)\b/.exec(lines.join('\n'))?.[1];
  if (verified === undefined) return undefined;
  const [what = ''] = lines.filter((line) => line !== '');
  const source = /^- source: (.*(?:\n[^-\n].*)*)$/m.exec(lines.join('\n'))?.[1]?.replaceAll('\n', ' ');
  return { verified: verified === 'yes', what: what.replace(/\.$/, ''), ...(source ? { source } : {}) };
}
