import type { Dependence } from '../../../../solver/quantities/property.js';
import { dependenciesOf, type Source } from '../../dependence.js';
import { diagnostic } from '../../diagnostic.js';
import type { Findings } from '../../finding.js';
import { useOf, type ModelView } from '../../model-view.js';
import * as ast from '../../../generated/ast.js';

export const dependence = diagnostic({
  code: 'study/dependence',
  severity: 'error',
  title: 'Value depends on something that it cannot depend on',
  doc: 'Coefficients and sources may depend on temperature, composition, place and time; wall values on time; initial values on place, because they hold at one time; sizes and times on parameters only; numbers of cells on nothing. Measures (`mean(…)`, `value(…)`) are known only after a run and stand in measures, plots and expectations.',
  bad: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC + 1 K*ramp(t, 0 s, 5 s) }\n',
  good: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 20 degC + 1 K*ramp(t, 0 s, 5 s) }\n',
});

const allowed: Readonly<Record<Dependence, readonly Source[]>> = {
  number: [],
  parameter: ['parameter'],
  time: ['parameter', 'time'],
  place: ['parameter', 'place'],
  state: ['parameter', 'time', 'place', 'state'],
};
const words: Readonly<Record<Source, string>> = {
  parameter: 'a parameter',
  time: 'time',
  place: 'the place',
  state: 'the temperature or composition',
  solution: 'the result of a run',
};

export function* valueMustDependOnWhatItMay(property: ast.Property, model: ModelView): Findings {
  const may = useOf(property)?.depends;
  if (!may || !property.value) return;
  for (const { node, name, source } of dependenciesOf(property.value, model)) {
    if (allowed[may].includes(source)) continue;
    const initial = ast.isInitial(property.$container);
    const through = ast.isRef(node) && ast.isLet(model.named(name)) ? `${name}, which depends on ${words[source]}` : words[source];
    yield {
      at: node,
      message: `${property.key}${initial ? ' of the initial state' : ''} cannot depend on ${through}.`,
      advice:
        initial && source === 'time'
          ? 'the initial state holds at one time; let a boundary or a source change with time'
          : allowed[may].length > 0
            ? `it may depend on ${allowed[may].map((s) => words[s]).join(', ')}`
            : 'it is a plain number',
    };
    return;
  }
}
export function* constantMustNotDependOnTheSolution(declaration: ast.Let | ast.Param, model: ModelView): Findings {
  if (!declaration.value) return;
  const isParam = ast.isParam(declaration);
  for (const expr of isParam ? [declaration.value, declaration.low, declaration.high] : [declaration.value]) {
    for (const { node, source } of expr ? dependenciesOf(expr, model) : []) {
      if (!isParam && source !== 'solution') continue;
      if (isParam && source === 'parameter' && expr === declaration.value) continue;
      yield {
        at: node,
        message: `${isParam ? 'The parameter' : ''} ${declaration.name} cannot depend on ${words[source]}.`.trim(),
        advice: isParam ? 'a parameter is a number; write let for a formula' : 'write measure instead of let',
        fixes:
          !isParam && source === 'solution' && expr === declaration.value
            ? [{ title: 'Make it a measure', edits: [keyword(declaration)] }]
            : [],
      };
      return;
    }
  }
}
const keyword = (declaration: ast.Let) => {
  const start = declaration.$cstNode!.range.start;
  return { range: { start, end: { line: start.line, character: start.character + 'let'.length } }, newText: 'measure' };
};
