/**
 * THE boundary between the language and the solver: plain data in SI units that survives a structured clone.
 * The language lowers a model to a `Problem`; the solver turns it into an `Outcome` and nothing else crosses.
 */
import type { Formula } from './formula.js';
import type { PropertyName } from './quantities/catalogue.js';
import type { QuantityName } from './quantities/quantity.js';

/** A place in the model's text (zero-based, UTF-16 columns), so that a run can name the responsible statement. */
export interface SourceRange {
  readonly uri: string;
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface Problem {
  /** Title of the model, empty when it has none. */
  readonly title: string;
  /** Hash of everything below: equal hashes give equal results. Comments and blanks do not enter. */
  readonly hash: string;
  readonly parameters: readonly Parameter[];
  /** Numbers that are stated with `±` anywhere but as the value of a param. Absent when there are none. */
  readonly uncertainties?: readonly Uncertainty[];
  /** Of numbers that are stated with `±`; others are independent. Absent when there are none. */
  readonly correlations?: readonly Correlation[];
  readonly substances: readonly Substance[];
  readonly media: readonly Medium[];
  readonly geometry: Geometry;
  readonly initial: readonly PropertyValue[];
  readonly boundaries: readonly Boundary[];
  readonly sources: readonly PropertyValue[];
  readonly reactions: readonly Reaction[];
  readonly studies: readonly Study[];
  readonly measures: readonly Measure[];
  readonly data: readonly DataSet[];
  readonly plots: readonly Plot[];
  readonly expectations: readonly Expectation[];
}

/** `param`: its value may be changed (slider, sweep, fit, `--set`) without lowering again. Formulas refer to it by name. */
export interface Parameter {
  readonly name: string;
  readonly value: number;
  /** Standard uncertainty in the same SI unit, when the source states `±`. */
  readonly uncertainty?: number;
  /** Ends of its slider. */
  readonly low?: number;
  readonly high?: number;
  /** SI unit, and the unit as written in the source with `si = written · factor + offset`. */
  readonly unit: string;
  readonly written: WrittenUnit;
  readonly origin: SourceRange;
}
export interface WrittenUnit {
  readonly text: string;
  readonly factor: number;
  readonly offset: number;
}

/** A number of the model with its standard uncertainty, both SI. Formulas refer to it by name. */
export interface Uncertainty {
  /** As a user finds it: `soret(ethanol)`, the name of a let. Unique. */
  readonly name: string;
  readonly value: number;
  readonly standard: number;
  readonly origin: SourceRange;
}

/** Correlation coefficient of two numbers stated with `±`, by their names (of a param, or of an `Uncertainty`). */
export interface Correlation {
  readonly between: readonly [string, string];
  /** From −1 to 1. */
  readonly value: number;
  readonly origin: SourceRange;
}

/** One property of a block: `soret(ethanol) = …`. The value is in the SI unit of the catalogue's first dimension. */
export interface PropertyValue {
  readonly name: PropertyName;
  /** Names in the parentheses, as written: species, `heat`, a measure, a parameter … */
  readonly of: readonly string[];
  /** `convention = minus_grad_lnT` → `{ convention: 'minus_grad_lnT' }`. */
  readonly options: Readonly<Record<string, string>>;
  /** A formula, or one of the words that the catalogue allows (`kinetic`, `off`, `stokes_einstein`). */
  readonly value: Formula | { readonly kind: 'word'; readonly word: string };
  /**
   * Which of several quantities of different dimension it was given in, where only the medium can convert them:
   * `flux` (molar or mass), `ambient(A)`, `heat_capacity` of a species (per kg or per mole). The value is then in that quantity's SI unit.
   * Absent: the first of the catalogue, for `flux` that of the medium (molar in solutions, mass in mixtures).
   */
  readonly quantity?: QuantityName;
  readonly origin: SourceRange;
}

export interface Substance {
  readonly kind: 'species' | 'particle';
  readonly name: string;
  readonly properties: readonly PropertyValue[];
  readonly origin: SourceRange;
}

export type MediumKind = 'solution' | 'mixture' | 'suspension' | 'solid';
export interface Medium {
  readonly kind: MediumKind;
  readonly name: string;
  /** Solutes of a solution, particles of a suspension, all components of a mixture (the last one closes the balance). */
  readonly components: readonly string[];
  /** Solvent of a solution, fluid of a suspension. */
  readonly solvent?: string;
  readonly properties: readonly PropertyValue[];
  readonly origin: SourceRange;
}

export type Shape = 'slab' | 'cylinder' | 'sphere' | 'rectangle';
export interface Geometry {
  readonly shape: Shape;
  /** In the order of the coordinate. A geometry without `layer`s is one layer with an empty name. */
  readonly layers: readonly Layer[];
  readonly interfaces: readonly Interface[];
  /** inner_radius, height, gravity, grading, order, scheme …: what is not a layer's. */
  readonly properties: readonly PropertyValue[];
  readonly origin: SourceRange;
}
export interface Layer {
  readonly name: string;
  readonly thickness: Formula;
  readonly medium: string;
  /** Cells asked for by the user; absent means that the solver chooses for the wanted accuracy. */
  readonly cells?: number;
  /** Ratio of its largest to its smallest cell. */
  readonly grading?: number;
  readonly origin: SourceRange;
}
export interface Interface {
  /** Names of the two layers, in the order of the coordinate. */
  readonly between: readonly [string, string];
  readonly properties: readonly PropertyValue[];
  readonly origin: SourceRange;
}

/** `left`, `right` (slab, rectangle), `inner`, `outer` (cylinder, sphere), `bottom`, `top` (rectangle). */
export type Side = 'left' | 'right' | 'inner' | 'outer' | 'bottom' | 'top';
export interface Boundary {
  readonly side: Side;
  /** The conditions stated; what is not stated is insulated and sealed (total flux zero). */
  readonly conditions: readonly PropertyValue[];
  readonly origin: SourceRange;
}

export interface Reaction {
  readonly name: string;
  readonly reactants: readonly { readonly species: string; readonly coefficient: number }[];
  readonly products: readonly { readonly species: string; readonly coefficient: number }[];
  /** mol/(m³·s) of the reaction as written. */
  readonly rate: Formula;
  readonly origin: SourceRange;
}

interface StudyBase {
  readonly name: string;
  /** Relative to each field's range, space and time together. */
  readonly tolerance?: number;
  /** Parameter values of this study alone. */
  readonly set: readonly { readonly parameter: string; readonly value: Formula }[];
  /** Another study whose final state is the initial state here. */
  readonly start?: string;
  /** How numbers stated with `±` are carried to the results; linear when absent. */
  readonly propagation?: 'linear' | 'monte_carlo' | 'off';
  /** Samples of `monte_carlo`. */
  readonly samples?: number;
  readonly origin: SourceRange;
}
export interface SteadyStudy extends StudyBase {
  readonly kind: 'steady';
}
export interface TransientStudy extends StudyBase {
  readonly kind: 'transient';
  readonly until: Formula;
  /** Output times wanted by `times`, by `every`, and by the plots and measures of this study. 0 and the end are always given. */
  readonly every?: Formula;
  readonly times: readonly Formula[];
  /** `temperature = instant`: heat is quasi-steady. */
  readonly instantHeat: boolean;
}
export interface SweepStudy extends StudyBase {
  readonly kind: 'sweep';
  readonly study: string;
  readonly vary: readonly { readonly parameter: string; readonly values: readonly number[]; readonly origin: SourceRange }[];
  /** Values taken together instead of every combination. */
  readonly paired: boolean;
  /** May cases lie on a polynomial through others that are solved? Yes when absent. */
  readonly interpolate?: boolean;
}
export interface FitStudy extends StudyBase {
  readonly kind: 'fit';
  readonly study: string;
  readonly observations: string;
  /** Name of the measure compared with the data. */
  readonly observe: string;
  readonly vary: readonly { readonly parameter: string; readonly low: number; readonly high: number; readonly origin: SourceRange }[];
  readonly loss: 'least_squares' | 'robust';
}
export type Study = SteadyStudy | TransientStudy | SweepStudy | FitStudy;

/** A named scalar of the solution; its formula may contain functionals (`value(w(A), left)`). */
export interface Measure {
  readonly name: string;
  readonly formula: Formula;
  /** SI unit. */
  readonly unit: string;
  readonly origin: SourceRange;
}

/** Rows of a data file, already read and converted to SI by the language (the solver reads no files). */
export interface DataSet {
  readonly name: string;
  readonly columns: readonly DataColumn[];
  readonly origin: SourceRange;
}
export interface DataColumn {
  /** `t`, a coordinate, a measure, or a parameter that each row was measured at. */
  readonly name: string;
  readonly unit: string;
  readonly values: readonly number[];
  /** Standard uncertainty of each value. */
  readonly uncertainty?: readonly number[];
}

export interface Plot {
  readonly series: readonly PlotSeries[];
  /** What the horizontal axis is: a coordinate (profile), time, or a parameter (sweep). */
  readonly over: 'x' | 'y' | 'r' | 't' | { readonly parameter: string };
  /** Names of the studies drawn; all that can draw it when empty. */
  readonly of: readonly string[];
  /** Times of a profile (`end` is null), places of a time series. */
  readonly at: readonly (Formula | null)[];
  readonly origin: SourceRange;
}
export interface PlotSeries {
  /** As written in the source: `w(ethanol)`. */
  readonly label: string;
  readonly formula: Formula;
  readonly unit: string;
  /** Set when the series is a declared measure. */
  readonly measure?: string;
  readonly origin: SourceRange;
}

export interface Expectation {
  readonly name: string;
  readonly formula: Formula;
  readonly unit: string;
  readonly study: string;
  /** Time at which it must hold; absent means the last. */
  readonly at?: Formula;
  readonly wanted?: Formula;
  readonly tolerance?: { readonly kind: 'relative' | 'absolute'; readonly value: Formula };
  readonly above?: Formula;
  readonly below?: Formula;
  readonly origin: SourceRange;
}
