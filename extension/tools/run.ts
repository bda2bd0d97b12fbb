/** `soret_run`: runs a model and reports its measures, expectations and how far they can be trusted. */
import type { ExpectationOutcome, Outcome, RunResult } from '../../solver/outcome.js';
import { runModel } from '../run-model.js';
import { diagnosticsText } from './check.js';
import { checkedModel, type ModelInput } from './input.js';
import type { Tool } from './tool.js';

interface RunInput extends ModelInput {
  readonly studies?: readonly string[];
  /** Parameter values in SI units that replace those of the model. */
  readonly set?: Readonly<Record<string, number>>;
}

export const run: Tool<RunInput> = {
  name: 'soret_run',
  async invoke({ server }, input, token) {
    const answer = await checkedModel(server, input, token);
    if (answer.state === 'broken') return diagnosticsText(answer);
    const { studies, set } = input;
    const result = await runModel(answer.problem, { studies, set, cancelled: () => token.isCancellationRequested });
    return [diagnosticsText(answer), resultText(result)].join('\n\n');
  },
};

function resultText({ outcomes, expectations, hash }: RunResult): string {
  return [`Model ${hash}. SI units.`, ...outcomes.map(outcomeText), ...expectations.map(expectationText)].join('\n');
}

function outcomeText({ study, kind, status, reason, measures, report, warnings }: Outcome): string {
  const why = reason ? `: ${reason.message}${reason.suggestion ? ` (to try: ${reason.suggestion})` : ''}` : '';
  const values = Object.entries(measures).map(
    ([name, { values, errors, propagated, unit }]) =>
      `  ${name} = ${values.at(-1)} ${unit} ± ${errors.at(-1) ?? 0}${propagated ? ` (numerical) ± ${propagated.at(-1)} (stated uncertainties)` : ''} (last of ${values.length})`,
  );
  return [
    `${study} (${kind}): ${status}${why}`,
    ...values,
    ...warnings.map(({ code, message }) => `  warning ${code}: ${message}`),
    `  estimated error ${report.errorEstimate} of the range, mass drift ${report.massDrift}, least entropy production ${report.entropyProductionMinimum} W/(K·m³)`,
  ].join('\n');
}

function expectationText({ ok, message }: ExpectationOutcome): string {
  return `expectation ${ok ? 'holds' : 'FAILS'}: ${message}`;
}
