/**
 * Expressions compiled to a tape: instructions over registers that each hold one number per point, run for all points in one call.
 * No code is generated at run time, so the tape works under a content security policy without `unsafe-eval`.
 */
import type { Expression } from './expression.js';
import { Graph, Level, type Value } from './graph.js';
import { kernelOf, type Kernel, type PointOperation } from './kernels.js';
import { binaryFunction, unaryFunction } from './scalar.js';
import { tableValue } from './table.js';

/** Values of parameters by name [SI]. */
export type ParameterValues = (name: string) => number;

/** An instruction on scalars: s[target] ← run(s). */
type ScalarInstruction = { readonly target: number; readonly run: (s: Float64Array) => number };
/** An instruction on registers; operands are numbers of registers, −1 where unused; `scalar` is the slot of the scalar operand or −1. */
export interface PointInstruction {
  readonly does: PointOperation;
  readonly target: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly scalar: number;
}
export type Output =
  | { readonly kind: 'scalar'; readonly slot: number; readonly level: Level }
  | { readonly kind: 'register'; readonly register: number }
  | { readonly kind: 'input'; readonly index: number };

/** What was compiled: shared by all tapes that run it. */
export class Program {
  readonly constants: readonly (readonly [slot: number, value: number])[];
  readonly parameters: readonly (readonly [slot: number, name: string])[];
  readonly byParameters: readonly ScalarInstruction[];
  readonly byTime: readonly ScalarInstruction[];
  readonly byPoint: readonly PointInstruction[];
  readonly outputs: readonly Output[];
  readonly timeSlots: readonly number[];
  readonly slots: number;
  /** Registers beyond the inputs. */
  readonly registers: number;
  /** Per output: the highest level that it depends on. */
  readonly levels: readonly Level[];
  private readonly graph: Graph;
  private readonly roots: readonly number[];

  /** `inputs` are the symbols that differ from point to point. */
  constructor(
    readonly inputs: readonly string[],
    expressions: readonly Expression[],
  ) {
    const graph = new Graph(inputs);
    const roots = expressions.map((e) => graph.number(e));
    [this.graph, this.roots] = [graph, roots];
    const used = reachable(graph, roots);
    const slotOf = new Int32Array(graph.values.length).fill(-1);
    const constants: (readonly [number, number])[] = [];
    const parameters: (readonly [number, string])[] = [];
    const timeSlots: number[] = [];
    const byParameters: ScalarInstruction[] = [];
    const byTime: ScalarInstruction[] = [];
    let slots = 0;
    for (const v of used) {
      const level = graph.levels[v]!;
      if (level === Level.point) continue;
      const slot = (slotOf[v] = slots++);
      const value = graph.values[v]!;
      if (value.kind === 'constant') constants.push([slot, value.value]);
      else if (value.kind === 'parameter') parameters.push([slot, value.name]);
      else if (value.kind === 'time') timeSlots.push(slot);
      else (level === Level.time ? byTime : byParameters).push({ target: slot, run: scalarRun(value, (o) => slotOf[o]!) });
    }
    [this.constants, this.parameters, this.timeSlots] = [constants, parameters, timeSlots];
    [this.byParameters, this.byTime] = [byParameters, byTime];
    this.slots = slots;
    const allocation = allocate(graph, used, roots, slotOf, inputs.length);
    this.byPoint = allocation.instructions;
    this.registers = allocation.registers;
    this.levels = roots.map((root) => graph.levels[root]!);
    this.outputs = roots.map((root): Output => {
      const value = graph.values[root]!;
      if (value.kind === 'input') return { kind: 'input', index: value.index };
      const slot = slotOf[root]!;
      return slot < 0 ? { kind: 'register', register: allocation.registerOf[root]! } : { kind: 'scalar', slot, level: graph.levels[root]! };
    });
  }
  /** Per output: does it depend on parameters and on the given inputs alone? */
  usesOnly(inputs: readonly string[]): readonly boolean[] {
    const { values, levels } = this.graph;
    const free = new Uint8Array(values.length);
    for (let v = 0; v < values.length; v++) {
      const value = values[v]!;
      if (levels[v]! <= Level.parameter) free[v] = 1;
      else if (value.kind === 'input') free[v] = inputs.includes(this.inputs[value.index]!) ? 1 : 0;
      else if (value.kind !== 'time') free[v] = this.graph.operands(v).every((o) => free[o] === 1) ? 1 : 0;
    }
    return this.roots.map((root) => free[root] === 1);
  }
  get dependsOnTime(): boolean {
    return this.timeSlots.length > 0;
  }
}

