/** `soret_run`: runs a model and answers the JSON document of `soret run --format json`. */
import { runDocument } from '../../solver/observe/document.js';
import { runModel } from '../run-model.js';
import { checked, type ModelInput } from './input.js';
import type { Tool } from './tool.js';

interface RunInput extends ModelInput {
  readonly studies?: readonly string[];
  /** Parameter values in SI units that replace those of the model. */
  readonly set?: Readonly<Record<string, number>>;
}

/** A conversation does not wait longer [s]. */
const limit = 60;

export const run: Tool<RunInput> = {
  name: 'soret_run',
  async invoke({ server, context }, input, token) {
    const { name, uri } = await checked(input);
    const { studies, set = {} } = input;
    const { version } = context.extension.packageJSON as { readonly version: string };
    const answer = await server.request('soret/model', { uri }, token);
    const about = { version, file: name, diagnostics: await server.request('soret/check', { uri }, token), withFields: false };
    if (answer.state === 'broken') return JSON.stringify(runDocument(about));
    const { problem } = answer;
    refuseUnknown('study', studies ?? [], problem.studies);
    refuseUnknown('param', Object.keys(set), problem.parameters);
    const started = performance.now();
    const late = () => performance.now() - started > 1000 * limit;
    const result = await runModel(problem, { studies, set, cancelled: () => token.isCancellationRequested || late() });
    if (late()) throw new Error(`The run took longer than ${limit} s and was stopped: name a single study, or make it shorter.`);
    return JSON.stringify(runDocument({ ...about, problem, result, set }));
  },
};

function refuseUnknown(what: string, names: readonly string[], known: readonly { readonly name: string }[]): void {
  const unknown = names.find((name) => !known.some((one) => one.name === name));
  if (unknown !== undefined)
    throw new Error(`The model has no ${what} ${unknown}. It has: ${known.map(({ name }) => name).join(', ') || 'none'}.`);
}
