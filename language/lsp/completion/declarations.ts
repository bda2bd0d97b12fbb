/** Declarations as they may begin here: in the order in which a model is written, filled in with the names that the file already has. */
import { shapes, sides, sidesOf } from '../../catalogue/places.js';
import { isConstant, isMedium, isStudy, type DeclaredName } from '../names.js';
import type { Block } from '../structure.js';
import type { CompletionContext } from './context.js';
import { shapeOf } from './expressions.js';
import { CompletionItemKind, type Proposal } from './item.js';
import { modelSnippets } from './models.js';
import { declarationSnippets } from './snippets.js';

/** Declarations that a file has once. */
const single: ReadonlySet<string> = new Set(['model', 'geometry', 'initial']);
/** From this size on a file is under way: nobody inserts a whole model into it. */
const blocksOfAModel = 4;

export function declarationProposals(context: CompletionContext): Proposal[] {
  const { structure, offset } = context.cursor;
  const blocks = structure.blocks.filter((block) => block.keyword !== context.cursor.partial);
  const stated = new Set(blocks.map((block) => block.keyword.image));
  const nested = new Set([...context.words.nested.values()].flatMap((words) => [...words]));
  const before = blocks.filter((block) => block.keyword.startOffset < offset).at(-1)?.keyword.image;
  const last = declarationSnippets.findIndex(({ keyword }) => keyword === before);
  const keywords = declarationSnippets.flatMap(({ keyword, title, body }, i): Proposal[] =>
    nested.has(keyword) || (single.has(keyword) && stated.has(keyword))
      ? []
      : [
          {
            label: keyword,
            kind: CompletionItemKind.Keyword,
            insert: filled(keyword, context) ?? body,
            detail: title,
            // what usually follows comes first, what usually stands above last
            rank: i >= last ? 2 : 3,
          },
        ],
  );
  if (blocks.length >= blocksOfAModel) return keywords;
  const models = modelSnippets.map(
    ({ label, title, body }): Proposal => ({
      label,
      kind: CompletionItemKind.Snippet,
      insert: body,
      detail: title,
      rank: blocks.length === 0 ? 1 : 8,
    }),
  );
  return [...models, ...keywords];
}

/** A place of a snippet: a list to choose from, or what is meant. */
export function choice(place: number, names: readonly string[], otherwise: string): string {
  if (names.length === 0) return `\${${place}:${otherwise}}`;
  return names.length === 1 ? `\${${place}:${names[0]}}` : `\${${place}|${names.join(',')}|}`;
}

/** The body of a declaration with the names of the file; undefined where it has none that fit. */
export function filled(keyword: string, context: CompletionContext): string | undefined {
  const named = (is: (keyword: string) => boolean): string[] => context.names.filter((d) => is(d.keyword)).map((d) => d.name);
  const substances = unusedSubstances(context, (name) => name === 'species');
  const media = named(isMedium);
  const studies = named((name) => name === 'steady' || name === 'transient');
  const params = named((name) => name === 'param');
  const measures = named((name) => name === 'measure');
  switch (keyword) {
    case 'mixture':
      return substances.length > 1 ? `mixture \${1:name} of \${2:${substances.join(', ')}} {\n\t$0\n}` : undefined;
    case 'solution':
      return substances.length > 1
        ? `solution \${1:name} of \${2:${substances.slice(0, -1).join(', ')}} in ${choice(3, [substances.at(-1)!], 'solvent')} {\n\t$0\n}`
        : undefined;
    case 'suspension': {
      const particles = unusedSubstances(context, (name) => name === 'particle');
      const fluids = named((name) => name === 'species');
      return particles.length > 0
        ? `suspension \${1:name} of \${2:${particles.join(', ')}} in ${choice(3, fluids, 'fluid')} {\n\t$0\n}`
        : undefined;
    }
    case 'layer':
      return media.length > 0 ? `layer \${1:name} { thickness = \${2:1 mm}; medium = ${choice(3, media, 'medium')} }$0` : undefined;
    case 'interface': {
      const layers = named((name) => name === 'layer');
      return layers.length > 1 ? `interface ${choice(1, layers, 'first')} ${choice(2, layers.slice(1), 'second')} { $0 }` : undefined;
    }
    case 'initial':
      return initial(context);
    case 'boundary': {
      const free = freeSides(context);
      return free.length > 0 ? `boundary ${choice(1, free, 'left')} { $0 }` : undefined;
    }
    case 'sweep':
      return `sweep \${1:name} {\n\tstudy = ${choice(2, studies, 'study')}\n\tvary(${choice(3, params, 'param')}) = $0\n}`;
    case 'fit':
      return `fit \${1:name} {\n\tstudy = ${choice(2, studies, 'study')}\n\tobservations = ${choice(
        3,
        named((name) => name === 'data'),
        'data',
      )}\n\tobserve = ${choice(4, measures, 'measure')}\n\tvary(${choice(5, params, 'param')}) = range($0)\n}`;
    case 'correlation': {
      const [first, ...others] = uncertainNames(context);
      return others.length > 0 ? `correlation(${choice(1, [first!, ...others], 'a')}, ${choice(2, others, 'b')}) = $0` : undefined;
    }
    case 'plot':
      return plot(context, measures);
    case 'expect': {
      const runs = named(isStudy);
      return `expect ${choice(1, measures, 'measure')}${runs.length > 1 ? ` of ${choice(2, runs, 'study')}` : ''} is \${3:value} within \${4:1 %}$0`;
    }
    default:
      return undefined;
  }
}

