/** `soret_explain`: the documentation of a diagnostic code. */
import { pageText } from '../pages.js';
import type { Tool } from './tool.js';

export const explain: Tool<{ readonly code: string }> = {
  name: 'soret_explain',
  async invoke({ context }, { code }) {
    return (await pageText(context, code)) ?? `There is no diagnostic with the code ${code}.`;
  },
};
