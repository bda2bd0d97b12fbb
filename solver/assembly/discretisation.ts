/**
 * A transport system on a mesh: the equations M(u) u' = R(u, t) that time steps and Newton iterations see.
 *
 *     R_i = Σ_e Σ_j ω_j area_j D_ji F_j + Σ_j volume_j S_j + area · (flux let in at walls)
 *
 * The columns of D sum to zero, so Σ_i R_i is what walls and sources let in, to rounding: every balance closes.
 * The row of a value held at a wall is `value − u`; its raw row is minus the wall flux, which is superconvergent.
 */
import { symbolsOf } from '../expression/evaluate.js';
import type { ParameterValues } from '../expression/tape.js';
import { Tenancy } from '../kernels/tenancy.js';
import { Factors } from '../linear/factors.js';
import { basis, type Basis } from '../mesh/basis.js';
import { layout, type Front, type Layout } from '../mesh/layout.js';
import type { Mesh } from '../mesh/mesh.js';
import { addElementJacobian, scaleEntries } from './element-jacobian.js';
import { FittedFlux } from './fitted-flux.js';
import { geometry, type Geometry } from './geometry.js';
import { Joints } from './joints.js';
import { ResidentElements } from './resident-elements.js';
import { Storage } from './storage.js';
import { jointExpressions, type SystemTerms } from './terms.js';
import { Wall } from './walls.js';
import { Workspace } from './workspace.js';

export class Discretisation {
  readonly basis: Basis;
  readonly layout: Layout;
  readonly fronts: readonly Front[];
  readonly size: number;
  readonly geometry: Geometry;
  readonly workspaces: readonly Workspace[];
  readonly walls: readonly [Wall, Wall];
  readonly storage: Storage;
  /** Share of each number in the volume of its unknown, divided by the number of unknowns: weights of the error norm. */
  readonly weights: Float64Array;
  readonly autonomous: boolean;
  readonly linearStorage: boolean;
  readonly constantJacobian: boolean;
  factorisations = 0;
  /** Changes with every factorisation: tells whether the factors at hand are still those of an earlier one. */
  stamp = 0;
  /** What of J never changes for given parameters; absent until it is asked for, and where there is nothing. */
  private fixedJ: Float64Array | undefined;
  private fixedKnown = false;
  private values: ParameterValues;

  /** The system in the memory of the kernels. */
  readonly tenancy = new Tenancy();
  private readonly factors: Factors;
  /** The elements where kernels compute them. */
  private readonly resident: ResidentElements | undefined;
  private readonly joints: Joints;
  private readonly timedJoints: boolean;
  private readonly fitted: readonly FittedFlux[];
  private readonly scratch: readonly [Float64Array, Float64Array];

  constructor(
    readonly terms: SystemTerms,
    readonly mesh: Mesh,
    parameters: ParameterValues,
  ) {
    this.values = parameters;
    const { system } = terms;
    this.basis = basis(mesh.order);
    this.layout = layout(
      system,
      mesh.order,
      mesh.edges.map((edges) => edges.length - 1),
    );
    this.fronts = this.layout.elements.map((e) => e.front);
    this.size = this.layout.size;
    this.geometry = geometry(system, mesh.order, mesh.edges, parameters);
    this.workspaces = terms.regions.map((t, r) => new Workspace(t, this.basis, this.layout.byRegion[r]!, this.geometry.regions[r]!));
    const last = this.geometry.regions.length - 1;
    this.walls = [
      new Wall(terms.walls[0], this.layout, 0, this.geometry.regions[0]!.from, this.geometry.wallAreas[0]),
      new Wall(terms.walls[1], this.layout, 1, this.geometry.regions[last]!.to, this.geometry.wallAreas[1]),
    ];
    const held = new Set(this.walls.flatMap((w) => w.numbers.filter((_, v) => w.terms.kinds[v] === 'value')));
    this.timedJoints = jointExpressions(system).some((e) => symbolsOf(e).has('t'));
    this.linearStorage = terms.linearStorage && !this.timedJoints;
    this.storage = new Storage(this.linearStorage, this.layout, this.workspaces, held);
    this.joints = new Joints(system, this.layout, this.geometry.jointAreas);
    this.autonomous = terms.autonomous;
    this.constantJacobian = terms.constantJacobian && mesh.scheme === 'spectral elements';
    this.factors = new Factors(this.fronts, this.size, this.tenancy);
    this.scratch = [new Float64Array(this.size), new Float64Array(this.size)];
    this.resident =
      mesh.scheme === 'spectral elements' ? new ResidentElements(this.workspaces, this.size, this.factors, this.tenancy) : undefined;
    this.fitted = mesh.scheme === 'finite volumes' ? this.workspaces.map((w) => new FittedFlux(w, w.terms.fitted())) : [];
    this.bind(parameters);
    this.weights = this.normWeights();
  }

