/** A model as rules see it: declarations by kind and name, properties by name and argument, values in SI. Built once per check. */
import type { AstNode } from 'langium';
import { isPropertyName, usesIn } from '../../solver/quantities/catalogue.js';
import type { BlockKind, PropertyUse } from '../../solver/quantities/property.js';
import * as ast from '../generated/ast.js';
import { PhysicalMedium } from './coefficients/physical-medium.js';
import type { Meaning } from './meaning.js';
import { Reads, type Read } from './reads.js';

/** Everything that holds properties. */
export type Block = ast.Property['$container'];
export type Medium = ast.Solution | ast.Mixture | ast.Suspension | ast.Solid;
export type Study = ast.Steady | ast.Transient | ast.Sweep | ast.Fit;

export const isMedium = (node: unknown): node is Medium =>
  ast.isSolution(node) || ast.isMixture(node) || ast.isSuspension(node) || ast.isSolid(node);
export const isStudy = (node: unknown): node is Study =>
  ast.isSteady(node) || ast.isTransient(node) || ast.isSweep(node) || ast.isFit(node);
/** The catalogue's name of a block is its node type in lower case. */
export const blockKind = (block: Block): BlockKind => block.$type.toLowerCase() as BlockKind;
export const refText = (expr: ast.Expr | undefined): string | undefined => {
  if (ast.isGroup(expr)) return refText(expr.inner);
  return ast.isRef(expr) ? expr.target.$refText : undefined;
};
export const componentNames = (medium: Medium): readonly string[] => (ast.isSolid(medium) ? [] : medium.species.map((s) => s.$refText));
export const argumentNames = (property: ast.Property): readonly string[] => property.args.map((a) => a.$refText);
/** The solvent of a solution, the fluid of a suspension, once it is written. */
export const solventName = (medium: Medium): string | undefined =>
  ast.isSolution(medium) || ast.isSuspension(medium) ? (medium.solvent as typeof medium.solvent | undefined)?.$refText : undefined;
/** The component that closes the balance of a mixture. */
export const lastComponent = (medium: Medium): string | undefined => (ast.isMixture(medium) ? componentNames(medium).at(-1) : undefined);
export const isDocumented = (property: ast.Property): boolean => isPropertyName(property.key);

/** The catalogue's record of how a property is used where it stands. */
export function useOf(property: ast.Property): PropertyUse | undefined {
  if (!isPropertyName(property.key)) return undefined;
  return usesIn(property.key, blockKind(property.$container), property.args.length)[0];
}

/** Node type of a declaration → the list of the view that it stands in. */
export const listOf = {
  Param: 'params',
  Let: 'lets',
  Measure: 'measures',
  Solution: 'media',
  Mixture: 'media',
  Suspension: 'media',
  Solid: 'media',
  Geometry: 'geometries',
  Initial: 'initials',
  Boundary: 'boundaries',
  Source: 'sources',
  Steady: 'studies',
  Transient: 'studies',
  Sweep: 'studies',
  Fit: 'studies',
  Plot: 'plots',
  Expect: 'expects',
  Data: 'data',
  Correlation: 'correlations',
} as const satisfies Partial<Record<ast.Declaration['$type'], Read>>;
type Listed = keyof typeof listOf;
export type ListName = (typeof listOf)[Listed];

export class ModelView {
  /** What the rules look at is recorded here. */
  readonly reads = new Reads();
  private readonly lists = new Map<ListName, ast.Declaration[]>();
  private readonly resolved = new Map<Medium, PhysicalMedium>();
  private readonly filling = this.reads.once(() => this.findMediaInUse());
  private readonly byName = new Map<string, ast.Declaration>();

  constructor(
    private readonly model: ast.Model,
    readonly meaning: Meaning,
  ) {
    for (const declaration of model.declarations) {
      if ('name' in declaration && !this.byName.has(declaration.name)) this.byName.set(declaration.name, declaration);
      const list: ListName | undefined = listOf[declaration.$type as Listed];
      if (list) (this.lists.get(list) ?? this.lists.set(list, []).get(list)!).push(declaration);
    }
  }

