/** A medium of the model beside imported ones of the same components: the same coefficient by both, with the citation. */
import type { Expression } from '../../../solver/expression/expression.js';
import type { ResolvedMedium } from '../../../solver/physics/media/resolved.js';
import * as ast from '../../generated/ast.js';
import { componentNames, solventName, type Medium, type ModelView } from '../model-view.js';
import { componentState, localPhysicsOf, type LocalPhysics } from './conventions.js';
import { relativeUncertaintyOf } from './digits.js';
import type { PhysicalMedium, State, Stated } from './physical-medium.js';
import { primedState } from './primed.js';
import { statedFamilies, thermodiffusionGroups } from './thermodiffusion.js';

export interface Comparison {
  readonly own: Stated;
  /** Component that thermodiffusion is about. */
  readonly component?: string;
  readonly entry: Medium;
  readonly theirs?: Stated;
  /** Citation of the entry, without quotes. */
  readonly citation?: string;
  /** This model's value over that of the literature: both as what they mean, at the state of the model. */
  readonly ratio: number;
  /** This model's value [SI, in its own convention]; divided by the ratio it is the literature's in that convention. */
  readonly value: number;
  /** Relative standard uncertainty that the entry states. */
  readonly uncertainty?: number;
}

/** Imported media of the same kind and components, whatever their order. */
export function entriesFor(medium: Medium, view: ModelView): readonly Medium[] {
  const sorted = (of: Medium): string => [...componentNames(of)].sort().join();
  if (ast.isSolid(medium)) return [];
  return view.meaning
    .importedMedia()
    .filter(
      (entry) =>
        entry !== medium && entry.$type === medium.$type && solventName(entry) === solventName(medium) && sorted(entry) === sorted(medium),
    );
}

export function comparisons(medium: Medium, view: ModelView): readonly Comparison[] {
  const entries = entriesFor(medium, view);
  const mine = entries.length > 0 ? localPhysicsOf(view.physical(medium), view) : undefined;
  return mine ? entries.flatMap((entry) => comparedWith(mine, entry, view)) : [];
}

function comparedWith(mine: LocalPhysics, entry: Medium, view: ModelView): Comparison[] {
  const physical = view.physical(entry);
  const theirs = localPhysicsOf(physical, view, (resolved) => sameState(mine, resolved));
  if (!theirs) return [];
  const reference = entry.properties.find(({ key }) => key === 'reference')?.value;
  const citation = ast.isText(reference) && reference.value ? { citation: reference.value } : {};
  return [...thermal(mine, theirs), ...transport(mine, theirs)].flatMap(({ own, component, other, a, b }) => {
    const value = mine.at(mine.physical.expression(own, mine.resolved));
    if (value === undefined || a === undefined || b === undefined || !Number.isFinite(a / b)) return [];
    const uncertainty = other && relativeUncertaintyOf(other.property.value, view);
    return [
      { own, component, entry, theirs: other, ...citation, ratio: a / b, value, ...(uncertainty === undefined ? {} : { uncertainty }) },
    ];
  });
}
/** The temperature and composition of the model, in the unknowns of the other medium. */
const sameState = ({ resolved, state, at }: LocalPhysics, other: ResolvedMedium): State =>
  new Map([
    ['T', state.get('T') ?? Number.NaN],
    ...other.unknowns.map(
      ({ id, species }) =>
        [id, at(resolved.reading.composition(other.medium.kind === 'mixture' ? 'w' : 'c', species)) ?? Number.NaN] as const,
    ),
  ]);

interface Pair {
  readonly own: Stated;
  readonly component?: string;
  readonly other?: Stated;
  readonly a: number | undefined;
  readonly b: number | undefined;
}
/** S_T of each component, however the two state it. */
function* thermal(mine: LocalPhysics, theirs: LocalPhysics): Generator<Pair> {
  for (const { component, statements } of thermodiffusionGroups(mine.physical)) {
    const own = statements[0];
    if (!own) continue;
    const groups = thermodiffusionGroups(theirs.physical);
    const other = (groups.find((g) => g.component === component) ?? groups[0])?.statements[0];
    const named = own.value.of.find((name) => name !== 'heat') ?? component;
    yield { own, component: named, other, a: componentState(mine, named)?.soret, b: componentState(theirs, named)?.soret };
  }
  const [family] = statedFamilies(mine.physical);
  const [a, b] = family ? [primedState(mine), primedState(theirs)] : [];
  for (const own of a && b ? family! : []) {
    const component = own.value.of[0]!;
    const other = statedFamilies(theirs.physical)[0]?.find((s) => s.value.of[0] === component);
    yield { own, component, other, a: a!.soret[a!.names.indexOf(component)], b: b!.soret[b!.names.indexOf(component)] };
  }
}
/** Diffusion of two components, or of each solute; conductivity and viscosity. */
function* transport(mine: LocalPhysics, theirs: LocalPhysics): Generator<Pair> {
  const single = (name: string, of: (resolved: ResolvedMedium) => Expression | undefined): Pair[] => {
    const [own, other] = [statedAs(mine.physical, name), statedAs(theirs.physical, name)];
    return own && other ? [{ own, other, a: mine.at(of(mine.resolved)), b: theirs.at(of(theirs.resolved)) }] : [];
  };
  yield* single('conductivity', (resolved) => resolved.conductivity);
  yield* single('viscosity', (resolved) => resolved.viscosity);
  if (mine.resolved.medium.kind === 'mixture') {
    if (mine.resolved.unknowns.length === 1) yield* single('diffusion', (resolved) => resolved.diffusion[0]?.[0]);
    return;
  }
  for (const { species } of mine.resolved.unknowns) {
    const [own, other] = [statedAs(mine.physical, 'diffusion', species), statedAs(theirs.physical, 'diffusion', species)];
    if (own && other)
      yield { own, other, a: mine.at(mine.resolved.diffusivities.get(species)), b: theirs.at(theirs.resolved.diffusivities.get(species)) };
  }
}
const statedAs = (physical: PhysicalMedium, name: string, ...of: readonly string[]): Stated | undefined =>
  physical.stated.find(
    ({ property, value }) =>
      property.key === name && value.value.kind !== 'word' && value.of.length === of.length && of.every((n, i) => value.of[i] === n),
  );

/** By statement of this model: what every entry says of it. */
export function byStatement(all: readonly Comparison[]): readonly (readonly Comparison[])[] {
  const groups = new Map<Stated, Comparison[]>();
  for (const one of all) (groups.get(one.own) ?? groups.set(one.own, []).get(one.own)!).push(one);
  return [...groups.values()];
}
/** The entry that is nearest to this model's value. */
export const nearestOf = (group: readonly Comparison[]): Comparison =>
  group.reduce((best, one) => (Math.abs(Math.log(Math.abs(one.ratio))) < Math.abs(Math.log(Math.abs(best.ratio))) ? one : best));
