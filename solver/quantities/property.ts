/** The shape of a property's record. Completion, hover, unit check, missing / unknown / misplaced diagnostics, the manual and the lowering derive from it. */
import type { QuantityName } from './quantity.js';

export type BlockKind =
  | 'species'
  | 'particle'
  | 'solution'
  | 'mixture'
  | 'suspension'
  | 'solid'
  | 'geometry'
  | 'layer'
  | 'interface'
  | 'initial'
  | 'boundary'
  | 'source'
  | 'reaction'
  | 'steady'
  | 'transient'
  | 'sweep'
  | 'fit'
  | 'data';

/** What may stand in the parentheses. `component or heat`: for `onsager`. `column`: `t`, a coordinate, a measure or a param. */
export type ArgumentKind = 'component' | 'component or heat' | 'parameter' | 'column';

/** What a value may depend on. `number`: nothing; `parameter`: declared params and lets; `time`: also t; `place`: also coordinates; `state`: everything (T, composition, place, time). */
export type Dependence = 'number' | 'parameter' | 'time' | 'place' | 'state';

export interface PropertyUse {
  readonly in: readonly BlockKind[];
  readonly arguments?: readonly ArgumentKind[];
  /** The quantities that it may be given in; the solver receives the first. Absent: only a word or text. `measure`: that of the argument. */
  readonly quantities?: readonly (QuantityName | 'measure' | 'argument')[];
  readonly words?: readonly string[];
  /** What else the value may be. */
  readonly value?: 'text' | 'study' | 'medium' | 'data' | 'measure' | 'list' | 'range' | 'yes or no';
  /** Named options in the parentheses with their words; all must be given. */
  readonly options?: Readonly<Record<string, readonly string[]>>;
  readonly depends?: Dependence;
  readonly must?: 'be positive' | 'not be negative' | 'be within 0…1' | 'be a whole number';
  readonly required?: boolean;
}

export interface PropertyRecord {
  readonly symbol?: string;
  /** In words: "Soret coefficient". */
  readonly title: string;
  readonly doc: string;
  /** Where it enters, as a formula in plain Unicode. */
  readonly formula?: string;
  readonly source?: string;
  readonly uses: readonly PropertyUse[];
}
