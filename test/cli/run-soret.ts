/** The command line in this process: what it printed and how it ended. */
import { collect as runSoret } from '../../cli/collect.js';

export { runSoret };
export type { Answer } from '../../cli/collect.js';

/** The documented form of `run --format json`, as far as tests read it. */
export interface RunDocument {
  readonly soret: string;
  readonly model: string;
  readonly file: string;
  readonly hash: string;
  readonly diagnostics: readonly { readonly severity: string; readonly code: string; readonly message: string }[];
  readonly studies: Readonly<
    Record<
      string,
      {
        readonly kind: string;
        readonly status: string;
        readonly t: readonly (number | null)[];
        readonly reason?: { readonly code: string; readonly message: string };
        readonly warnings?: readonly { readonly code: string; readonly message: string }[];
        readonly measures: Readonly<
          Record<string, { readonly unit: string; readonly values: readonly number[]; readonly errors: readonly number[] }>
        >;
        readonly fields?: Readonly<Record<string, { readonly unit: string; readonly values: readonly (number | readonly number[])[] }>>;
        readonly parameters?: Readonly<
          Record<string, { readonly unit: string; readonly values?: readonly number[]; readonly value?: number; readonly stderr?: number }>
        >;
        readonly report: {
          readonly mass_drift: number;
          readonly energy_residual: number;
          readonly entropy_production_min: number;
          readonly error_estimate: number;
          readonly wall_ms: number;
          readonly steps: number;
          readonly cells: number;
        };
      }
    >
  >;
  readonly expectations: readonly { readonly name: string; readonly study: string; readonly ok: boolean; readonly actual: number }[];
}

/** Runs a model and reads its JSON document; an unexpected exit code is shown with what was said. */
export async function runDocument(file: string, ...options: readonly string[]): Promise<RunDocument> {
  const { out, err } = await runSoret(['run', file, '--format', 'json', ...options]);
  if (!out.startsWith('{')) throw new Error(`soret run ${file} printed no JSON document:\n${out}${err}`);
  return JSON.parse(out) as RunDocument;
}
