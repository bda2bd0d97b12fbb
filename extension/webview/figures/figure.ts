/** What a plot shows, as plain data in SI units: the cards draw it, the exports write it, the tests read it. */
import type { SourceRange, WrittenUnit } from '../../../solver/problem.js';
import type { Text } from '../format/text.js';

export interface AxisDescription {
  /** In words with its symbol: Position x. */
  readonly title: Text;
  readonly symbol: Text;
  readonly unit: string;
  /** True for a temperature (°C offered), false for a difference of temperatures. */
  readonly temperaturePoint?: boolean;
  /** Differences below this are the computation's [`unit`]. */
  readonly noise?: number;
  /** The unit that the source uses for a parameter, to be read first. */
  readonly written?: WrittenUnit;
}

export type Ink =
  /** Place in an ordered set, 0 … 1. */
  | { readonly kind: 'time'; readonly share: number }
  | { readonly kind: 'category'; readonly index: number }
  | { readonly kind: 'foreground' }
  | { readonly kind: 'muted' };

export interface Curve {
  readonly id: string;
  /** For legend and readout. */
  readonly name: string;
  /** Beside the end of the curve; absent means legend only. */
  readonly label?: string;
  /** Ascending; same length as `y`. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number | null>;
  readonly ink: Ink;
  readonly role: 'run' | 'pinned' | 'now';
  readonly strong?: boolean;
  /** Of another study in the same plot. */
  readonly dashed?: boolean;
  /** Its points are few and each was computed: they are marked. */
  readonly dotted?: boolean;
  /** Its ends may be joined to a band of uncertainty around it. */
  readonly band?: ArrayLike<number>;
  /** What the band is, when it is not the 95 % interval of a fit. */
  readonly bandName?: string;
  /** Plot series that it was read off: key of the outcome, and the time [s] of a profile (null at rest) or the place of a line over time. */
  readonly drawnFrom?: { readonly key: string; readonly time?: number | null; readonly line?: number };
  readonly origin?: SourceRange;
}

/** Points that are not joined: measurements with error bars, or a closed form laid over a curve. */
export interface Points {
  readonly id: string;
  readonly name: string;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** One standard deviation of each. */
  readonly sigma?: ArrayLike<number>;
  readonly ink: Ink;
  /** Filled dots on stems from zero (residuals) instead of open circles. */
  readonly stems?: boolean;
}
export interface Guide {
  readonly axis: 'x' | 'y';
  readonly value: number;
  readonly text: string;
  /** The scrubbed time is solid, references are dotted. */
  readonly solid?: boolean;
}

interface FigureBase {
  readonly id: string;
  readonly title: Text;
  /** As it stands in the source. */
  readonly statement: string;
  readonly origin?: SourceRange;
  /** One sentence for those who do not see the curves. */
  readonly summary: string;
  readonly note?: string;
  /** Worth having, not worth the room unless it is asked for. */
  readonly secondary?: boolean;
  /** Spans more room than its neighbours. */
  readonly lead?: boolean;
}
export interface LineFigure extends FigureBase {
  readonly kind: 'lines';
  readonly x: AxisDescription;
  readonly y: AxisDescription;
  readonly curves: readonly Curve[];
  readonly points: readonly Points[];
  readonly guides: readonly Guide[];
  /** A lower panel on the same x axis: residuals in units of σ. */
  readonly residuals?: Points;
  /** What the legend says of dashed curves, once for all of them. */
  readonly pinnedNote?: string;
  readonly runNote?: string;
}
export interface MatrixFigure extends FigureBase {
  readonly kind: 'matrix';
  readonly names: readonly string[];
  readonly entries: readonly (readonly { readonly value: number; readonly unit: string; readonly coupling: number | null }[])[];
  /** Where each entry is stated, row by row. */
  readonly origins?: readonly (SourceRange | undefined)[];
}
export interface SpectrumFigure extends FigureBase {
  readonly kind: 'spectrum';
  readonly values: readonly number[];
  readonly laws: readonly Law[];
}
export interface Law {
  readonly name: Text;
  readonly result: string;
  readonly judgedBy: string;
  /** Null when there is nothing to judge. */
  readonly holds: boolean | null;
}
export interface EllipseFigure extends FigureBase {
  readonly kind: 'ellipse';
  readonly x: AxisDescription;
  readonly y: AxisDescription;
  readonly centre: readonly [number, number];
  readonly standardErrors: readonly [number, number];
  readonly correlation: number;
}
/** Evenly spaced values. */
export interface Grid {
  /** Columns [m] and rows [s]. */
  readonly places: Float64Array;
  readonly times: Float64Array;
  /** Row by row from the start. */
  readonly values: Float64Array;
}
/** A field over place and time. */
export interface MapFigure extends FigureBase {
  readonly kind: 'map';
  readonly x: AxisDescription;
  readonly t: AxisDescription;
  readonly value: AxisDescription;
  /** Made when it is looked at, and then kept: a map that nobody asked for costs nothing. */
  readonly grid: () => Grid;
  /** The scrubbed time [s]. */
  readonly now: number;
}
export type Figure = LineFigure | MapFigure | MatrixFigure | SpectrumFigure | EllipseFigure;
export type FigureKind = Figure['kind'];
