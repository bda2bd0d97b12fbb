import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { renamed } from '../../fixes.js';
import { useOf } from '../../model-view.js';
import { didYouMean, nearest } from '../../nearest.js';
import { remove } from '../../fixes.js';
import type * as ast from '../../../generated/ast.js';

export const unknownOption = diagnostic({
  code: 'name/option',
  severity: 'error',
  title: 'Unknown option',
  doc: 'The only option of the language is `convention` of `thermal_diffusion_coefficient`: `minus_grad_lnT` (flux −Dᵀ ∇ln T, as Cantera and Fluent have it) or `plus_grad_lnT` (flux +Dᵀ ∇ln T).',
  bad: 'species A { molar_mass = 2 g/mol }\nspecies B { molar_mass = 28 g/mol }\nmixture g of A, B { density = 0.6 kg/m^3; diffusion = 8e-5 m^2/s; thermal_diffusion_coefficient(A, convention = minus) = 1e-6 kg/(m*s) }\n',
  good: 'species A { molar_mass = 2 g/mol }\nspecies B { molar_mass = 28 g/mol }\nmixture g of A, B { density = 0.6 kg/m^3; diffusion = 8e-5 m^2/s; thermal_diffusion_coefficient(A, convention = minus_grad_lnT) = 1e-6 kg/(m*s) }\n',
});

export function* optionMustBeKnown(property: ast.Property): Findings {
  const use = useOf(property);
  if (!use) return;
  for (const option of property.options) {
    const words = use.options?.[option.key];
    if (!words) {
      const keys = Object.keys(use.options ?? {});
      const meant = nearest(option.key, keys);
      yield {
        at: part(option, 'key'),
        message: `${property.key} has no option called ${option.key}.`,
        advice: didYouMean(meant) ?? (keys.length > 0 ? `it has ${keys.join(', ')}` : 'remove it'),
        fixes: meant
          ? [renamed(part(option, 'key'), meant)]
          : keys.length === 0
            ? [{ title: 'Remove the option', edits: [removeOption(property, option)] }]
            : [],
      };
    } else if (!words.includes(option.word)) {
      const meant = nearest(option.word, words);
      yield {
        at: part(option, 'word'),
        message: `${option.key} does not know the word ${option.word}.`,
        advice: didYouMean(meant) ?? `write ${words.join(' or ')}`,
        fixes: words.map((w) => renamed(part(option, 'word'), w, `Use ${w}`)),
      };
    }
  }
}
/** With the comma before it. */
function removeOption(property: ast.Property, option: ast.Option): ReturnType<typeof remove> {
  const edit = remove(option);
  const first = property.args.length === 0 && property.options[0] === option;
  if (first || !option.$cstNode) return edit;
  const text = option.$cstNode.root.fullText;
  const comma = text.lastIndexOf(',', option.$cstNode.offset);
  const before = text.slice(comma, option.$cstNode.offset).length;
  return {
    range: {
      start: { line: edit.range.end.line, character: option.$cstNode.range.start.character - before },
      end: option.$cstNode.range.end,
    },
    newText: '',
  };
}