/** Numbers of all values that the roots need, operands before their users. */
function reachable(graph: Graph, roots: readonly number[]): number[] {
  const needed = new Uint8Array(graph.values.length);
  for (const root of roots) needed[root] = 1;
  const found: number[] = [];
  // Operands have lower numbers than their users.
  for (let v = needed.length - 1; v >= 0; v--) {
    if (needed[v] === 0) continue;
    found.push(v);
    const value = graph.values[v]!;
    if ('a' in value) needed[value.a] = 1;
    if ('b' in value) needed[value.b] = 1;
    if ('c' in value) needed[value.c] = 1;
  }
  return found.reverse();
}

function scalarRun(v: Value, slot: (number: number) => number): (s: Float64Array) => number {
  switch (v.kind) {
    case 'unary': {
      const [f, a] = [unaryFunction(v.operation), slot(v.a)];
      return (s) => f(s[a]!);
    }
    case 'binary': {
      const [f, a, b] = [binaryFunction(v.operation), slot(v.a), slot(v.b)];
      return (s) => f(s[a]!, s[b]!);
    }
    case 'select': {
      const [a, b, c] = [slot(v.a), slot(v.b), slot(v.c)];
      return (s) => (s[a] !== 0 ? s[b]! : s[c]!);
    }
    case 'table': {
      const a = slot(v.a);
      return (s) => tableValue(v.table, v.order, s[a]!);
    }
    default:
      return () => NaN;
  }
}

/** Instructions in order with registers that are used again after the last use of what they held. */
function allocate(graph: Graph, used: readonly number[], roots: readonly number[], slotOf: Int32Array, inputs: number) {
  const { values } = graph;
  const points = used.filter((v) => graph.levels[v] === Level.point && values[v]!.kind !== 'input');
  const lastUse = new Int32Array(values.length).fill(-1);
  points.forEach((v, at) => graph.operands(v).forEach((o) => (lastUse[o] = at)));
  for (const root of roots) lastUse[root] = points.length;
  const instructions: PointInstruction[] = [];
  const registerOf = new Int32Array(values.length).fill(-1);
  for (const v of used) {
    const value = values[v]!;
    if (value.kind === 'input') registerOf[v] = value.index;
  }
  const free: number[] = [];
  let registers = 0;
  const take = () => free.pop() ?? inputs + registers++;
  const temporary: number[] = [];
  const register = (o: number): number => {
    const known = registerOf[o]!;
    if (known >= 0) return known;
    const broadcast = take();
    temporary.push(broadcast);
    instructions.push({ does: { kind: 'fill' }, target: broadcast, a: -1, b: -1, c: -1, scalar: slotOf[o]! });
    return broadcast;
  };
  const instruction = (value: Value): Omit<PointInstruction, 'target'> | undefined => {
    switch (value.kind) {
      case 'unary':
        return { does: value, a: register(value.a), b: -1, c: -1, scalar: -1 };
      case 'table':
        return { does: value, a: register(value.a), b: -1, c: -1, scalar: -1 };
      case 'select':
        return { does: { kind: 'select' }, a: register(value.a), b: register(value.b), c: register(value.c), scalar: -1 };
      case 'binary': {
        const [sa, sb] = [slotOf[value.a]!, slotOf[value.b]!];
        if (sa >= 0)
          return { does: { kind: 'binary', operation: value.operation, operands: 'sv' }, a: register(value.b), b: -1, c: -1, scalar: sa };
        if (sb >= 0)
          return { does: { kind: 'binary', operation: value.operation, operands: 'vs' }, a: register(value.a), b: -1, c: -1, scalar: sb };
        return {
          does: { kind: 'binary', operation: value.operation, operands: 'vv' },
          a: register(value.a),
          b: register(value.b),
          c: -1,
          scalar: -1,
        };
      }
      default:
        return undefined;
    }
  };
  points.forEach((v, at) => {
    const made = instruction(values[v]!);
    if (!made) return;
    // Operands that end here give their registers back first: every kernel may write over what it reads.
    const operands = graph.operands(v);
    operands.forEach((o, k) => {
      const held = registerOf[o]!;
      if (held >= inputs && lastUse[o] === at && operands.indexOf(o) === k) free.push(held);
    });
    while (temporary.length > 0) free.push(temporary.pop()!);
    const target = take();
    registerOf[v] = target;
    instructions.push({ ...made, target });
  });
  return { instructions, registers, registerOf };
}

