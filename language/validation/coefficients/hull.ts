/** The range of temperature and composition that a model spans: initial, boundary and ambient values over the ranges of the parameters. */
import { AstUtils } from 'langium';
import { evaluate } from '../../../solver/expression/evaluate.js';
import type { Expression } from '../../../solver/expression/expression.js';
import { drawnTo, statedConditions } from '../../../solver/physics/boundaries/stated.js';
import { statedCompositions, valuesOfUnknowns } from '../../../solver/physics/composition.js';
import { Findings } from '../../../solver/physics/findings.js';
import type { ResolvedMedium } from '../../../solver/physics/media/resolved.js';
import { translate } from '../../../solver/physics/translate.js';
import type { PropertyValue } from '../../../solver/problem.js';
import * as ast from '../../generated/ast.js';
import type { ModelView } from '../model-view.js';
import type { PhysicalMedium } from './physical-medium.js';

export interface Interval {
  readonly low: number;
  readonly high: number;
}
/** By symbol: `T`, `w(A)`, `c(A)`. What the file does not say is absent. */
export type Hull = ReadonlyMap<string, Interval>;

/** Instants and places at which values that depend on them are looked at: no simple shares, where something periodic would look constant. */
const samples = [0, 0.0902, 0.2361, 0.4721, 0.618, 0.7639, 0.9098, 1];

/** Parameters as declared, or over the ranges that the file allows them. */
export type Settings = 'declared' | 'all';

/** Every variant of a medium has the same unknowns, hence the same range: it is found once. */
const known = new WeakMap<PhysicalMedium, Map<Settings, Hull>>();
export function hullOf(physical: PhysicalMedium, resolved: ResolvedMedium, model: ModelView, over: Settings = 'all'): Hull {
  const hulls = known.get(physical) ?? new Map<Settings, Hull>();
  known.set(physical, hulls);
  const hull = hulls.get(over) ?? computed(physical, resolved, model, over);
  hulls.set(over, hull);
  return hull;
}
function computed(physical: PhysicalMedium, resolved: ResolvedMedium, model: ModelView, over: Settings): Hull {
  const found = new Map<string, Interval>();
  const include = (symbol: string, expression: Expression | undefined): void => {
    for (const value of expression ? valuesOver(expression, model, over) : []) {
      if (!Number.isFinite(value)) continue;
      const so = found.get(symbol);
      found.set(symbol, { low: Math.min(so?.low ?? value, value), high: Math.max(so?.high ?? value, value) });
    }
  };
  const value = (stated: PropertyValue): Expression | undefined =>
    stated.value.kind === 'word'
      ? undefined
      : translate(stated.value, { reading: resolved.reading, unknowns: [], findings: new Findings(), place: '' });
  for (const block of [...model.initials, ...model.boundaries]) {
    const properties = block.properties.flatMap((p) => model.meaning.property(p) ?? []);
    const conditions = ast.isBoundary(block) ? statedConditions(properties) : [];
    for (const one of conditions) {
      const aim = drawnTo(properties, one);
      const symbol = one.condition.balance === 'heat' ? 'T' : resolved.unknowns.find(({ species }) => species === aim?.of[0])?.id;
      // Compositions that a wall fixes are converted below, together.
      if (aim && symbol && (symbol === 'T' || one.condition.kind !== 'value')) include(symbol, value(aim));
    }
    const heat = conditions.find(({ condition }) => condition.balance === 'heat' && condition.kind === 'value');
    const temperature = ast.isBoundary(block) ? heat && drawnTo(properties, heat) : properties.find((p) => p.name === 'temperature');
    if (ast.isInitial(block) && temperature) include('T', value(temperature));
    const compositions = valuesOfUnknowns(
      statedCompositions(properties, value),
      resolved,
      temperature && value(temperature),
      physical.substances,
      new Findings(),
    );
    for (const [id, { value: composition }] of compositions) include(id, composition);
  }
  return found;
}

/** Values at all parameter settings that the file allows: as declared, and each parameter alone at the ends of its range. */
function* valuesOver(expression: Expression, model: ModelView, over: Settings): Generator<number> {
  const [length, duration] = extent(model);
  const all = settingsOf(model);
  for (const settings of over === 'declared' ? all.slice(0, 1) : all) {
    for (const part of samples) {
      yield evaluate(expression, (symbol) =>
        symbol === 't' ? part * duration : symbol === 'x' ? part * length : (settings.get(symbol) ?? Number.NaN),
      );
    }
  }
}
function settingsOf(model: ModelView): readonly ReadonlyMap<string, number>[] {
  const declared = new Map<string, number>();
  const ends: [string, number][] = [];
  for (const param of model.params) {
    const symbol = `param ${param.name}`;
    const value = model.number(param.value);
    if (value !== undefined) declared.set(symbol, value);
    for (const end of [model.number(param.low), model.number(param.high), ...variations(param.name, model)]) {
      if (end !== undefined) ends.push([symbol, end]);
    }
  }
  return [declared, ...ends.map(([symbol, value]) => new Map([...declared, [symbol, value]]))];
}
/** Values that studies give a parameter. */
const variations = (name: string, model: ModelView): readonly (number | undefined)[] =>
  model.studies
    .flatMap((study) => model.properties(study, 'set', 'vary'))
    .filter((p) => p.args[0]?.$refText === name)
    .flatMap((p) =>
      ast.isCall(p.value)
        ? p.value.args.slice(0, p.value.callee.$refText === 'list' ? undefined : 2).map((a) => model.number(a.value))
        : [model.number(p.value)],
    );

/** Size of the domain [m] and longest time [s], as far as they are known. */
function extent(model: ModelView): readonly [number, number] {
  const lengths = [...(model.geometry ? AstUtils.streamAst(model.geometry) : [])]
    .filter(ast.isProperty)
    .filter((p) => ['length', 'thickness', 'width', 'outer_radius'].includes(p.key))
    .map((p) => model.number(p.value) ?? 0);
  const times = model.studies.map((s) => model.number(model.property(s, 'until')?.value) ?? 0);
  return [lengths.reduce((a, b) => a + b, 0), Math.max(0, ...times)];
}
