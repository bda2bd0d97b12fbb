/** What holds between two layers: T and composition are continuous unless a resistance or a partition is stated; fluxes always are. */
import type { Joint, Unknown } from '../../assembly/system.js';
import { divide, multiply, one, type Expression } from '../../expression/expression.js';
import type { Interface, Problem, PropertyValue } from '../../problem.js';
import type { Findings } from '../findings.js';
import type { ResolvedMedium } from '../media/resolved.js';
import { find } from '../properties.js';
import { translate } from '../translate.js';

export function jointsBetween(
  problem: Problem,
  leftIndex: number,
  left: ResolvedMedium,
  right: ResolvedMedium,
  unknowns: readonly Unknown[],
  findings: Findings,
): readonly Joint[] {
  const [a, b] = [problem.geometry.layers[leftIndex]!.name, problem.geometry.layers[leftIndex + 1]!.name];
  const stated = problem.geometry.interfaces.find(
    ({ between }) => (between[0] === a && between[1] === b) || (between[0] === b && between[1] === a),
  );
  const reversed = stated !== undefined && stated.between[0] !== a;
  const value = (property: PropertyValue | undefined): Expression | undefined =>
    property && property.value.kind !== 'word'
      ? translate(property.value, { unknowns: [], findings, place: `the interface ${a} ${b}` }, property.origin)
      : undefined;
  return unknowns.map((unknown): Joint => {
    if (unknown.kind === 'temperature') return thermal(stated, value);
    const species = left.unknowns.find(({ id }) => id === unknown.id)?.species;
    if (species === undefined || !right.unknowns.some(({ id }) => id === unknown.id)) return { kind: 'sealed' };
    const coefficient = value(stated && find(stated.properties, 'partition', species));
    if (!coefficient) return { kind: 'continuous' };
    // k = c_B/c_A; in mixtures c = ρ w/M turns it into a ratio of mass fractions.
    const k = reversed ? divide(one, coefficient) : coefficient;
    return { kind: 'partition', ratio: divide(multiply(k, left.surfaceWeight), right.surfaceWeight) };
  });
}

/** q = ΔT/resistance; a resistance of zero is perfect contact. */
function thermal(stated: Interface | undefined, value: (property: PropertyValue | undefined) => Expression | undefined): Joint {
  const resistance = value(stated && find(stated.properties, 'resistance'));
  if (!resistance || (resistance.kind === 'constant' && resistance.value === 0)) return { kind: 'continuous' };
  return { kind: 'resistance', resistance };
}