  get parameters(): ParameterValues {
    return this.values;
  }

  /** The same system and mesh for other values of the parameters. False where these move places: then a new one has to be made. */
  rebind(parameters: ParameterValues): boolean {
    if (this.terms.geometryParameters.some((name) => parameters(name) !== this.values(name))) return false;
    this.bind(parameters);
    return true;
  }

  private bind(parameters: ParameterValues): void {
    this.values = parameters;
    for (const w of this.workspaces) w.setParameters(parameters);
    for (const wall of this.walls) wall.setParameters(parameters);
    for (const flux of this.fitted) flux.setParameters(parameters);
    this.joints.setParameters(parameters);
    this.setEntries(0);
    this.storage.forget();
    this.fixedKnown = false;
    this.factorisations = 0;
  }

  /** Initial values of the regions; a node shared by two of them takes the value that keeps the amount of both. */
  initial(): Float64Array {
    const u = new Float64Array(this.size);
    const shares = new Float64Array(this.size);
    const n = this.basis.order + 1;
    this.workspaces.forEach((w) => {
      const initial = w.initial(this.parameters);
      initial.forEach((values, v) => w.values[v]!.set(values));
      w.storage.run(0);
      for (let v = 0; v < w.width; v++) {
        const own = w.terms.storageByValue.find((s) => s.row === v && s.column === v);
        const slope = own && w.storage.outputs[own.output]!;
        w.elements.forEach((element, e) => {
          for (let j = 0; j < n; j++) {
            const number = element.numbers[j * w.width + v]!;
            const k = e * n + j;
            // The axis of a cylinder or sphere has no volume, and some unknowns have no storage: any weight does there.
            const share = w.geometry.volume[k]! * (slope?.[k] || 1) || 1;
            u[number] = u[number]! + share * initial[v]![k]!;
            shares[number] = shares[number]! + share * (k === 0 ? w.entry[v]! : 1);
          }
        });
      }
    });
    for (let i = 0; i < u.length; i++) u[i] = u[i]! / shares[i]!;
    return u;
  }

  /** Puts the values held at walls into u. */
  hold(u: Float64Array, t: number): void {
    for (const wall of this.walls) wall.hold(u, t);
  }

  gather(u: Float64Array): void {
    for (const w of this.workspaces) w.gather(u);
  }

  /** out ← R(u, t). */
  residual(u: Float64Array, t: number, out: Float64Array): void {
    if (this.timedJoints) this.setEntries(t);
    if (!this.resident?.balance(u, t, out)) {
      out.fill(0);
      this.workspaces.forEach((w, r) => {
        w.gather(u);
        w.differentiate();
        w.balance.run(t);
        const flux = this.fitted[r]?.fluxes(t) ?? w.balance.outputs;
        for (let v = 0; v < w.width; v++) w.addDivergence(v, flux[v]!, out);
        for (const { row, output } of w.terms.sources) w.addVolume(row, w.balance.outputs[output]!, out);
      });
    }
    this.joints.addTo(u, t, out);
    for (const wall of this.walls) wall.addTo(u, t, out);
  }

  /** J ← ∂R/∂u and M(u). */
  linearise(u: Float64Array, t: number): void {
    if (this.timedJoints) this.setEntries(t);
    const fixed = this.fixedJacobian(t);
    this.gather(u);
    const J = this.factors.jacobian();
    if (fixed) J.set(fixed);
    else J.fill(0);
    if (!this.resident?.addJacobian(u, t)) {
      this.workspaces.forEach((w, r) => {
        w.differentiate();
        w.jacobian.run(t);
        if (this.fitted[r]) this.fitted[r].addJacobian(t, J);
        else {
          addElementJacobian(w, w.terms.varying, J);
          scaleEntries(w, J);
        }
      });
    }
    this.storage.refresh(t);
    this.joints.addJacobian(t, J);
    for (const wall of this.walls) wall.addJacobian(u, t, J);
  }

