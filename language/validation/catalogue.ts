/** All diagnostics by code: those of the rules, and those that other parts of the language and the solver report. */
import type { DiagnosticRecord } from './diagnostic.js';
import { reported } from './reported.js';
import type { RuleTable } from './rule.js';
import { rules } from './validator.js';

const ofRules = Object.values(rules as Readonly<Record<string, RuleTable[keyof RuleTable]>>).flatMap((entries) =>
  (entries ?? []).map(([record]) => record),
);

export const diagnostics: ReadonlyMap<string, DiagnosticRecord> = new Map(
  [...ofRules, ...reported].map((record) => [record.code, record] as const).sort(([a], [b]) => a.localeCompare(b)),
);
