import { diagnostic } from '../../diagnostic.js';
import { isComplete } from '../../complete.js';
import { part, type Findings } from '../../finding.js';
import type { ModelView } from '../../model-view.js';
import type * as ast from '../../../generated/ast.js';
import { SoretGrammar } from '../../../generated/grammar.js';
import { grammarWords } from '../../../lsp/grammar-words.js';

export const builtIn = diagnostic({
  code: 'name/built-in',
  severity: 'error',
  title: 'Name of the language declared again',
  doc: 'Constants, functions and fields of the language (`R`, `exp`, `T`, `x`, …) keep their meaning everywhere, and so do its words (`below`, `of`, `plot`, …), which no expression could read as a name. Species and particles are free of this rule, because they are looked up only where a component is expected: `species T { … }` is tritium.',
  bad: 'let R = 5 mm\n',
  good: 'let radius = 5 mm\nspecies R { molar_mass = 50 g/mol }\n',
});

export function* declaredNamesMustNotRepeatBuiltInOnes(root: ast.Model, model: ModelView): Findings {
  for (const declaration of root.declarations) {
    if (!('name' in declaration) || declaration.$type === 'Species' || declaration.$type === 'Particle' || !isComplete(declaration))
      continue;
    const isKeyword = grammarWords(SoretGrammar()).keywords.has(declaration.name);
    if (!isKeyword && !model.meaning.builtIn(declaration.name)) continue;
    yield {
      at: part(declaration, 'name'),
      message: `${declaration.name} is a ${isKeyword ? 'word of the language and cannot be a name' : 'name of the language and cannot be declared again'}.`,
      advice: `choose another name, such as ${declaration.name}_${declaration.$type === 'Measure' ? 'measured' : '1'}`,
    };
  }
}
