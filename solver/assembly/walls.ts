/** The two ends of the domain: values held there, and fluxes let in. */
import { Tape, type ParameterValues } from '../expression/tape.js';
import type { Front, Layout } from '../mesh/layout.js';
import type { WallTerms } from './terms.js';

export class Wall {
  /** Numbers of the unknowns present at the wall, in the order of `terms.present`. */
  readonly numbers: readonly number[];
  private readonly program: Tape;
  private readonly jacobian: Tape;
  private readonly rates: Tape;
  private readonly inputs: readonly Float64Array[];
  readonly front: Front;
  /** Rows of the held values before they were replaced: minus the flux that the wall lets in. */
  readonly raw: Float64Array;
  /** Nothing to do here: everything is closed. */
  readonly closed: boolean;

  constructor(
    readonly terms: WallTerms,
    layout: Layout,
    side: 0 | 1,
    position: number,
    readonly area: number,
  ) {
    this.numbers = terms.present.map((i) => layout.atWall[side][i]!);
    this.front = layout.elements[side === 0 ? 0 : layout.elements.length - 1]!.front;
    this.inputs = [Float64Array.of(position), ...terms.present.map(() => new Float64Array(1))];
    this.program = new Tape(terms.program, this.inputs, 1);
    this.jacobian = new Tape(terms.jacobian, this.inputs, 1);
    this.rates = new Tape(terms.rates, this.inputs, 1);
    this.raw = new Float64Array(terms.present.length);
    this.closed = terms.kinds.every((k) => k === 'closed');
  }

  setParameters(parameters: ParameterValues): void {
    for (const tape of [this.program, this.jacobian, this.rates]) tape.setParameters(parameters);
  }
  private read(u: Float64Array): void {
    this.numbers.forEach((number, v) => (this.inputs[v + 1]![0] = u[number]!));
  }

  /** Value held or flux let in (per area) of the v-th unknown present. */
  evaluate(u: Float64Array, t: number): readonly Float64Array[] {
    this.read(u);
    this.program.run(t);
    return this.program.outputs;
  }

  /** Puts the held values into u. */
  hold(u: Float64Array, t: number): void {
    if (this.closed) return;
    const outputs = this.evaluate(u, t);
    this.terms.kinds.forEach((kind, v) => {
      if (kind === 'value') u[this.numbers[v]!] = outputs[v]![0]!;
    });
  }

  /** Adds fluxes to the rows, and replaces the rows of held values by value − u. */
  addTo(u: Float64Array, t: number, out: Float64Array): void {
    if (this.closed) return;
    const outputs = this.evaluate(u, t);
    const { kinds } = this.terms;
    for (let v = 0; v < kinds.length; v++) {
      const row = this.numbers[v]!;
      if (kinds[v] === 'flux') out[row] = out[row]! + this.area * outputs[v]![0]!;
      else if (kinds[v] === 'value') {
        this.raw[v] = out[row]!;
        out[row] = outputs[v]![0]! - u[row]!;
      }
    }
  }

  /** The same for the matrix of derivatives in the wall's front. */
  addJacobian(u: Float64Array, t: number, J: Float64Array): void {
    if (this.closed) return;
    this.read(u);
    this.jacobian.run(t);
    const { start, size, offset } = this.front;
    const { kinds, byValue } = this.terms;
    kinds.forEach((kind, v) => {
      if (kind !== 'value') return;
      const row = offset + (this.numbers[v]! - start) * size;
      J.fill(0, row, row + size);
      J[row + this.numbers[v]! - start] = -1;
    });
    for (const { row, column, output } of byValue) {
      const at = offset + (this.numbers[row]! - start) * size + this.numbers[column]! - start;
      J[at] = J[at]! + (kinds[row] === 'value' ? 1 : this.area) * this.jacobian.outputs[output]![0]!;
    }
  }

  /** The same for the explicit time derivative. */
  addRates(u: Float64Array, t: number, out: Float64Array): void {
    const { kinds, rateRows } = this.terms;
    this.terms.kinds.forEach((kind, v) => {
      if (kind === 'value') out[this.numbers[v]!] = 0;
    });
    if (rateRows.length === 0) return;
    this.read(u);
    this.rates.run(t);
    for (const { row, output } of rateRows) {
      const number = this.numbers[row]!;
      const rate = this.rates.outputs[output]![0]!;
      out[number] = kinds[row] === 'value' ? rate : out[number]! + this.area * rate;
    }
  }
}