interface Bound {
  readonly kernel: Kernel;
  readonly d: Float64Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly c: Float64Array;
  readonly scalar: number;
}

/** The arrays of a tape. */
interface Memory {
  readonly outputs: readonly Float64Array[];
  readonly bound: readonly Bound[];
  readonly filledByTime: readonly (readonly [Float64Array, number])[];
  readonly filledByParameters: readonly (readonly [Float64Array, number])[];
}

/** A program with memory for a number of points, made when it is first used: where kernels run the program, it never is. */
export class Tape {
  /** What is the same at all points, by slot: of parameters, and of the time of the last run. */
  readonly scalars: Float64Array;
  /** Changes with the parameters. */
  stamp = 0;
  private made: Memory | undefined;

  /** `inputs[k]` holds the values of the program's k-th input; they are read at every run. */
  constructor(
    readonly program: Program,
    private readonly inputs: readonly Float64Array[],
    readonly points: number,
  ) {
    this.scalars = new Float64Array(program.slots);
    for (const [slot, value] of program.constants) this.scalars[slot] = value;
  }

  /** One array per output, `points` numbers each; an output that is an input is that input's own array. */
  get outputs(): readonly Float64Array[] {
    return this.memory().outputs;
  }

  private memory(): Memory {
    return (this.made ??= this.make());
  }
  private make(): Memory {
    const { program, inputs, points } = this;
    const unused = new Float64Array(0);
    const own = Array.from({ length: program.registers }, () => new Float64Array(points));
    const array = (register: number) =>
      register < 0 ? unused : register < inputs.length ? inputs[register]! : own[register - inputs.length]!;
    const bound = program.byPoint.map((i) => ({
      kernel: kernelOf(i.does),
      d: array(i.target),
      a: array(i.a),
      b: array(i.b),
      c: array(i.c),
      scalar: i.scalar,
    }));
    const filledByTime: (readonly [Float64Array, number])[] = [];
    const filledByParameters: (readonly [Float64Array, number])[] = [];
    const outputs = program.outputs.map((output) => {
      if (output.kind === 'input') return inputs[output.index]!;
      if (output.kind === 'register') return array(output.register);
      const filled = new Float64Array(points).fill(this.scalars[output.slot]!);
      (output.level === Level.time ? filledByTime : filledByParameters).push([filled, output.slot]);
      return filled;
    });
    return { outputs, bound, filledByTime, filledByParameters };
  }

  setParameters(values: ParameterValues): void {
    const s = this.scalars;
    for (const [slot, name] of this.program.parameters) s[slot] = values(name);
    for (const i of this.program.byParameters) s[i.target] = i.run(s);
    if (this.made) for (const [array, slot] of this.made.filledByParameters) array.fill(s[slot]!);
    this.stamp++;
  }

  /** Computes the scalars at time t [s]. */
  advance(t: number): void {
    if (!this.program.dependsOnTime) return;
    const s = this.scalars;
    for (const slot of this.program.timeSlots) s[slot] = t;
    for (const i of this.program.byTime) s[i.target] = i.run(s);
  }

  /** Computes all outputs at time t [s]. */
  run(t: number): void {
    const s = this.scalars;
    const { bound, filledByTime } = this.memory();
    this.advance(t);
    for (const [array, slot] of filledByTime) array.fill(s[slot]!);
    const n = this.points;
    for (let k = 0; k < bound.length; k++) {
      const i = bound[k]!;
      i.kernel(n, i.d, i.a, i.b, i.c, i.scalar < 0 ? 0 : s[i.scalar]!);
    }
  }
}
