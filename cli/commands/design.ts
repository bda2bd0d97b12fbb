/** `soret design`: what a measure depends on, and how to make it what is wanted. */
import { version } from '../../package.json';
import { design as designing, type Design, type Goal } from '../../solver/design/design.js';
import { readsPlace } from '../../solver/fit/conditions.js';
import type { Range } from '../../solver/design/box.js';
import type { Problem, SteadyStudy, TransientStudy } from '../../solver/problem.js';
import { nearest } from '../../language/validation/nearest.js';
import type { Arguments, Command } from '../command.js';
import { UsageError } from '../command.js';
import { diagnosticsText } from '../diagnostics/index.js';
import { exit } from '../exit.js';
import { parameterValues, valueOf } from '../model/choices.js';
import { loadModels } from '../model/load.js';
import { parseQuantity } from '../model/quantity.js';
import { designJson, designText, type Designed } from '../report/design.js';
import { progress } from '../report/progress.js';
import type { Terminal } from '../terminal.js';
import { assignments, oneFile, setOption } from './common.js';

export const design: Command = {
  name: 'design',
  summary: 'Design an experiment: sensitivities of a measure, the parameters that make it largest or reach a value',
  usage: "FILE [--measure NAME] [--study NAME] [--at TIME] [--vary NAME='LOW to HIGH'] [--largest|--smallest|--reach VALUE]",
  positionals: oneFile,
  options: {
    measure: { type: 'text', placeholder: 'NAME', doc: 'the measure (may be left out when the model has one)' },
    study: { type: 'text', placeholder: 'NAME', doc: 'the steady or transient study (may be left out when the model has one)' },
    at: { type: 'text', quantity: true, placeholder: 'TIME', doc: 'how long the transient runs (default: its own end)' },
    vary: {
      type: 'text',
      repeated: true,
      quantity: true,
      placeholder: "NAME='LOW to HIGH'",
      doc: 'a param and the range that is searched (default: all params with from … to …)',
    },
    largest: { type: 'flag', doc: 'search the ranges for the largest value of the measure' },
    smallest: { type: 'flag', doc: 'search the ranges for the smallest value of the measure' },
    reach: {
      type: 'text',
      quantity: true,
      placeholder: 'VALUE',
      doc: 'for each param alone, the value at which the measure is VALUE',
    },
    set: setOption,
    format: { type: 'text', words: ['text', 'json'], doc: 'a report for people (default) or one JSON document' },
  },
  examples: [
    'soret design gin-and-tonic.soret --study rest',
    "soret design gin-and-tonic.soret --study relax --at '5 min' --largest",
    "soret design cell.soret --measure dw --reach 0.01 --vary gap='0.5 mm to 3 mm'",
  ],
  async run(given, terminal) {
    const [model] = await loadModels(given.positionals, terminal);
    const { file, problem } = model!;
    if (!problem) {
      terminal.note(diagnosticsText([model!], { colours: false }));
      terminal.note(`${file} has errors and was not run.\n`);
      return exit.modelWrong;
    }
    const study = studyOf(problem, given.text('study'));
    const measure = measureOf(problem, given.text('measure'));
    const goal = goalOf(measure, given);
    const ranges = goal ? rangesOf(problem, study, given) : [];
    const time = timeOf(study, given.text('at'));
    const result = await run(
      designing({
        problem,
        study,
        measure: measure.name,
        ...(time !== undefined && { time }),
        set: parameterValues(problem, assignments(given)),
        ranges,
        ...(goal && { goal }),
        cancelled: terminal.cancelled,
      }),
      terminal,
    );
    if (terminal.cancelled()) return exit.cancelled;
    if ('code' in result) {
      terminal.note(`${result.message}${result.suggestion ? `\n${result.suggestion}` : ''}\n`);
      return exit.runFailed;
    }
    const designed: Designed = { problem, file, study, measure, ...(time !== undefined && { time }), ...(goal && { goal }), result };
    terminal.write(given.text('format') === 'json' ? `${designJson(designed, version)}\n` : designText(designed));
    return missed(result) ? exit.runFailed : exit.ok;
  },
};

/** A goal that nothing in the ranges reaches. */
const missed = ({ reached, failure }: Design): boolean =>
  failure !== undefined || (reached !== undefined && reached.every((r) => r.reachedAt === undefined));