  /** What of the Jacobian the elements add for parameters and place alone, computed once. */
  private fixedJacobian(t: number): Float64Array | undefined {
    if (this.fixedKnown) return this.fixedJ;
    this.fixedKnown = true;
    const some = this.workspaces.filter(({ terms }) =>
      Object.values(terms.fixed).some((entries: readonly unknown[]) => entries.length > 0),
    );
    if (some.length === 0 || this.fitted.length > 0) return (this.fixedJ = undefined);
    this.fixedJ ??= new Float64Array(this.layout.frontsLength);
    this.fixedJ.fill(0);
    for (const w of some) {
      w.jacobian.run(t);
      addElementJacobian(w, w.terms.fixed, this.fixedJ);
    }
    return this.fixedJ;
  }

  /** out ← ∂R/∂t at fixed u. `scale` is a time over which data changes little [s]. */
  rate(u: Float64Array, t: number, scale: number, out: Float64Array): void {
    if (this.timedJoints || this.fitted.length > 0) return this.differenceInTime(u, t, scale, out);
    out.fill(0);
    for (const w of this.workspaces) {
      if (w.terms.fluxRates.length + w.terms.sourceRates.length === 0) continue;
      w.gather(u);
      w.differentiate();
      w.rates.run(t);
      for (const { row, output } of w.terms.fluxRates) w.addDivergence(row, w.rates.outputs[output]!, out);
      for (const { row, output } of w.terms.sourceRates) w.addVolume(row, w.rates.outputs[output]!, out);
    }
    this.joints.addRates(u, t, out);
    for (const wall of this.walls) wall.addRates(u, t, out);
  }

  /** Joints that change in time move the values behind them: the one case where a difference is simpler than its derivative. */
  private differenceInTime(u: Float64Array, t: number, scale: number, out: Float64Array): void {
    const step = 1e-4 * scale;
    const [before] = this.scratch;
    this.residual(u, t - step, before);
    this.residual(u, t + step, out);
    for (let i = 0; i < out.length; i++) out[i] = (out[i]! - before[i]!) / (2 * step);
  }

  /** out ← amounts m(u) · volume, in the row of each unknown. */
  amounts(u: Float64Array, t: number, out: Float64Array): void {
    if (this.timedJoints) this.setEntries(t);
    this.gather(u);
    this.storage.amounts(t, out);
  }
  /** out ← ∂/∂t of the amounts at fixed u. */
  amountRates(u: Float64Array, t: number, scale: number, out: Float64Array): void {
    if (this.timedJoints) {
      const step = 1e-4 * scale;
      const [before] = this.scratch;
      this.amounts(u, t - step, before);
      this.amounts(u, t + step, out);
      for (let i = 0; i < out.length; i++) out[i] = (out[i]! - before[i]!) / (2 * step);
      return;
    }
    this.gather(u);
    this.storage.amountRates(t, out);
  }

  /** Factors c M − J. Returns −1, or the number of an unknown whose pivot vanished. */
  factor(c: number): number {
    this.factorisations++;
    this.stamp++;
    this.storage.addShift(c, this.factors.negated());
    return this.factors.factor();
  }
  /** b ← (c M − J)⁻¹ b. */
  solve(b: Float64Array): void {
    this.factors.solve(b);
  }
  /** Changes the matrix before it is factored (rows of pinned unknowns). */
  factorWith(c: number, change: (A: Float64Array) => void): number {
    this.factorisations++;
    this.stamp++;
    const A = this.factors.negated();
    this.storage.addShift(c, A);
    change(A);
    return this.factors.factor();
  }

  private setEntries(t: number): void {
    this.workspaces.forEach((w, r) => w.entry.set(this.joints.entry(r, t)));
    this.resident?.enter();
  }

  private normWeights(): Float64Array {
    const weights = new Float64Array(this.size);
    const totals = new Float64Array(this.terms.system.unknowns.length);
    for (const w of this.workspaces) {
      const ones = new Float64Array(w.points).fill(1);
      for (let v = 0; v < w.width; v++) w.addVolume(v, ones, weights);
    }
    for (let i = 0; i < this.size; i++) totals[this.layout.unknownOf[i]!] = totals[this.layout.unknownOf[i]!]! + weights[i]!;
    for (let i = 0; i < this.size; i++) weights[i] = weights[i]! / totals[this.layout.unknownOf[i]!]! / totals.length;
    return weights;
  }
}
