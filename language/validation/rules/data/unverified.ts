import { isComplete } from '../../complete.js';
import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import type { ModelView } from '../../model-view.js';
import { nodesOf } from '../../walk.js';
import * as ast from '../../../generated/ast.js';

const model = (value: string, before = '') =>
  `${before}species hydrogen { molar_mass = 1.008 g/mol }\nspecies zirconium { molar_mass = 91.22 g/mol }\nsolution rod of hydrogen in zirconium {\n  diffusion(hydrogen) = 1e-10 m^2/s\n  heat_of_transport(hydrogen) = ${value}\n}\n`;

export const unverified = diagnostic({
  code: 'data/unverified',
  severity: 'hint',
  title: 'Value of the library that was not compared with its source',
  doc: 'Entries of the library say `verified = yes` when the value was read in the source that they cite, and `verified = no` when it was taken over from a quotation, a table or a program. The hint stands wherever such an entry is used, in a model or behind a medium that rests on it. Look the value up in the source that the message cites before a conclusion depends on it; then state it in your own file with your own citation. Files of your own may mark values in the same way, in the comment of the declaration.',
  bad: model('heat_of_transport_H_Zr_500C', 'import "soret:metals"\n'),
  good: model('25.1 kJ/mol'),
});

/** Every use of an imported entry that is unverified, or that rests on one. */
export function* libraryValueShouldBeVerified(root: ast.Model, view: ModelView): Findings {
  if (!root.declarations.some(ast.isImport)) return;
  const own = new Set(root.declarations.flatMap((d) => ('name' in d ? [d.name] : [])));
  for (const node of nodesOf(root)) {
    if (!ast.isRef(node) || !isComplete(node) || own.has(node.target.$refText)) continue;
    const name = node.target.$refText;
    const declaration = view.meaning.imported(name);
    if (!declaration) continue;
    for (const { entry, what, source } of view.meaning.unverified(declaration)) {
      const rests = entry === declaration ? `${name} is not verified` : `${name} rests on ${entry.name}, which is not verified`;
      yield {
        at: part(node, 'target'),
        message: `${rests}: ${what}${source ? ` (${source})` : ''}.`,
        advice: 'compare the value with its source before you rely on it',
        related: [{ at: part(entry, 'name'), message: 'verified = no' }],
      };
    }
  }
}
