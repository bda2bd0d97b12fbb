/** Results as files: tables, the JSON record, figures. */
import path from 'node:path';
import { version } from '../../package.json';
import { makeFolder, writeFile } from '../model/output.js';
import { charts } from '../plot/curves.js';
import type { Figures } from '../plot/figure.js';
import { fieldsCsv, measuresCsv } from './csv.js';
import { runJson } from './json.js';
import type { Run } from './run.js';

/** Writes into `folder`, or only the plots beside the model when it is absent; gives the names of the files written. */
export function writeResults(
  run: Run,
  options: { readonly folder: string | undefined; readonly plots: Figures | undefined },
): readonly string[] {
  const folder = options.folder ?? path.dirname(run.file);
  const stem = path.basename(run.file, '.soret');
  const contents: [name: string, content: string | Uint8Array][] = [];
  if (options.folder !== undefined) {
    contents.push([`${stem}.json`, `${runJson(run, version, true)}\n`]);
    for (const outcome of run.result?.outcomes ?? []) {
      contents.push([`${stem}-${outcome.study}.csv`, measuresCsv(outcome)]);
      if (outcome.kind === 'steady' || outcome.kind === 'transient')
        contents.push([`${stem}-${outcome.study}-fields.csv`, fieldsCsv(outcome)]);
    }
  }
  if (options.plots && run.problem && run.result)
    for (const [i, chart] of charts(run.problem, run.result).entries())
      contents.push([`${stem}-plot-${i + 1}.${options.plots.extension}`, options.plots.draw(chart)]);
  makeFolder(folder);
  return contents.map(([name, content]) => {
    const target = path.join(folder, name);
    writeFile(target, content);
    return target;
  });
}
