/** What `--format json` prints of a run. */
import { runDocument } from '../../solver/observe/document.js';
import type { Run } from './run.js';

export const runJson = (run: Run, version: string, withFields: boolean): string =>
  JSON.stringify(runDocument({ ...run, version, withFields }), null, 1);
