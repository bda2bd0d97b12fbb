/** Initial values of the unknowns in one layer. For steady studies they are the start of the iteration and what a sealed cell conserves. */
import type { Unknown } from '../assembly/system.js';
import { constant, divide, add, zero, type Expression } from '../expression/expression.js';
import type { Problem, PropertyValue } from '../problem.js';
import { drawnTo, statedConditions } from './boundaries/stated.js';
import { statedCompositions, valuesOfUnknowns } from './composition.js';
import type { Findings } from './findings.js';
import type { ResolvedMedium } from './media/resolved.js';
import { find, spelled } from './properties.js';
import type { Substances } from './substances.js';
import { translate } from './translate.js';

export function initialValues(
  problem: Problem,
  medium: ResolvedMedium,
  unknowns: readonly Unknown[],
  substances: Substances,
  findings: Findings,
): Expression[] {
  const scope = { unknowns: [], findings, place: 'the initial state', reading: medium.reading };
  const value = (stated: PropertyValue): Expression | undefined =>
    stated.value.kind === 'word' ? undefined : translate(stated.value, scope, stated.origin);
  const temperature = initialTemperature(problem, value, findings);
  const stated = statedCompositions(problem.initial, value);
  const values = valuesOfUnknowns(stated, medium, temperature, substances, findings);
  return unknowns.map(({ id, kind }) => {
    if (kind === 'temperature') return temperature;
    const own = medium.unknowns.find((unknown) => unknown.id === id);
    if (!own) return zero;
    return values.get(id)?.value ?? fromWalls(problem, own.species, medium, substances, findings, value);
  });
}

/** Stated, or for steady studies the mean of the temperatures that walls draw to. */
function initialTemperature(problem: Problem, value: (stated: PropertyValue) => Expression | undefined, findings: Findings): Expression {
  const stated = find(problem.initial, 'temperature');
  const own = stated && value(stated);
  if (own) return own;
  const walls = problem.boundaries.flatMap(({ conditions }) =>
    statedConditions(conditions).flatMap((one) => (one.condition.balance === 'heat' ? (drawnTo(conditions, one) ?? []) : [])),
  );
  const temperatures = walls.flatMap((property) => value(property) ?? []);
  const transient = problem.studies.some((study) => study.kind === 'transient' && !study.instantHeat);
  if (temperatures.length === 0 || transient)
    return findings.missing('the initial state needs `temperature`', undefined, 'write `initial { temperature = … }`');
  return divide(add(...temperatures), constant(temperatures.length));
}

/** A composition that walls fix needs no initial value in a steady study: any start will do. */
function fromWalls(
  problem: Problem,
  species: string,
  medium: ResolvedMedium,
  substances: Substances,
  findings: Findings,
  value: (stated: PropertyValue) => Expression | undefined,
): Expression {
  const onlySteady = problem.studies.every((study) => study.kind !== 'transient');
  if (onlySteady) {
    for (const { conditions } of problem.boundaries) {
      const values = valuesOfUnknowns(statedCompositions(conditions, value), medium, undefined, substances, findings);
      const id = medium.unknowns.find((unknown) => unknown.species === species)!.id;
      const found = values.get(id);
      if (found) return found.value;
    }
  }
  const measure = medium.medium.kind === 'mixture' ? 'w' : 'c';
  return findings.missing(
    `the initial state needs ${spelled(measure, species)}`,
    undefined,
    `write \`initial { ${measure}(${species}) = … }\``,
  );
}
