/** What `soret test` found: one point per expectation; a model that cannot be run is one failed point. */
import type { Run } from './run.js';

export interface TestPoint {
  readonly name: string;
  readonly ok: boolean;
  readonly message: string;
  readonly actual?: number;
  readonly wanted?: number;
  /** One-based. */
  readonly line?: number;
}
export interface TestedFile {
  readonly file: string;
  readonly seconds: number;
  readonly points: readonly TestPoint[];
}

export function tested(run: Run, seconds: number): TestedFile {
  const errors = run.diagnostics.filter((d) => d.severity === 'error');
  const points: TestPoint[] = [
    ...errors.map((d) => ({ name: `is a sound model (${d.code})`, ok: false, message: d.message, line: d.range.start.line + 1 })),
    ...(run.result?.outcomes ?? [])
      .filter((o) => o.status === 'failed')
      .map((o) => ({
        name: `${o.study} runs`,
        ok: false,
        message: o.reason?.message ?? 'the run failed',
        ...(o.reason?.range && { line: o.reason.range.start.line + 1 }),
      })),
    ...(run.result?.expectations ?? []).map((e) => ({
      name: `${e.name} of ${e.study}`,
      ok: e.ok,
      message: e.message,
      actual: e.actual,
      ...(e.wanted !== null && { wanted: e.wanted }),
      line: e.origin.start.line + 1,
    })),
  ];
  return { file: run.file, seconds, points };
}