/** Params and lets that are stated with `±`. */
export const uncertainNames = (context: CompletionContext): string[] =>
  context.names.filter((d) => isConstant(d.keyword) && /\+-|±/.test(d.detail)).map((d) => d.name);

/** Those that no medium of the file is made of yet; all, when every one is. */
function unusedSubstances(context: CompletionContext, is: (keyword: string) => boolean): string[] {
  const used = new Set(context.names.flatMap((d) => [...(d.components ?? []), ...(d.solvent ? [d.solvent] : [])]));
  const own = new Set(context.cursor.structure.blocks.map((block) => block.name?.image));
  // a library brings in far more than a model is made of
  const all = context.names.filter((d) => is(d.keyword) && own.has(d.name)).map((d) => d.name);
  const free = all.filter((name) => !used.has(name));
  return free.length > 0 ? free : all;
}
/** Media of the layers or of the geometry; the only one of the file while there is no geometry. */
function mediaInUse(context: CompletionContext): readonly DeclaredName[] {
  const media = context.names.filter((d) => isMedium(d.keyword));
  const geometry = context.cursor.structure.blocks.find((block) => block.keyword.image === 'geometry');
  const places: Block[] = geometry ? [geometry, ...geometry.children] : [];
  const chosen = places.flatMap((block) => block.statements.filter((s) => s.key.image === 'medium').map((s) => s.value[0]?.image));
  const found = media.filter((d) => chosen.includes(d.name));
  return found.length > 0 ? found : media.length === 1 ? media : [];
}
/** `w(A)`, `c(A)` of all components whose amount is free: the last of a mixture follows. */
function amounts(context: CompletionContext, all: boolean): string[] {
  const fields = mediaInUse(context).flatMap(({ keyword, components = [] }) =>
    (keyword === 'mixture' && !all ? components.slice(0, -1) : components).map((name) => `${keyword === 'mixture' ? 'w' : 'c'}(${name})`),
  );
  return [...new Set(fields)];
}
function initial(context: CompletionContext): string | undefined {
  const free = amounts(context, false);
  const media = context.names.filter(({ keyword }) => isMedium(keyword));
  if (media.length > 0 && media.every(({ keyword }) => keyword === 'solid')) return 'initial { temperature = ${1:20 degC} }$0';
  if (free.length === 0) return undefined;
  const values = free.map((field, i) => `${field} = $${i + 2}${field.startsWith('c') ? ' mol/m^3' : ''}`);
  return `initial { temperature = \${1:20 degC}; ${values.join('; ')} }$0`;
}
/** Sides of the shape that have no block. */
function freeSides(context: CompletionContext): string[] {
  const shape = shapeOf(context);
  const stated = new Set(context.cursor.structure.blocks.filter((b) => b.keyword.image === 'boundary').map((b) => b.name?.image));
  return (shape ? sidesOf(shape) : (Object.keys(sides) as (keyof typeof sides)[])).filter((side) => !stated.has(side));
}
function plot(context: CompletionContext, measures: readonly string[]): string | undefined {
  const series = [...amounts(context, true), 'T', ...measures];
  const shape = shapeOf(context);
  return `plot ${choice(1, series, 'what')} over ${choice(2, [...(shape ? shapes[shape].axes : ['x', 'r']), 't'], 'x')}$0`;
}
