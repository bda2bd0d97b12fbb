import { GrammarUtils } from 'langium';
import type { DiagnosticRecord } from '../../diagnostic.js';
import { part, type Finding } from '../../finding.js';
import { dataRecords } from './records.js';
import * as ast from '../../../generated/ast.js';
import type { DataBlockProblem } from '../../../data/dataset.js';
import type { FitDataProblem } from '../../../data/fit-data.js';

/** Problems of a data block with their records; each code has its own page. */
export function* dataProblems(problems: readonly DataBlockProblem[]): Generator<readonly [DiagnosticRecord, Finding]> {
  for (const { code, message, advice, severity, at } of problems) {
    const record = dataRecords.find((r) => r.code === code);
    if (!record) continue;
    const value = ast.isProperty(at) && GrammarUtils.findNodeForProperty(at.$cstNode, 'value') !== undefined;
    yield [
      { ...record, severity: severity ?? 'error' },
      { at: part(at, value ? 'value' : 'name'), message, advice },
    ];
  }
}

/** What is wrong between a fit and its data, at the property of the fit. */
export function* fitDataFindings(problems: readonly FitDataProblem[]): Generator<readonly [DiagnosticRecord, Finding]> {
  const record = dataRecords.find((r) => r.code === 'data/fit')!;
  for (const { at, message, advice } of problems) yield [record, { at: part(at, 'value'), message, advice }];
}
