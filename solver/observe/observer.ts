/** Reads fields and fluxes off one state of a discretised system. Set the state with `look`, then ask. */
import type { Discretisation } from '../assembly/discretisation.js';
import { storageRates, wallInflow } from '../assembly/wall-inflow.js';
import { evaluate } from '../expression/evaluate.js';
import { isConstant, type Expression } from '../expression/expression.js';
import { Tape, type ParameterValues, type Program } from '../expression/tape.js';
import type { Formula } from '../formula.js';
import type { Formulation } from '../physics/formulation.js';
import type { Readings } from './readings.js';

/** Values at all local nodes of each region; undefined where the field does not exist. */
export type NodalValues = readonly (Float64Array | undefined)[];

export class Observer {
  /** Time of the state looked at [s]; 0 for a steady state. */
  time = 0;
  readonly formulation: Formulation;
  private u: Float64Array = new Float64Array(0);
  private steady = true;
  /** Is the state the initial one as the model gives it? */
  private given = false;
  /** Values of the parameters that the tapes have. */
  private bound: ParameterValues;
  private readonly tapes = new Map<readonly (Program | undefined)[], readonly (Tape | undefined)[]>();
  private readonly inflows: [Float64Array | undefined, Float64Array | undefined] = [undefined, undefined];

  constructor(
    readonly readings: Readings,
    readonly system: Discretisation,
  ) {
    this.formulation = readings.formulation;
    this.bound = system.parameters;
  }

  /** From now on everything is read off u at time t; null for a steady state. */
  look(u: Float64Array, t: number | null): void {
    [this.u, this.time, this.steady] = [u, t ?? 0, t === null];
    if (this.bound !== this.system.parameters) {
      this.bound = this.system.parameters;
      for (const tapes of this.tapes.values()) for (const tape of tapes) tape?.setParameters(this.bound);
    }
    this.given = false;
    this.inflows.fill(undefined);
    this.system.gather(u);
    for (const w of this.system.workspaces) w.differentiate();
  }

  /** The state at t = 0 as the model gives it: not even a node that two regions share differs from what its region says. */
  lookAtStart(u: Float64Array): void {
    this.look(u, 0);
    this.given = true;
    this.takeGiven();
  }
  private takeGiven(): void {
    this.system.workspaces.forEach((w, r) => {
      const region = this.system.terms.system.regions[r]!;
      const given = w.initial(this.system.parameters);
      w.terms.present.forEach((unknown, v) => {
        // What has no storage follows the rest at once.
        if (!isConstant(region.storage[unknown]!, 0)) w.values[v]!.set(given[v]!);
      });
      w.differentiate();
    });
  }

  /** A formula without functionals at all nodes. The arrays are overwritten by the next call for the same formula. */
  nodal(formula: Formula): NodalValues {
    return this.run(this.readings.ofFormula(formula));
  }
  /** Expressions given per region at all nodes; `key` names them among everything that is asked of this formulation. */
  nodalOf(key: string, expressions: readonly (Expression | undefined)[]): NodalValues {
    return this.run(this.readings.ofExpressions(key, expressions));
  }

  /** All fields of the formulation at all nodes, in its order. */
  fields(): readonly NodalValues[] {
    const { programs, outputs } = this.readings.ofFields();
    const tapes = this.ran(programs);
    return outputs.map((byRegion) => byRegion.map((output, r) => (output < 0 ? undefined : tapes[r]?.outputs[output])));
  }

  /** Value of an expression in which nothing depends on place or state; `parameters` may know more than the model's. */
  scalar(expression: Expression, parameters = this.system.parameters): number {
    return evaluate(expression, (symbol) => (symbol === 't' ? this.time : symbol.startsWith('param ') ? parameters(symbol.slice(6)) : NaN));
  }

  /** Total flux of an unknown INTO the domain through a wall, per area. */
  inflow(unknown: number, side: 0 | 1): number {
    const { area } = this.system.walls[side];
    return area === 0 ? 0 : this.totalInflow(unknown, side) / area;
  }
  /** The same times the area of the wall. */
  totalInflow(unknown: number, side: 0 | 1): number {
    const known = this.inflows[side];
    if (known) return known[unknown]!;
    const found = wallInflow(this.system, this.u, this.steady ? null : this.time, side);
    this.inflows[side] = found;
    // The balance at the wall reads the state itself.
    if (this.given) this.takeGiven();
    return found[unknown]!;
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
  /** d/dt ∫ m_i dV. */
  storageRate(unknown: number): number {
    const rates = storageRates(this.system, this.u, this.time);
    let sum = 0;
    for (let i = 0; i < rates.length; i++) if (this.system.layout.unknownOf[i] === unknown) sum += rates[i]!;
    return sum;
  }

  /** Largest flux of an unknown inside, times the area of the larger wall. */
  largestFlux(unknown: number): number {
    const area = Math.max(this.system.walls[0].area, this.system.walls[1].area);
    let largest = 0;
    for (const w of this.system.workspaces) {
      const v = w.terms.present.indexOf(unknown);
      if (v < 0) continue;
      w.balance.run(this.time);
      for (const f of w.balance.outputs[v]!) largest = Math.max(largest, Math.abs(f));
    }
    return largest * area;
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

  private run(programs: readonly (Program | undefined)[]): NodalValues {
    return this.ran(programs).map((tape) => tape?.outputs[0]);
  }

  /** Tapes of the programs, run on the state looked at. */
  private ran(programs: readonly (Program | undefined)[]): readonly (Tape | undefined)[] {
    let tapes = this.tapes.get(programs);
    if (!tapes) {
      tapes = programs.map((program, r) => {
        const w = this.system.workspaces[r]!;
        if (!program) return undefined;
        const tape = new Tape(program, [w.geometry.x, ...w.values, ...w.gradients], w.points);
        tape.setParameters(this.bound);
        return tape;
      });
      this.tapes.set(programs, tapes);
    }
    for (const tape of tapes) tape?.run(this.time);
    return tapes;
  }
}