  get root(): ast.Model {
    this.reads.note('model');
    return this.model;
  }
  /** Is it a declaration of this file, not an imported one? */
  isOwn(declaration: ast.Declaration): boolean {
    return declaration.$container === this.model;
  }
  get params(): readonly ast.Param[] {
    return this.list('params');
  }
  get lets(): readonly ast.Let[] {
    return this.list('lets');
  }
  get measures(): readonly ast.Measure[] {
    return this.list('measures');
  }
  get media(): readonly Medium[] {
    return this.list('media');
  }
  get geometries(): readonly ast.Geometry[] {
    return this.list('geometries');
  }
  get initials(): readonly ast.Initial[] {
    return this.list('initials');
  }
  get boundaries(): readonly ast.Boundary[] {
    return this.list('boundaries');
  }
  get sources(): readonly ast.Source[] {
    return this.list('sources');
  }
  get studies(): readonly Study[] {
    return this.list('studies');
  }
  get plots(): readonly ast.Plot[] {
    return this.list('plots');
  }
  get expects(): readonly ast.Expect[] {
    return this.list('expects');
  }
  get data(): readonly ast.Data[] {
    return this.list('data');
  }
  get correlations(): readonly ast.Correlation[] {
    return this.list('correlations');
  }
  private list<N extends ast.Declaration>(name: ListName): readonly N[] {
    this.reads.note(name);
    return (this.lists.get(name) ?? []) as ast.Declaration[] as N[];
  }

  /** A file with a study, a plot or an expectation wants to run; others (materials, a library) need no geometry. */
  get wantsToRun(): boolean {
    return this.studies.length + this.plots.length + this.expects.length > 0;
  }
  get geometry(): ast.Geometry | undefined {
    return this.geometries[0];
  }
  /** A declaration of this file or of an imported one. */
  named(name: string): ast.Declaration | undefined {
    this.reads.note(`=${name}`);
    return this.byName.get(name) ?? this.meaning.imported(name);
  }
  mediumNamed(name: string | undefined): Medium | undefined {
    const found = name === undefined ? undefined : this.named(name);
    return isMedium(found) ? found : undefined;
  }
  studyNamed(name: string | undefined): Study | undefined {
    const found = name === undefined ? undefined : this.named(name);
    return isStudy(found) ? found : undefined;
  }
  /** The media that fill the geometry, in the order of the layers. */
  mediaInUse(): readonly Medium[] {
    return this.filling();
  }
  /** Does it fill a part of the geometry, or may it yet, because there is none? */
  mayFill(medium: Medium): boolean {
    return !this.geometry || this.mediaInUse().includes(medium);
  }
  private findMediaInUse(): readonly Medium[] {
    const geometry = this.geometry;
    if (!geometry) return [];
    const places: readonly Block[] = geometry.layers.length > 0 ? geometry.layers : [geometry];
    const media = places.map((p) => this.mediumNamed(refText((this.property(p, 'medium') ?? this.property(geometry, 'medium'))?.value)));
    return [...new Set(media.filter((m) => m !== undefined))];
  }
  /** Names that may stand in `w(…)` at the walls and in the initial state. */
  componentsInUse(): readonly string[] {
    return [...new Set(this.mediaInUse().flatMap(componentNames))];
  }
  /** The component whose amount follows from the others: the last of a mixture, the last ion of an electrolyte. */
  closing(medium: Medium): string | undefined {
    if (!ast.isSolution(medium)) return lastComponent(medium);
    const isIon = (name: string): boolean => {
      const species = this.named(name);
      return ast.isSpecies(species) && (this.number(this.property(species, 'charge')?.value) ?? 0) !== 0;
    };
    return componentNames(medium).filter(isIon).at(-1);
  }
  property(block: Block, key: string, ...args: readonly string[]): ast.Property | undefined {
    return block.properties.find((p) => p.key === key && p.args.length === args.length && args.every((a, i) => p.args[i]!.$refText === a));
  }
  properties(blocks: Block | readonly Block[], ...keys: readonly string[]): readonly ast.Property[] {
    const all: readonly Block[] = Array.isArray(blocks) ? (blocks as readonly Block[]) : [blocks as Block];
    return all.flatMap((b) => b.properties.filter((p) => keys.includes(p.key)));
  }
  /** A medium as the physics sees it; made once. */
  physical(medium: Medium): PhysicalMedium {
    // its substances, and what its range of temperature and composition is found from
    const substances = [...componentNames(medium), solventName(medium) ?? ''].map((name): Read => `=${name}`);
    this.reads.note('params', 'geometries', 'initials', 'boundaries', 'studies', ...substances);
    const known = this.resolved.get(medium);
    if (known) return known;
    const made = new PhysicalMedium(medium, this);
    this.resolved.set(medium, made);
    return made;
  }
  /** Value in SI of what depends on numbers, lets and params alone (params at their values). */
  number(expr: ast.Expr | undefined): number | undefined {
    return expr && this.meaning.number(expr);
  }
}

/** The word or name that a property is set to: `kinetic`, `gin`. */
export const wordOf = (property: ast.Property | undefined): string | undefined => refText(property?.value);
export const ownerOf = (node: AstNode): Block => node.$container as Block;
