/**
 * Exponentially fitted fluxes between two nodes (Scharfetter & Gummel 1969): the flux is that of the exact solution with constant
 * coefficients between the nodes, so that ∇ln u = a/D holds exactly at rest on any mesh and no composition turns negative.
 *
 *     F_i = (D/h) [B(−p) u_left − B(p) u_right],   p = a h / D,   D = K_ii,   a = (V_i − Σ_{j≠i} K_ij ∇u_j) / u_i
 *
 * Coefficients are those of the mean of the two nodes. Unknowns that may be negative (temperature) get the plain difference.
 */
import { differentiator } from '../expression/derivative.js';
import { add, gradient, isConstant, multiply, negate, type Expression } from '../expression/expression.js';
import { Program, Tape } from '../expression/tape.js';
import { bernoulli, bernoulliSlope } from './bernoulli.js';
import type { TransportSystem } from './system.js';
import type { Workspace } from './workspace.js';

/** Keeps a = n/u finite where a composition vanishes; n vanishes with it. */
const tiny = 1e-250;

interface Slope {
  readonly row: number;
  readonly column: number;
  readonly output: number;
}
/** Programs of one region: D_i then n_i = a u_i (fitted) or F_i (plain) at the middles, and their derivatives. */
export class FittedTerms {
  readonly fitted: readonly boolean[];
  readonly values: Program;
  readonly slopes: Program;
  readonly diffusivityByValue: readonly Slope[];
  readonly driftByValue: readonly Slope[];
  readonly driftByGradient: readonly Slope[];

  constructor(system: TransportSystem, region: number, present: readonly number[]) {
    const { transport, drift } = system.regions[region]!;
    const ids = present.map((i) => system.unknowns[i]!.id);
    const inputs = ['x', ...ids, ...ids.map((id) => `grad ${id}`)];
    this.fitted = present.map((i) => system.unknowns[i]!.nonNegative);
    const diffusivities = present.map((i) => transport[i]![i]!);
    const drifts = present.map((i, v) =>
      add(
        ...present.flatMap((j) =>
          this.fitted[v] && i === j ? [] : [negate(multiply(transport[i]![j]!, gradient(system.unknowns[j]!.id)))],
        ),
        drift[i]!,
      ),
    );
    this.values = new Program(inputs, [...diffusivities, ...drifts]);
    const outputs: Expression[] = [];
    const slopesOf = (list: readonly Expression[], symbols: readonly string[]): Slope[] =>
      list.flatMap((e, row) =>
        symbols.flatMap((symbol, column) => {
          const d = differentiator(symbol)(e);
          return isConstant(d, 0) ? [] : [{ row, column, output: outputs.push(d) - 1 }];
        }),
      );
    this.diffusivityByValue = slopesOf(diffusivities, ids);
    this.driftByValue = slopesOf(drifts, ids);
    this.driftByGradient = slopesOf(
      drifts,
      ids.map((id) => `grad ${id}`),
    );
    this.slopes = new Program(inputs, outputs);
  }
}

export class FittedFlux {
  private readonly middles: readonly Float64Array[];
  private readonly gradients: readonly Float64Array[];
  private readonly values: Tape;
  private readonly slopes: Tape;
  private readonly flux: readonly Float64Array[];
  private readonly elements: number;

  constructor(
    private readonly w: Workspace,
    private readonly terms: FittedTerms,
  ) {
    const { x } = w.geometry;
    this.elements = w.elements.length;
    const arrays = () => w.terms.present.map(() => new Float64Array(this.elements));
    this.middles = arrays();
    this.gradients = arrays();
    this.flux = w.terms.present.map(() => new Float64Array(w.points));
    const positions = Float64Array.from({ length: this.elements }, (_, e) => 0.5 * (x[2 * e]! + x[2 * e + 1]!));
    const inputs = [positions, ...this.middles, ...this.gradients];
    this.values = new Tape(terms.values, inputs, this.elements);
    this.slopes = new Tape(terms.slopes, inputs, this.elements);
  }

  setParameters(parameters: (name: string) => number): void {
    this.values.setParameters(parameters);
    this.slopes.setParameters(parameters);
  }

  /** Means and slopes between the gathered nodes. */
  private prepare(): void {
    const { w } = this;
    for (let v = 0; v < w.width; v++) {
      const u = w.values[v]!;
      for (let e = 0; e < this.elements; e++) {
        const mean = 0.5 * (u[2 * e]! + u[2 * e + 1]!);
        this.middles[v]![e] = this.terms.fitted[v] ? Math.max(mean, tiny) : mean;
        this.gradients[v]![e] = 0.5 * w.geometry.scale[e]! * (u[2 * e + 1]! - u[2 * e]!);
      }
    }
  }

