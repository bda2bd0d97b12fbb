/** `soret_check`: the diagnostics of a model, as in the editor. */
import type { ModelAnswer, ProblemSummary } from '../../server/protocol.js';
import { checkedModel, type ModelInput } from './input.js';
import type { Tool } from './tool.js';

export const check: Tool<ModelInput> = {
  name: 'soret_check',
  async invoke({ server }, input, token) {
    return diagnosticsText(await checkedModel(server, input, token));
  },
};

export function diagnosticsText(answer: ModelAnswer): string {
  if (answer.state === 'broken') return ['The model has errors:', ...answer.errors.map((error) => line('error', error))].join('\n');
  if (answer.warnings.length === 0) return 'The model has no errors and no warnings.';
  return ['The model has no errors. Warnings:', ...answer.warnings.map((warning) => line('warning', warning))].join('\n');
}

function line(severity: string, { range, code, message, fix }: ProblemSummary): string {
  return `${range.start.line + 1}:${range.start.character + 1}: ${severity} ${code} ${message}${fix ? ` (fix: ${fix})` : ''}`;
}
