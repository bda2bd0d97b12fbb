/** The expressions of a transport system compiled to programs, with their derivatives; independent of meshes and of parameter values. */
import { differentiator } from '../expression/derivative.js';
import { add, gradient, isConstant, multiply, negate, zero, type Expression } from '../expression/expression.js';
import { symbolsOf } from '../expression/evaluate.js';
import { Program } from '../expression/tape.js';
import type { EntrySelection } from './element-jacobian.js';
import { FittedTerms } from './fitted-flux.js';
import type { TransportSystem } from './system.js';

/** Output `output` of a program is the derivative of row `row` by column `column` (positions among the unknowns present). */
export interface Entry {
  readonly row: number;
  readonly column: number;
  readonly output: number;
}
/** Output `output` belongs to row `row`. */
export interface Row {
  readonly row: number;
  readonly output: number;
}

export interface RegionTerms {
  /** Indices of the unknowns present here; rows and columns below count in this list. */
  readonly present: readonly number[];
  /** F_i, then the sources that are not zero. Inputs of all programs: x, u_i …, ∇u_i …. */
  readonly balance: Program;
  readonly sources: readonly Row[];
  /** ∂F_i/∂u_j, ∂F_i/∂∇u_j, ∂S_i/∂u_j. */
  readonly jacobian: Program;
  readonly byValue: readonly Entry[];
  readonly byGradient: readonly Entry[];
  readonly sourceByValue: readonly Entry[];
  /** The same, told apart: those that depend on parameters and place only, and those that change from step to step. */
  readonly fixed: EntrySelection;
  readonly varying: EntrySelection;
  /** m_i and ∂m_i/∂u_j. */
  readonly storage: Program;
  readonly amounts: readonly Row[];
  readonly storageByValue: readonly Entry[];
  /** ∂F_i/∂t, ∂S_i/∂t, ∂m_i/∂t. */
  readonly rates: Program;
  readonly fluxRates: readonly Row[];
  readonly sourceRates: readonly Row[];
  readonly storageRates: readonly Row[];
  /** u_i(x) at the start; compiled when first asked for. */
  readonly initial: () => Program;
  /** What the fluxes of finite volumes need; compiled when first asked for. */
  readonly fitted: () => FittedTerms;
}

export interface WallTerms {
  /** Unknowns that have a condition here. */
  readonly present: readonly number[];
  /** One per unknown present: value or inward flux. Inputs: x, u_i …. */
  readonly program: Program;
  readonly kinds: readonly ('value' | 'flux' | 'closed')[];
  /** Derivatives by the unknowns at the wall: rows and columns count among the unknowns present. */
  readonly jacobian: Program;
  readonly byValue: readonly Entry[];
  readonly rates: Program;
  readonly rateRows: readonly Row[];
}

export interface SystemTerms {
  readonly system: TransportSystem;
  readonly regions: readonly RegionTerms[];
  readonly walls: readonly [WallTerms, WallTerms];
  /** m_i = M_i(x) u_i with M_i fixed: amounts change linearly, and one diagonal mass serves for all time. */
  readonly linearStorage: boolean;
  /** The Jacobian depends on parameters and place only. */
  readonly constantJacobian: boolean;
  /** Nothing depends on time explicitly. */
  readonly autonomous: boolean;
  /** Parameters that places depend on: where they change, everything that knows places is made anew. */
  readonly geometryParameters: readonly string[];
  /** Everything that may depend on time, for the corners. */
  readonly timed: readonly Expression[];
}

class Collector {
  readonly expressions: Expression[] = [];
  add(e: Expression): number {
    return this.expressions.push(e) - 1;
  }
}
/** Rows whose expression is not zero. */
const rowsOf = (c: Collector, list: readonly Expression[]): Row[] =>
  list.flatMap((e, row) => (isConstant(e, 0) ? [] : [{ row, output: c.add(e) }]));
const entriesOf = (c: Collector, rows: readonly Expression[], by: readonly ((e: Expression) => Expression)[]): Entry[] =>
  rows.flatMap((e, row) =>
    by.flatMap((derivative, column) => {
      const d = derivative(e);
      return isConstant(d, 0) ? [] : [{ row, column, output: c.add(d) }];
    }),
  );

export function compileTerms(system: TransportSystem): SystemTerms {
  const regions = system.regions.map((_, r) => regionTerms(system, r));
  const walls = [wallTerms(system, 0), wallTerms(system, 1)] as const;
  const allFixed = (p: Program, outputs: readonly { output: number }[]) => outputs.every(fixedOutputs(p));
  const linearStorage = regions.every(
    (r) => r.storageRates.length === 0 && r.storageByValue.every((s) => s.row === s.column) && allFixed(r.storage, r.storageByValue),
  );
  const constantJacobian =
    linearStorage &&
    regions.every((r) => allFixed(r.jacobian, [...r.byValue, ...r.byGradient, ...r.sourceByValue])) &&
    walls.every((w) => allFixed(w.jacobian, w.byValue)) &&
    !jointExpressions(system).some((e) => symbolsOf(e).has('t'));
  const timed = [
    ...system.regions.flatMap((r) => [...r.storage, ...r.drift, ...r.source, ...r.transport.flat()]),
    ...system.walls.flat().map((w) => (w.kind === 'value' ? w.value : w.inward)),
    ...jointExpressions(system),
  ].filter((e) => symbolsOf(e).has('t'));
  const places = [system.start, ...system.regions.map((region) => region.thickness)].flatMap((e) => [...symbolsOf(e)]);
  const geometryParameters = [...new Set(places)].filter((name) => name.startsWith('param ')).map((name) => name.slice(6));
  return { system, regions, walls, linearStorage, constantJacobian, autonomous: timed.length === 0, geometryParameters, timed };
}

