/** SARIF 2.1.0, which code-scanning services read. */
import { pathToFileURL } from 'node:url';
import type { CheckedFile, Range, Severity } from './diagnostic.js';

const levelOf: Record<Severity, 'error' | 'warning' | 'note'> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

const location = (file: string, range: Range, message?: string) => ({
  physicalLocation: {
    artifactLocation: { uri: pathToFileURL(file).href },
    region: {
      startLine: range.start.line + 1,
      startColumn: range.start.character + 1,
      endLine: range.end.line + 1,
      endColumn: range.end.character + 1,
    },
  },
  ...(message !== undefined && { message: { text: message } }),
});

export function sarif(files: readonly CheckedFile[], version: string): string {
  const rules = [...new Set(files.flatMap((f) => f.diagnostics.map((d) => d.code)))].sort();
  return JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'soret', version, rules: rules.map((id) => ({ id })) } },
          columnKind: 'utf16CodeUnits',
          results: files.flatMap(({ file, diagnostics }) =>
            diagnostics.map((d) => ({
              ruleId: d.code,
              ruleIndex: rules.indexOf(d.code),
              level: levelOf[d.severity],
              message: { text: d.message },
              locations: [location(file, d.range)],
              ...(d.related.length && { relatedLocations: d.related.map((r) => location(r.file, r.range, r.message)) }),
              ...(d.fixes.length && {
                fixes: d.fixes.map((fix) => ({
                  description: { text: fix.title },
                  artifactChanges: [
                    {
                      artifactLocation: { uri: pathToFileURL(file).href },
                      replacements: fix.edits.map((edit) => ({
                        deletedRegion: location(file, edit.range).physicalLocation.region,
                        insertedContent: { text: edit.newText },
                      })),
                    },
                  ],
                })),
              }),
            })),
          ),
        },
      ],
    },
    null,
    2,
  );
}
