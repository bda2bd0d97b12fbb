/** `soret_check`: the diagnostics of a model, in the JSON form of `soret check --format json`. */
import { checked, type ModelInput } from './input.js';
import type { Tool } from './tool.js';

export const check: Tool<ModelInput> = {
  name: 'soret_check',
  async invoke({ server }, input, token) {
    const { name, uri } = await checked(input);
    return JSON.stringify({ files: [{ file: name, diagnostics: await server.request('soret/check', { uri }, token) }] });
  },
};
