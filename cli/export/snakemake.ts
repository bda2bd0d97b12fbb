/** A Snakemake workflow of a sweep: every case a job of its own, on this machine or on a cluster, collected into the sweep's table. */
import path from 'node:path';
import { version } from '../../package.json';
import type { Problem, SweepStudy } from '../../solver/problem.js';
import { UsageError } from '../command.js';
import { caseAt, countOf } from '../sweep/cases.js';
import { constantSets } from '../sweep/collect.js';
import type { Artefact, FinishedRun } from './artefact.js';

export const snakemake: Artefact = {
  doc: 'snakemake: a workflow that runs the cases of a sweep as jobs, on a cluster too',
  needsRun: false,
  files(run, stem, folder) {
    const sweeps = run.problem.studies.filter((s) => s.kind === 'sweep');
    if (sweeps.length === 0) throw new UsageError(`${run.file} has no sweep, so there are no cases to run as jobs.`);
    return sweeps.map((sweep) => ({ name: `${stem}-${sweep.name}.smk`, text: workflow(run, sweep, stem, folder) }));
  },
};

function workflow(run: FinishedRun, sweep: SweepStudy, stem: string, folder: string | undefined): string {
  const { problem, file } = run;
  const constants = { ...constantSets(sweep), ...run.set };
  refuseWhatJobsCannot(problem, sweep);
  const total = countOf(sweep);
  const digits = String(total - 1).length;
  const cases = Array.from({ length: total }, (_, index) => {
    const values = Object.fromEntries(sweep.vary.map((v, j) => [v.parameter, caseAt(sweep, index)[j]!]));
    return `    "${String(index).padStart(digits, '0')}": ${text(setWords(problem, { ...constants, ...values }))},`;
  });
  const model = path
    .relative(folder ?? '.', file)
    .split(path.sep)
    .join('/');
  const tolerance = sweep.tolerance === undefined ? '' : ` --tolerance ${sweep.tolerance}`;
  const results = `${stem}-${sweep.name}-cases`;
  const collected = setWords(problem, run.set ?? {});
  return `# ${sweep.name} of ${problem.title.replace(/\s+/g, ' ') || model}: ${total} cases, each a job.
# Written by soret ${version} from the model ${problem.hash}.
#
#   snakemake -s ${stem}-${sweep.name}.smk --cores 4
#
# On a cluster add the options of its scheduler; --group-components case=100 puts 100 cases into one job.
# Another place of the program: --config soret=/path/to/soret

SORET = config.get("soret", "soret")
MODEL = ${text(model)}
CASES = {
${cases.join('\n')}
}


rule all:
    input:
        ${text(`${stem}.${sweep.name}.csv`)},


rule case:
    input:
        MODEL,
    output:
        ${text(`${results}/{case}.json`)},
    params:
        values=lambda wildcards: CASES[wildcards.case],
    group:
        "case"
    shell:
        # Exit code 1 only says that an expectation, which was written for other parameters, does not hold.
        "{SORET} run {input} --study ${sweep.study}${tolerance} {params.values} --format json > {output} || test $? -eq 1"


rule collect:
    input:
        model=MODEL,
        cases=expand(${text(`${results}/{case}.json`)}, case=CASES),
    output:
        ${text(`${stem}.${sweep.name}.csv`)},
    shell:
        "{SORET} sweep {input.model} --study ${sweep.name}${collected && ` ${collected}`} --collect ${results} --out . --format csv > /dev/null"
`;
}

/** A Python string. */
const text = (value: string): string => JSON.stringify(value);

/** Numbers are written so that they are read back as the same. */
function setWords(problem: Problem, values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([name, value]) => {
      const unit = problem.parameters.find((p) => p.name === name)?.unit ?? '1';
      return `--set ${name}='${unit === '1' ? value : `${value} ${unit}`}'`;
    })
    .join(' ');
}

/** What a sweep does and a run of a single case would do otherwise. */
function refuseWhatJobsCannot(problem: Problem, sweep: SweepStudy): void {
  const of = problem.studies.find((s) => s.name === sweep.study);
  const formula = sweep.set.find(({ value }) => value.kind !== 'number');
  const own = of?.set.find(({ parameter }) => sweep.vary.some((v) => v.parameter === parameter));
  if (formula) throw new UsageError(`${sweep.name} sets ${formula.parameter} by a formula, which a job cannot be given; write its value.`);
  if (own)
    throw new UsageError(
      `${sweep.study} sets ${own.parameter} itself, so a job of ${sweep.name} could not; take it out of ${sweep.study}.`,
    );
  if (of?.start !== undefined)
    throw new UsageError(
      `${sweep.study} starts from ${of.start}, which ${sweep.name} runs once for all cases, and jobs would run again for each.`,
    );
}
