/** `soret_explain`: the documentation of a diagnostic code. */
import type { Tool } from './tool.js';

export const explain: Tool<{ readonly code: string }> = {
  name: 'soret_explain',
  async invoke({ server }, { code }, token) {
    return (await server.request('soret/explain', { code }, token)) ?? `There is no diagnostic with the code ${code}.`;
  },
};
