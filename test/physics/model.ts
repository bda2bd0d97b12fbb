/** Problems written by hand, for tests of the physics alone. */
import { number, type Formula } from '../../solver/formula.js';
import type { Boundary, Medium, MediumKind, Problem, PropertyValue, Side, SourceRange, Study, Substance } from '../../solver/problem.js';
import { formulate } from '../../solver/physics/index.js';
import type { ResolvedMedium } from '../../solver/physics/media/resolved.js';
import { resolveModel } from '../../solver/physics/model.js';
import type { Formulation } from '../../solver/physics/formulation.js';
import type { PropertyName } from '../../solver/quantities/catalogue.js';

export const nowhere: SourceRange = { uri: 'test', start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** `p('soret(A)', 0.01)`, `p('diffusion', 'kinetic')`, `p('density', formula)` */
export function p(written: string, value: number | string | Formula, more: Partial<PropertyValue> = {}): PropertyValue {
  const [, name, inside] = /^(\w+)(?:\((.*)\))?$/.exec(written)!;
  return {
    name: name as PropertyName,
    of: inside ? inside.split(',').map((part) => part.trim()) : [],
    options: {},
    value: typeof value === 'number' ? number(value) : typeof value === 'string' ? { kind: 'word', word: value } : value,
    origin: nowhere,
    ...more,
  };
}
export const species = (name: string, ...properties: PropertyValue[]): Substance => ({
  kind: 'species',
  name,
  properties,
  origin: nowhere,
});
export const particle = (name: string, ...properties: PropertyValue[]): Substance => ({
  kind: 'particle',
  name,
  properties,
  origin: nowhere,
});
export const medium = (kind: MediumKind, name: string, components: string[], properties: PropertyValue[], solvent?: string): Medium => ({
  kind,
  name,
  components,
  solvent,
  properties,
  origin: nowhere,
});
export const boundary = (side: Side, ...conditions: PropertyValue[]): Boundary => ({ side, conditions, origin: nowhere });
export const steady: Study = { kind: 'steady', name: 'rest', set: [], origin: nowhere };
export const transient = (instantHeat = false): Study => ({
  kind: 'transient',
  name: 'relax',
  set: [],
  until: number(600),
  times: [],
  instantHeat,
  origin: nowhere,
});

export function problem(parts: Partial<Problem> & Pick<Problem, 'media'>): Problem {
  return {
    title: '',
    hash: '',
    parameters: [],
    substances: [],
    geometry: {
      shape: 'slab',
      layers: parts.media.map((m) => ({ name: m.name, thickness: number(1e-3), medium: m.name, origin: nowhere })),
      interfaces: [],
      properties: [],
      origin: nowhere,
    },
    initial: [],
    boundaries: [],
    sources: [],
    reactions: [],
    studies: [steady],
    // Whoever asks for the heat that flows keeps T among the unknowns.
    measures: [
      { name: 'q', formula: { kind: 'functional', functional: { kind: 'heat_flux', side: 'left' } }, unit: 'W/m^2', origin: nowhere },
    ],
    data: [],
    plots: [],
    expectations: [],
    ...parts,
  };
}

export function formulated(model: Problem): Formulation {
  const result = formulate(model);
  if ('reasons' in result) throw new Error(result.reasons.map((reason) => reason.message).join('\n'));
  return result.formulation;
}
/** The medium of the first layer, with what is stated of it. */
export function resolved(model: Problem): ResolvedMedium {
  const result = resolveModel(model);
  if (!('layers' in result)) throw new Error(result.reasons.map((reason) => reason.message).join('\n'));
  return result.layers[0]!;
}
export function reasonsOf(model: Problem): readonly string[] {
  const result = formulate(model);
  return 'reasons' in result ? result.reasons.map((reason) => reason.message) : [];
}

export const T: Formula = { kind: 'temperature' };
export const w = (name: string): Formula => ({ kind: 'composition', measure: 'w', species: name });
export const x = (name: string): Formula => ({ kind: 'composition', measure: 'x', species: name });
export const c = (name: string): Formula => ({ kind: 'composition', measure: 'c', species: name });

export const ginMedium = medium(
  'mixture',
  'gin',
  ['ethanol', 'water'],
  [p('density', 935), p('diffusion', 4.5e-10), p('soret(ethanol)', -3.2e-3), p('conductivity', 0.35), p('heat_capacity', 3800)],
);
export const gin = problem({
  substances: [species('ethanol', p('molar_mass', 0.04607)), species('water', p('molar_mass', 0.018015))],
  media: [ginMedium],
  initial: [p('temperature', 293.15), p('w(ethanol)', 0.4)],
  boundaries: [boundary('left', p('temperature', 293.15)), boundary('right', p('temperature', 303.15))],
  studies: [steady, transient()],
});
