/** Reads fields and fluxes off one state of a discretised system. Set the state with `look`, then ask. */
import type { Discretisation } from '../assembly/discretisation.js';
import { evaluate } from '../expression/evaluate.js';
import { gradient, type Expression } from '../expression/expression.js';
import { Program, Tape } from '../expression/tape.js';
import type { Formula } from '../formula.js';
import type { Formulation } from '../physics/formulation.js';

/** Values at all local nodes of each region; undefined where the field does not exist. */
export type NodalValues = readonly (Float64Array | undefined)[];

export class Observer {
  /** Time of the state looked at [s]. */
  time = 0;
  private u: Float64Array = new Float64Array(0);
  private readonly tapes = new Map<string, readonly (Tape | undefined)[]>();
  private readonly rows: Float64Array;
  private rowsKnown = false;

  constructor(
    readonly formulation: Formulation,
    readonly system: Discretisation,
  ) {
    this.rows = new Float64Array(system.size);
  }

  look(u: Float64Array, t: number): void {
    [this.u, this.time, this.rowsKnown] = [u, t, false];
    this.system.gather(u);
    for (const w of this.system.workspaces) w.differentiate();
  }

  /** A formula without functionals at all nodes. The arrays are overwritten by the next call for the same formula. */
  nodal(formula: Formula): NodalValues {
    return this.run(JSON.stringify(formula), (region) => this.formulation.expression(formula, region));
  }
  /** Expressions given per region at all nodes; `key` names them among everything that is asked of this observer. */
  nodalOf(key: string, expressions: readonly (Expression | undefined)[]): NodalValues {
    return this.run(key, (region) => expressions[region]);
  }

  /** Value of a formula in which nothing depends on place or state. */
  scalar(formula: Formula): number {
    return evaluate(this.formulation.expression(formula, 0), (symbol) =>
      symbol === 't' ? this.time : symbol.startsWith('param ') ? this.system.parameters(symbol.slice(6)) : NaN,
    );
  }

  /** Total flux of an unknown INTO the domain through a wall, per area. A held value's flux is what its row lacks to balance. */
  inflow(unknown: number, side: 0 | 1): number {
    const wall = this.system.walls[side];
    const v = wall.terms.present.indexOf(unknown);
    if (v < 0 || wall.area === 0 || wall.terms.kinds[v] === 'closed') return 0;
    this.balance();
    if (wall.terms.kinds[v] === 'flux') return wall.evaluate(this.u, this.time)[v]![0]!;
    return (this.storedAt(wall.numbers[v]!, side) - wall.raw[v]!) / wall.area;
  }
  /** Σ area · inflow over both walls. */
  totalInflow(unknown: number): number {
    return this.system.walls[0].area * this.inflow(unknown, 0) + this.system.walls[1].area * this.inflow(unknown, 1);
  }
  /** ∫ S_i dV. */
  totalSource(unknown: number): number {
    return this.integral(
      this.nodalOf(
        `source ${unknown}`,
        this.regions((r) => this.formulation.system.regions[r]!.source[unknown]),
      ),
    );
  }
  /** ∫ m_i dV. */
  totalStored(unknown: number): number {
    return this.integral(
      this.nodalOf(
        `storage ${unknown}`,
        this.regions((r) => this.formulation.system.regions[r]!.storage[unknown]),
      ),
    );
  }

  /** ∫ f dV over the regions where f exists. */
  integral(values: NodalValues): number {
    let sum = 0;
    values.forEach((f, r) => {
      const { volume } = this.system.geometry.regions[r]!;
      if (f) for (let k = 0; k < f.length; k++) sum += volume[k]! * f[k]!;
    });
    return sum;
  }
  /** Volume of the regions where f exists. */
  volume(values: NodalValues): number {
    let sum = 0;
    values.forEach((f, r) => {
      if (f) for (const v of this.system.geometry.regions[r]!.volume) sum += v;
    });
    return sum;
  }

  regions<V>(make: (region: number) => V): V[] {
    return this.system.workspaces.map((_, r) => make(r));
  }

  /** Rate at which the node of a held value stores, while the value moves [amount/s]. */
  private storedAt(number: number, side: 0 | 1): number {
    if (!this.system.walls[side].terms.program.dependsOnTime) return 0;
    const step = 1e-6 * Math.max(1, Math.abs(this.time));
    const stored = [-step, step].map((shift) => {
      const moved = this.u.slice();
      this.system.hold(moved, this.time + shift);
      const amounts = new Float64Array(this.system.size);
      this.system.amounts(moved, this.time, amounts);
      return amounts[number]!;
    });
    this.system.gather(this.u);
    return (stored[1]! - stored[0]!) / (2 * step);
  }

  /** Evaluates the balance once per state, so that the raw rows of the walls belong to it. */
  private balance(): void {
    if (this.rowsKnown) return;
    this.system.residual(this.u, this.time, this.rows);
    this.rowsKnown = true;
  }

  private run(key: string, expression: (region: number) => Expression | undefined): NodalValues {
    let tapes = this.tapes.get(key);
    if (!tapes) {
      tapes = this.regions((r) => {
        const e = expression(r);
        return e && this.tape(r, e);
      });
      this.tapes.set(key, tapes);
    }
    for (const tape of tapes) tape?.run(this.time);
    return tapes.map((tape) => tape?.outputs[0]);
  }

  private tape(region: number, expression: Expression): Tape {
    const w = this.system.workspaces[region]!;
    const ids = w.terms.present.map((i) => this.formulation.system.unknowns[i]!.id);
    const gradients = ids.map((id) => (gradient(id) as { readonly name: string }).name);
    const program = new Program(['x', ...ids, ...gradients], [expression]);
    const tape = new Tape(program, [w.geometry.x, ...w.values, ...w.gradients], w.points);
    tape.setParameters(this.system.parameters);
    return tape;
  }
}