async function run<R>(running: Generator<void, R>, terminal: Terminal): Promise<R> {
  const bar = progress(terminal);
  for (let last = performance.now(); ; ) {
    const next = running.next();
    if (next.done) {
      bar.clear();
      return next.value;
    }
    if (performance.now() - last < 40) continue;
    await new Promise((resume) => setImmediate(resume));
    last = performance.now();
  }
}

function chosen<N extends { readonly name: string }>(all: readonly N[], name: string | undefined, what: string, option: string): N {
  const names = all.map((one) => one.name);
  if (all.length === 0) throw new UsageError(`the model has no ${what}; write one first.`);
  if (name === undefined) {
    if (all.length > 1) throw new UsageError(`the model has more than one ${what}: say --${option} with one of ${names.join(', ')}.`);
    return all[0]!;
  }
  const found = all.find((one) => one.name === name);
  if (found) return found;
  const guess = nearest(name, names);
  throw new UsageError(`there is no ${what} ${name}. ${guess ? `Did you mean ${guess}?` : `The model has ${names.join(', ')}.`}`);
}

function studyOf(problem: Problem, name: string | undefined): SteadyStudy | TransientStudy {
  const studies = problem.studies.flatMap((s) => (s.kind === 'steady' || s.kind === 'transient' ? [s] : []));
  return chosen(studies, name, 'steady or transient study', 'study');
}
const measureOf = (problem: Problem, name: string | undefined): Problem['measures'][number] =>
  chosen(
    problem.measures.filter((m) => !readsPlace(m.formula)),
    name,
    'measure',
    'measure',
  );

function goalOf(measure: Problem['measures'][number], given: Arguments): Goal | undefined {
  const reach = given.text('reach');
  const [largest, smallest] = [given.flag('largest'), given.flag('smallest')];
  if (Number(largest) + Number(smallest) + Number(reach !== undefined) > 1)
    throw new UsageError('one goal at a time: --largest, --smallest or --reach VALUE.');
  if (reach === undefined) return largest || smallest ? { kind: largest ? 'largest' : 'smallest' } : undefined;
  const quantity = parseQuantity(reach);
  if ('problem' in quantity) throw new UsageError(`--reach ${reach}: ${quantity.problem}`);
  if (!quantity.fits(measure.unit))
    throw new UsageError(
      `--reach ${reach}: ${measure.name} is ${measure.unit === '1' ? 'a plain number' : `in ${measure.unit}`}, and this is ${quantity.unit === '1' ? 'a plain number' : `in ${quantity.unit}`}.`,
    );
  return { kind: 'reach', wanted: quantity.si };
}

function timeOf(study: SteadyStudy | TransientStudy, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (study.kind === 'steady') throw new UsageError(`--at ${text}: ${study.name} is steady and has no time.`);
  const quantity = parseQuantity(text);
  if ('problem' in quantity) throw new UsageError(`--at ${text}: ${quantity.problem}`);
  if (!quantity.fits('s') || !(quantity.si > 0)) throw new UsageError(`--at ${text}: write a time above zero, as in --at '10 min'.`);
  return quantity.si;
}

function rangesOf(problem: Problem, study: SteadyStudy | TransientStudy, given: Arguments): readonly Range[] {
  const stated = given.texts('vary').map((text): Range => {
    const match = /^\s*(\S+?)\s*=\s*(.+?)\s+to\s+(.+?)\s*$/.exec(text);
    if (!match) throw new UsageError(`--vary ${text}: write --vary gap='0.5 mm to 3 mm'.`);
    const [, name, low, high] = match as unknown as [string, string, string, string];
    const range = { parameter: name, low: valueOf(problem, '--vary', name, low), high: valueOf(problem, '--vary', name, high) };
    if (!(range.low < range.high)) throw new UsageError(`--vary ${text}: the lower end must come first.`);
    return range;
  });
  const sliders = problem.parameters.flatMap(({ name, low, high }): Range[] =>
    low !== undefined && high !== undefined ? [{ parameter: name, low, high }] : [],
  );
  const ranges = stated.length > 0 ? stated : sliders.filter((r) => !study.set.some((s) => s.parameter === r.parameter));
  if (ranges.length === 0)
    throw new UsageError(
      "there is nothing to vary: no param has a range. Write param gap = 1 mm from 0.5 mm to 3 mm, or say --vary gap='0.5 mm to 3 mm'.",
    );
  const fixed = ranges.find((r) => study.set.some((s) => s.parameter === r.parameter));
  if (fixed) throw new UsageError(`--vary ${fixed.parameter}: ${study.name} sets it to a value of its own.`);
  return ranges;
}