export const jointExpressions = (system: TransportSystem): Expression[] =>
  system.joints.flat().flatMap((j) => (j.kind === 'partition' ? [j.ratio] : j.kind === 'resistance' ? [j.resistance] : []));

/** Tells which outputs depend on parameters and place alone. */
function fixedOutputs(p: Program): (entry: { readonly output: number }) => boolean {
  const known = p.usesOnly(['x']);
  return ({ output }) => known[output]!;
}

function regionTerms(system: TransportSystem, r: number): RegionTerms {
  const region = system.regions[r]!;
  const present = system.unknowns.map((_, i) => i).filter((i) => region.present[i]);
  const ids = present.map((i) => system.unknowns[i]!.id);
  const inputs = ['x', ...ids, ...ids.map((id) => `grad ${id}`)];
  const flux = present.map((i) =>
    add(...present.map((j) => negate(multiply(region.transport[i]![j]!, gradient(system.unknowns[j]!.id)))), region.drift[i]!),
  );
  const source = present.map((i) => region.source[i]!);
  const stored = present.map((i) => region.storage[i]!);
  const byUnknown = ids.map((id) => differentiator(id));
  const byGradientOf = ids.map((id) => differentiator(`grad ${id}`));
  const byTime = differentiator('t');

  const balance = new Collector();
  flux.forEach((f) => balance.add(f));
  const sources = rowsOf(balance, source);
  const jacobian = new Collector();
  const byValue = entriesOf(jacobian, flux, byUnknown);
  const byGradient = entriesOf(jacobian, flux, byGradientOf);
  const sourceByValue = entriesOf(jacobian, source, byUnknown);
  const storage = new Collector();
  const amounts = rowsOf(storage, stored);
  const storageByValue = entriesOf(storage, stored, byUnknown);
  const rates = new Collector();
  const fluxRates = rowsOf(rates, flux.map(byTime));
  const sourceRates = rowsOf(rates, source.map(byTime));
  const storageRates = rowsOf(rates, stored.map(byTime));
  const program = (c: Collector) => new Program(inputs, c.expressions);
  const jacobianProgram = program(jacobian);
  const isFixed = fixedOutputs(jacobianProgram);
  let [initial, fitted]: [Program | undefined, FittedTerms | undefined] = [undefined, undefined];
  const select = (keep: (entry: Entry) => boolean): EntrySelection => {
    const [slopes, values] = [byGradient.filter(keep), byValue.filter(keep)];
    const same = (a: Entry) => (b: Entry) => a.row === b.row && a.column === b.column;
    return {
      byGradient: slopes.map((entry) => ({ ...entry, byValue: values.find(same(entry))?.output ?? -1 })),
      byValueAlone: values.filter((entry) => !slopes.some(same(entry))),
      sourceByValue: sourceByValue.filter(keep),
    };
  };
  return {
    present,
    balance: program(balance),
    sources,
    jacobian: jacobianProgram,
    byValue,
    byGradient,
    sourceByValue,
    fixed: select(isFixed),
    varying: select((entry) => !isFixed(entry)),
    storage: program(storage),
    amounts,
    storageByValue,
    rates: program(rates),
    fluxRates,
    sourceRates,
    storageRates,
    initial: () =>
      (initial ??= new Program(
        ['x'],
        present.map((i) => region.initial[i]!),
      )),
    fitted: () => (fitted ??= new FittedTerms(system, r, present)),
  };
}

function wallTerms(system: TransportSystem, side: 0 | 1): WallTerms {
  const region = system.regions[side === 0 ? 0 : system.regions.length - 1]!;
  const present = system.unknowns.map((_, i) => i).filter((i) => region.present[i]);
  const ids = present.map((i) => system.unknowns[i]!.id);
  const inputs = ['x', ...ids];
  const conditions = present.map((i) => system.walls[side]![i]!);
  const expressions = conditions.map((c) => (c.kind === 'value' ? c.value : c.inward));
  const kinds = conditions.map((c) => (c.kind === 'value' ? 'value' : isConstant(c.inward, 0) ? 'closed' : 'flux'));
  const jacobian = new Collector();
  const byValue = entriesOf(
    jacobian,
    expressions,
    ids.map((id) => differentiator(id)),
  );
  const rates = new Collector();
  const rateRows = rowsOf(rates, expressions.map(differentiator('t')));
  return {
    present,
    program: new Program(inputs, expressions.length ? expressions : [zero]),
    kinds,
    jacobian: new Program(inputs, jacobian.expressions),
    byValue,
    rates: new Program(inputs, rates.expressions),
    rateRows,
  };
}
