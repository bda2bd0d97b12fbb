/** Which numbers of a model a result can be sensitive to: declared parameters, and every coefficient that is a formula. */
import { operation, type Formula } from '../formula.js';
import type { Problem, PropertyValue, SourceRange } from '../problem.js';

export interface Coefficient {
  /** As written: `soret(ethanol)`, `hot`, `temperature`. */
  readonly name: string;
  /** Block that it stands in: `mixture gin`, `boundary right`; empty for a parameter. */
  readonly block: string;
  /** Temperatures are moved by kelvins; all else by a share of itself. */
  readonly moved: 'by a share' | 'by kelvins';
  /** Where it is stated, and where a statement is nothing but this parameter. */
  readonly places: readonly SourceRange[];
}
export interface MovableCoefficient extends Coefficient {
  /** Parameter that moves it, and its value where nothing is moved. */
  readonly by: string;
  readonly rest: number;
}

/** No declared parameter can have a blank in its name. */
const moverName = (k: number): string => `mover ${k}`;

/** The problem with a parameter behind every coefficient, but for statements at places that are to stay as they are. */
export function movable(
  problem: Problem,
  fixed: readonly SourceRange[] = [],
): { readonly problem: Problem; readonly coefficients: readonly MovableCoefficient[] } {
  const coefficients: MovableCoefficient[] = problem.parameters.map((p) => ({
    name: p.name,
    block: '',
    moved: p.unit === 'K' && p.written.offset !== 0 ? 'by kelvins' : 'by a share',
    places: [
      p.origin,
      ...statementsOf(problem)
        .filter(({ value }) => isParameter(value, p.name))
        .map(({ origin }) => origin),
    ],
    by: p.name,
    rest: p.value,
  }));
  const move = (value: Formula, name: string, block: string, places: readonly SourceRange[], kelvins: boolean): Formula => {
    const by = moverName(coefficients.length);
    const mover: Formula = { kind: 'parameter', name: by };
    coefficients.push({ name, block, moved: kelvins ? 'by kelvins' : 'by a share', places, by, rest: kelvins ? 0 : 1 });
    return kelvins ? operation('add', value, mover) : operation('multiply', value, mover);
  };
  const changed =
    (block: string) =>
    (p: PropertyValue): PropertyValue =>
      p.value.kind === 'word' || p.value.kind === 'parameter' || isNothing(p.value) || fixed.includes(p.origin)
        ? p
        : { ...p, value: move(p.value, nameOf(p), block, [p.origin], p.name === 'temperature') };
  const { geometry } = problem;
  const made: Problem = {
    ...problem,
    hash: `${problem.hash} movable`,
    substances: problem.substances.map((s) => ({ ...s, properties: s.properties.map(changed(`${s.kind} ${s.name}`)) })),
    media: problem.media.map((m) => ({ ...m, properties: m.properties.map(changed(`${m.kind} ${m.name}`)) })),
    geometry: {
      ...geometry,
      layers: geometry.layers.map((l) =>
        l.thickness.kind === 'parameter' || fixed.includes(l.origin)
          ? l
          : {
              ...l,
              thickness: move(
                l.thickness,
                l.name === '' ? 'length' : 'thickness',
                l.name === '' ? `geometry ${geometry.shape}` : `layer ${l.name}`,
                [l.origin],
                false,
              ),
            },
      ),
      interfaces: geometry.interfaces.map((i) => ({ ...i, properties: i.properties.map(changed(`interface ${i.between.join(' | ')}`)) })),
    },
    initial: problem.initial.map(changed('initial')),
    boundaries: problem.boundaries.map((b) => ({ ...b, conditions: b.conditions.map(changed(`boundary ${b.side}`)) })),
    sources: problem.sources.map(changed('source')),
    reactions: problem.reactions.map((r) => ({
      ...r,
      rate:
        r.rate.kind === 'parameter' || fixed.includes(r.origin) ? r.rate : move(r.rate, 'rate', `reaction ${r.name}`, [r.origin], false),
    })),
  };
  const movers = coefficients.slice(problem.parameters.length).map(({ by, rest, places }) => ({
    name: by,
    value: rest,
    unit: '1',
    written: { text: '1', factor: 1, offset: 0 },
    origin: places[0]!,
  }));
  return { problem: { ...made, parameters: [...problem.parameters, ...movers] }, coefficients };
}

const nameOf = (p: PropertyValue): string => (p.of.length > 0 ? `${p.name}(${p.of.join(', ')})` : p.name);
const isParameter = (value: PropertyValue['value'], name: string): boolean => value.kind === 'parameter' && value.name === name;
/** A share of zero is zero. */
const isNothing = (value: Formula): boolean => value.kind === 'number' && value.value === 0;

const statementsOf = (problem: Problem): readonly PropertyValue[] => [
  ...problem.substances.flatMap((s) => s.properties),
  ...problem.media.flatMap((m) => m.properties),
  ...problem.initial,
  ...problem.boundaries.flatMap((b) => b.conditions),
  ...problem.sources,
  ...problem.geometry.interfaces.flatMap((i) => i.properties),
];
