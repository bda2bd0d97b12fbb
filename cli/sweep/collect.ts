/** Cases that were run one by one, by `soret run --set … --format json`, as the table that a sweep would have written. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Reason, SweepOutcome } from '../../solver/outcome.js';
import type { Problem, SweepStudy } from '../../solver/problem.js';
import { UsageError } from '../command.js';
import { kindOf } from '../model/files.js';
import type { Terminal } from '../terminal.js';
import { caseAt, countOf } from './cases.js';
import { uncertaintyOf, type CaseMeasures } from './known-parameters.js';
import { nothing, sweepOutcome } from './outcome.js';
import { columnsOf, tableOf, type SweepRequest } from './run.js';
import type { Row } from './table.js';

interface Collecting extends Pick<SweepRequest, 'problem' | 'study' | 'set' | 'file' | 'folder'> {
  /** Folder of the documents. */
  readonly from: string;
}
/** What is read of a document. */
interface CaseDocument {
  readonly hash?: string;
  readonly set?: Readonly<Record<string, { readonly value: number }>>;
  readonly studies?: Readonly<Record<string, CaseMeasures & { readonly status: string; readonly reason?: Reason }>>;
}

/** Values that went through text and a unit are the same to this many digits. */
const DIGITS = 12;
const keyOf = (values: readonly number[]): string => values.map((value) => value.toPrecision(DIGITS)).join(' ');

/** Throws `UsageError` for documents of another model or with other settings. */
export function collectSweep(request: Collecting, terminal: Terminal): SweepOutcome {
  const { problem, study, from } = request;
  const table = tableOf(request);
  const casesOf = casesByValues(study);
  table.begin();
  let reason: Reason | undefined;
  for (const name of documentsIn(from)) {
    const file = path.join(from, name);
    const document = read(file);
    const indices = matching(document, request, casesOf);
    if (!indices) throw notOfThisSweep(file, document, request);
    const result = document.studies?.[study.study];
    if (result?.status !== 'ok') reason ??= { code: 'run/study', message: `${name}: ${result?.reason?.message ?? 'the case was not run'}` };
    else for (const index of indices) table.append(rowOf(index, study, problem, result));
  }
  table.sort();
  terminal.note(`wrote ${table.file}\n`);
  reason ??= missing(table, study);
  const status = reason ? 'failed' : 'ok';
  return sweepOutcome(study, columnsOf(problem, study), table.rows(), {
    status,
    ...(reason && { reason }),
    report: nothing(study.tolerance ?? NaN),
  });
}

function documentsIn(folder: string): readonly string[] {
  if (!kindOf(folder)?.isDirectory())
    throw new UsageError(
      `--collect ${folder}: there is no such folder; name the folder that holds the documents of soret run --format json.`,
    );
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  if (names.length === 0) throw new UsageError(`--collect ${folder}: no .json files are in it.`);
  return names.sort();
}

function read(file: string): CaseDocument {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as CaseDocument;
  } catch {
    throw new UsageError(`${file} is no document of soret run --format json; remove it, or run its case again.`);
  }
}

/** Numbers of the cases by the values of their parameters. */
function casesByValues(study: SweepStudy): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (let index = 0; index < countOf(study); index++) {
    const key = keyOf(caseAt(study, index));
    found.set(key, [...(found.get(key) ?? []), index]);
  }
  return found;
}

function matching(document: CaseDocument, { problem, study, set }: Collecting, casesOf: ReadonlyMap<string, readonly number[]>) {
  const given = document.set ?? {};
  const values = study.vary.map((v) => given[v.parameter]?.value ?? NaN);
  const others = Object.entries(given).filter(([name]) => !study.vary.some((v) => v.parameter === name));
  const wanted = { ...constantSets(study), ...set };
  const same =
    others.length === Object.keys(wanted).length && others.every(([name, { value }]) => keyOf([value]) === keyOf([wanted[name] ?? NaN]));
  return document.hash === problem.hash && same ? casesOf.get(keyOf(values)) : undefined;
}

/** Parameters that the sweep sets to a number for all of its cases. */
export const constantSets = (study: SweepStudy): Readonly<Record<string, number>> =>
  Object.fromEntries(study.set.flatMap(({ parameter, value }) => (value.kind === 'number' ? [[parameter, value.value]] : [])));

function notOfThisSweep(file: string, document: CaseDocument, { problem, study }: Collecting): UsageError {
  const why =
    document.hash === problem.hash
      ? `its parameters are those of no case of ${study.name}`
      : 'it comes from another model, or the model was changed since';
  return new UsageError(`${file} does not belong to this sweep: ${why}. Remove it, or run its case again.`);
}

function rowOf(index: number, study: SweepStudy, problem: Problem, found: CaseMeasures): Row {
  const last = (which: 'values' | 'errors') => problem.measures.map(({ name }) => found.measures[name]?.[which].at(-1) ?? NaN);
  return {
    index,
    parameters: caseAt(study, index),
    measures: last('values'),
    errors: last('errors'),
    propagated: problem.measures.map(({ name }) => uncertaintyOf(name, found, study)),
  };
}

function missing(table: { readonly count: number; has(index: number): boolean }, study: SweepStudy): Reason | undefined {
  const total = countOf(study);
  if (table.count === total) return undefined;
  const open = Array.from({ length: total }, (_, i) => i).filter((i) => !table.has(i));
  const named = `${open.slice(0, 5).join(', ')}${open.length > 5 ? ' …' : ''}`;
  return {
    code: 'run/study',
    message: `${open.length} of ${total} cases are missing: ${named}`,
    suggestion: 'run them and collect again, or let soret sweep --resume compute them',
  };
}
