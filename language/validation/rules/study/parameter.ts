import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { renamed } from '../../fixes.js';
import { useOf, type ModelView } from '../../model-view.js';
import { didYouMean, nearest } from '../../nearest.js';
import * as ast from '../../../generated/ast.js';

export const notAParameter = diagnostic({
  code: 'study/parameter',
  severity: 'error',
  title: 'Not a parameter',
  doc: 'Only a `param` can be varied or set by a study. A `let` is a constant: write `param` instead to be able to vary it.',
  bad: 'let hot = 30 degC\nsolid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = hot }\nsteady rest { set(hot) = 40 degC }\n',
  good: 'param hot = 30 degC\nsolid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = hot }\nsteady rest { set(hot) = 40 degC }\n',
});

export function* variedNameMustBeAParameter(property: ast.Property, model: ModelView): Findings {
  const kinds = useOf(property)?.arguments;
  for (const [i, argument] of property.args.entries()) {
    if (kinds?.[i] !== 'parameter') continue;
    const target = model.named(argument.$refText);
    if (ast.isParam(target)) continue;
    const meant = nearest(
      argument.$refText,
      model.params.map((p) => p.name),
    );
    const constant = ast.isLet(target) ? target : undefined;
    yield {
      at: part(property, 'args', i),
      message: `${argument.$refText} is not a parameter${target ? ` but a ${target.$type.toLowerCase()}` : ''}.`,
      advice: constant ? 'declare it as a param to vary it' : (didYouMean(meant) ?? 'declare it: param NAME = value from low to high'),
      related: target ? [{ at: part(target, 'name'), message: `${argument.$refText} is declared here` }] : [],
      fixes: [
        ...(constant?.$cstNode && model.isOwn(constant) ? [makeParam(constant)] : []),
        ...(meant ? [renamed(part(property, 'args', i), meant, `Use ${meant}`)] : []),
      ],
    };
  }
}
function makeParam(constant: ast.Let) {
  const start = constant.$cstNode!.range.start;
  return {
    title: `Make ${constant.name} a param`,
    edits: [{ range: { start, end: { line: start.line, character: start.character + 'let'.length } }, newText: 'param' }],
  };
}
