/** Resistances between regions: two values that exchange a flux. Shared values (continuous, partition) need nothing but their numbering. */
import { evaluate } from '../expression/evaluate.js';
import { differentiate } from '../expression/derivative.js';
import type { ParameterValues } from '../expression/tape.js';
import type { Jump, Layout } from '../mesh/layout.js';
import type { TransportSystem } from './system.js';

export class Joints {
  private parameters: ParameterValues = () => NaN;

  constructor(
    private readonly system: TransportSystem,
    private readonly layout: Layout,
    private readonly areas: readonly number[],
  ) {}

  setParameters(parameters: ParameterValues): void {
    this.parameters = parameters;
  }
  private scalar(t: number) {
    return (name: string) => (name === 't' ? t : name.startsWith('param ') ? this.parameters(name.slice(6)) : NaN);
  }

  /** Factor of the value that enters region r for its v-th unknown present. */
  entry(r: number, t: number): Float64Array {
    const factors = new Float64Array(this.layout.present[r]!.length).fill(1);
    this.layout.present[r]!.forEach((i, v) => {
      const joint = r > 0 && this.system.regions[r - 1]!.present[i] ? this.system.joints[r - 1]![i]! : undefined;
      if (joint?.kind === 'partition') factors[v] = evaluate(joint.ratio, this.scalar(t));
    });
    return factors;
  }

  /** Conductance [flux · area per difference] of a jump. */
  private conductance(jump: Jump, t: number): number {
    const joint = this.system.joints[jump.joint]![jump.unknown]!;
    return joint.kind === 'resistance' ? this.areas[jump.joint]! / evaluate(joint.resistance, this.scalar(t)) : 0;
  }
  addTo(u: Float64Array, t: number, out: Float64Array): void {
    for (const jump of this.layout.jumps) {
      const q = this.conductance(jump, t) * (u[jump.left]! - u[jump.right]!);
      out[jump.left] = out[jump.left]! - q;
      out[jump.right] = out[jump.right]! + q;
    }
  }
  addJacobian(t: number, J: Float64Array): void {
    for (const jump of this.layout.jumps) {
      const g = this.conductance(jump, t);
      const { start, size, offset } = jump.front;
      const [l, r] = [jump.left - start, jump.right - start];
      const at = (row: number, column: number, value: number) => {
        J[offset + row * size + column] = J[offset + row * size + column]! + value;
      };
      at(l, l, -g);
      at(l, r, g);
      at(r, l, g);
      at(r, r, -g);
    }
  }
  addRates(u: Float64Array, t: number, out: Float64Array): void {
    for (const jump of this.layout.jumps) {
      const joint = this.system.joints[jump.joint]![jump.unknown]!;
      if (joint.kind !== 'resistance') continue;
      const relative = evaluate(differentiate(joint.resistance, 't'), this.scalar(t)) / evaluate(joint.resistance, this.scalar(t));
      const q = this.conductance(jump, t) * (u[jump.left]! - u[jump.right]!) * relative;
      out[jump.left] = out[jump.left]! + q;
      out[jump.right] = out[jump.right]! - q;
    }
  }
}