  /** Fluxes of all unknowns present at the local nodes (both nodes of an element carry its flux). */
  fluxes(t: number): readonly Float64Array[] {
    const { w, terms, values } = this;
    this.prepare();
    values.run(t);
    for (let v = 0; v < w.width; v++) {
      const [D, n, u, out] = [values.outputs[v]!, values.outputs[w.width + v]!, w.values[v]!, this.flux[v]!];
      for (let e = 0; e < this.elements; e++) {
        const [left, right, h] = [u[2 * e]!, u[2 * e + 1]!, 2 / w.geometry.scale[e]!];
        let f = n[e]!;
        if (terms.fitted[v]) {
          const d = Math.max(D[e]!, tiny);
          const a = f / this.middles[v]![e]!;
          const p = (a * h) / d;
          const weight = bernoulli(p);
          f = (d / h) * ((weight + p) * left - weight * right);
        }
        out[2 * e] = f;
        out[2 * e + 1] = f;
      }
    }
    return this.flux;
  }

  /** Adds ∂R/∂u of the fluxes and sources in the fronts. */
  addJacobian(t: number, J: Float64Array): void {
    const { w, terms } = this;
    this.prepare();
    this.values.run(t);
    this.slopes.run(t);
    const width = w.width;
    for (let e = 0; e < this.elements; e++) {
      const { numbers, front } = w.elements[e]!;
      const h = 2 / w.geometry.scale[e]!;
      const area = w.geometry.fluxWeight[2 * e]!;
      const put = (row: number, column: number, side: 0 | 1, slope: number): void => {
        // A column that enters with a factor (partition) moves the value behind it by that factor.
        const value = slope * area * (e === 0 && side === 0 ? w.entry[column]! : 1);
        const at = numbers[side * width + column]! - front.start;
        const left = front.offset + (numbers[row]! - front.start) * front.size + at;
        const right = front.offset + (numbers[width + row]! - front.start) * front.size + at;
        J[left] = J[left]! - value;
        J[right] = J[right]! + value;
      };
      const byMean = (row: number, column: number, slope: number): void => {
        put(row, column, 0, 0.5 * slope);
        put(row, column, 1, 0.5 * slope);
      };
      const byDrift = new Float64Array(width).fill(1);
      const byDiffusivity = new Float64Array(width);
      for (let v = 0; v < width; v++) {
        if (!terms.fitted[v]) continue;
        const u = this.middles[v]![e]!;
        const d = Math.max(this.values.outputs[v]![e]!, tiny);
        const a = this.values.outputs[width + v]![e]! / u;
        const p = (a * h) / d;
        const weight = bernoulli(p);
        const [left, right] = [w.values[v]![2 * e]!, w.values[v]![2 * e + 1]!];
        put(v, v, 0, (d / h) * (weight + p));
        put(v, v, 1, (-d / h) * weight);
        const byPeclet = (d / h) * (bernoulliSlope(p) * (left - right) + left);
        byDrift[v] = (byPeclet * h) / (u * d);
        byDiffusivity[v] = (weight * (left - right) + p * left) / h - (byPeclet * p) / d;
        if (u > tiny) byMean(v, v, (-byPeclet * p) / u);
      }
      // Where nothing is there the mean is held at a trace and does not move.
      const moves = (column: number): boolean => !terms.fitted[column] || this.middles[column]![e]! > tiny;
      for (const { row, column, output } of terms.diffusivityByValue)
        if (terms.fitted[row] && moves(column)) byMean(row, column, byDiffusivity[row]! * this.slopes.outputs[output]![e]!);
      for (const { row, column, output } of terms.driftByValue)
        if (moves(column)) byMean(row, column, byDrift[row]! * this.slopes.outputs[output]![e]!);
      for (const { row, column, output } of terms.driftByGradient) {
        const slope = (byDrift[row]! * this.slopes.outputs[output]![e]!) / h;
        put(row, column, 0, -slope);
        put(row, column, 1, slope);
      }
    }
    this.addSources(J);
  }

  private addSources(J: Float64Array): void {
    const { w } = this;
    for (const { row, column, output } of w.terms.sourceByValue) {
      const slope = w.jacobian.outputs[output]!;
      w.elements.forEach(({ numbers, front }, e) => {
        for (let j = 0; j < 2; j++) {
          const entry = e === 0 && j === 0 ? w.entry[column]! : 1;
          const [a, b] = [numbers[j * w.width + row]! - front.start, numbers[j * w.width + column]! - front.start];
          const at = front.offset + a * front.size + b;
          J[at] = J[at]! + entry * w.geometry.volume[2 * e + j]! * slope[2 * e + j]!;
        }
      });
    }
  }
}
