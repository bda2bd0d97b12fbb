/** The documentation page of a code as Markdown: for `soret explain`, the editor, and `docs/diagnostics/`. */
import { diagnostics } from './catalogue.js';
import { runCodes, runPage, runRow } from './run-codes.js';
import { pageFile, type DiagnosticRecord, type Severity } from './diagnostic.js';

const severityWords: Readonly<Record<Severity, string>> = {
  error: 'An error: the model does not run.',
  warning: 'A warning: the model runs.',
  hint: 'A hint.',
};

export function explain(code: string): string | null {
  const record = diagnostics.get(code);
  return record ? page(record) : (runPage(code) ?? null);
}
/** Lines beyond this are cut in print. */
const longestLine = 160;
const shown = (text: string): string =>
  text.replace(/^.*$/gm, (line) => (line.length > longestLine ? `${line.slice(0, longestLine)}…` : line));
const filesText = (files: Readonly<Record<string, string>> = {}): string =>
  Object.entries(files)
    .map(([name, text]) => `\n\`${name}\`:\n\n\`\`\`csv\n${text}\`\`\`\n`)
    .join('');

const effect = ({ severity, stops }: DiagnosticRecord): string =>
  stops === 'study' ? 'An error: this study does not run, the others do.' : severityWords[severity];

export const page = (record: DiagnosticRecord): string => {
  const { code, title, doc, bad, good, files } = record;
  return `# ${title}\n\n\`${code}\` · ${effect(record)}\n\n${doc}\n\n## Reported here\n\n\`\`\`soret\n${shown(bad)}\`\`\`\n\n## Mended\n\n\`\`\`soret\n${good}\`\`\`\n${filesText(files)}`;
};

/** The table of contents of all pages. */
export function index(): string {
  const rows = [...diagnostics.values()].map((r) => `| [\`${r.code}\`](${pageFile(r.code)}) | ${r.severity} | ${r.title} |`);
  rows.push(...runCodes.filter((code) => !diagnostics.has(code)).map(runRow));
  return `# Diagnostics\n\nEvery message of the language has a code. \`soret explain CODE\` prints its page.\n\n| code | severity | what |\n|---|---|---|\n${rows.join('\n')}\n`;
}
