/**
 * Value numbering: expressions become one graph in which equal values are computed once.
 * Every value has a level, so that what does not change from point to point is computed once per call, and what depends only on
 * parameters once per set of parameters.
 */
import { isConstant, type BinaryOperation, type Expression, type Table, type UnaryOperation } from './expression.js';
import { binaryValue, unaryValue } from './scalar.js';
import { tableValue } from './table.js';

export const Level = { constant: 0, parameter: 1, time: 2, point: 3 } as const;
export type Level = (typeof Level)[keyof typeof Level];

export type Value =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'input'; readonly index: number }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'time' }
  | { readonly kind: 'unary'; readonly operation: UnaryOperation; readonly a: number }
  | { readonly kind: 'binary'; readonly operation: BinaryOperation; readonly a: number; readonly b: number }
  | { readonly kind: 'select'; readonly a: number; readonly b: number; readonly c: number }
  | { readonly kind: 'table'; readonly table: Table; readonly order: 0 | 1 | 2; readonly a: number };

/** Keys of pairs of values stay whole numbers below 2⁵³ up to this many values. */
const mostValues = 2 ** 26;

/** Largest whole exponent that is written out as products; `a ** b` costs some 20 multiplications. */
const largestWrittenPower = 8;

export class Graph {
  readonly values: Value[] = [];
  readonly levels: Level[] = [];
  private readonly known = new Map<Expression, number>();
  private readonly symbols = new Map<string, number>();
  private readonly constants = new Map<number, number>();
  private minusZero = -1;
  /** Per operation: its value by the numbers of its operands. */
  private readonly applied = new Map<UnaryOperation | BinaryOperation, Map<number, number>>();
  /** Conditions and tables, by their operands in words. */
  private readonly others = new Map<string, number>();
  private readonly tables = new Map<Table, number>();

  constructor(private readonly inputs: readonly string[]) {}

  /** Number of the value of an expression. */
  number(e: Expression): number {
    const known = this.known.get(e);
    if (known !== undefined) return known;
    const number = this.compute(e);
    this.known.set(e, number);
    return number;
  }

  operands(number: number): readonly number[] {
    const v = this.values[number]!;
    switch (v.kind) {
      case 'unary':
      case 'table':
        return [v.a];
      case 'binary':
        return [v.a, v.b];
      case 'select':
        return [v.a, v.b, v.c];
      default:
        return [];
    }
  }

  private compute(e: Expression): number {
    switch (e.kind) {
      case 'constant':
        return this.constant(e.value);
      case 'symbol':
        return this.symbol(e.name);
      case 'unary':
        return this.unary(e.operation, this.number(e.operand));
      case 'binary':
        if (
          e.operation === 'power' &&
          isConstant(e.right) &&
          Number.isInteger(e.right.value) &&
          Math.abs(e.right.value) <= largestWrittenPower
        )
          return this.wholePower(this.number(e.left), e.right.value);
        return this.binary(e.operation, this.number(e.left), this.number(e.right));
      case 'select': {
        const condition = this.number(e.condition);
        const fixed = this.values[condition]!;
        if (fixed.kind === 'constant') return this.number(fixed.value !== 0 ? e.whenTrue : e.whenFalse);
        const [b, c] = [this.number(e.whenTrue), this.number(e.whenFalse)];
        if (b === c) return b;
        const level = Math.max(this.levels[condition]!, this.levels[b]!, this.levels[c]!) as Level;
        return once(this.others, `? ${condition} ${b} ${c}`, () => this.push({ kind: 'select', a: condition, b, c }, level));
      }
      case 'table': {
        const a = this.number(e.argument);
        const fixed = this.values[a]!;
        if (fixed.kind === 'constant') return this.constant(tableValue(e.table, e.order, fixed.value));
        if (!this.tables.has(e.table)) this.tables.set(e.table, this.tables.size);
        const key = `table ${this.tables.get(e.table)} ${e.order} ${a}`;
        return once(this.others, key, () => this.push({ kind: 'table', table: e.table, order: e.order, a }, this.levels[a]!));
      }
    }
  }

  private constant(value: number): number {
    // −0 and 0 are told apart: 1/x differs.
    if (Object.is(value, -0))
      return this.minusZero < 0 ? (this.minusZero = this.push({ kind: 'constant', value }, Level.constant)) : this.minusZero;
    return once(this.constants, value, () => this.push({ kind: 'constant', value }, Level.constant));
  }

  /** A symbol that nobody gives a value is NaN: the run then ends with "not finite" instead of a wrong number. */
  private symbol(name: string): number {
    const index = this.inputs.indexOf(name);
    if (index >= 0) return once(this.symbols, name, () => this.push({ kind: 'input', index }, Level.point));
    if (name === 't') return once(this.symbols, name, () => this.push({ kind: 'time' }, Level.time));
    if (name.startsWith('param '))
      return once(this.symbols, name, () => this.push({ kind: 'parameter', name: name.slice(6) }, Level.parameter));
    return this.constant(NaN);
  }

  private unary(operation: UnaryOperation, a: number): number {
    const v = this.values[a]!;
    if (v.kind === 'constant') return this.constant(unaryValue(operation, v.value));
    if (operation === 'negate') {
      if (v.kind === 'unary' && v.operation === 'negate') return v.a;
      // A sign costs nothing where a scalar or a difference can take it.
      if (v.kind === 'binary' && v.operation === 'subtract') return this.binary('subtract', v.b, v.a);
      if (v.kind === 'binary' && v.operation === 'multiply' && this.levels[v.a]! < Level.point && this.levels[a] === Level.point)
        return this.binary('multiply', this.unary('negate', v.a), v.b);
    }
    return once(this.of(operation), a, () => this.push({ kind: 'unary', operation, a }, this.levels[a]!));
  }

  private binary(operation: BinaryOperation, a: number, b: number): number {
    const [va, vb] = [this.values[a]!, this.values[b]!];
    if (va.kind === 'constant' && vb.kind === 'constant') return this.constant(binaryValue(operation, va.value, vb.value));
    const is = (v: Value, value: number) => v.kind === 'constant' && v.value === value;
    const negated = (v: Value) => (v.kind === 'unary' && v.operation === 'negate' ? v.a : undefined);
    switch (operation) {
      case 'add':
        if (is(va, 0)) return b;
        if (is(vb, 0)) return a;
        if (negated(vb) !== undefined) return this.binary('subtract', a, negated(vb)!);
        if (negated(va) !== undefined) return this.binary('subtract', b, negated(va)!);
        break;
      case 'subtract':
        if (is(vb, 0)) return a;
        if (is(va, 0)) return this.unary('negate', b);
        if (negated(vb) !== undefined) return this.binary('add', a, negated(vb)!);
        break;
      case 'multiply':
        if (is(va, 0) || is(vb, 0)) return this.constant(0);
        if (is(va, 1)) return b;
        if (is(vb, 1)) return a;
        if (is(va, -1)) return this.unary('negate', b);
        if (is(vb, -1)) return this.unary('negate', a);
        // Signs of what differs from point to point go outwards, where sums and scalars swallow them.
        if (this.levels[a] === Level.point && negated(va) !== undefined)
          return this.unary('negate', this.binary('multiply', negated(va)!, b));
        if (this.levels[b] === Level.point && negated(vb) !== undefined)
          return this.unary('negate', this.binary('multiply', a, negated(vb)!));
        // Scalars first, so that (s·v)·s' becomes (s·s')·v.
        if (this.levels[a] === Level.point && this.levels[b]! < Level.point) return this.binary('multiply', b, a);
        if (this.levels[a]! < Level.point && vb.kind === 'binary' && vb.operation === 'multiply' && this.levels[vb.a]! < Level.point)
          return this.binary('multiply', this.binary('multiply', a, vb.a), vb.b);
        break;
      case 'divide':
        if (is(vb, 1)) return a;
        if (this.levels[a] === Level.point && negated(va) !== undefined)
          return this.unary('negate', this.binary('divide', negated(va)!, b));
        // A product with the reciprocal of a scalar: the division then happens once, not at every point.
        if (this.levels[a] === Level.point && this.levels[b]! < Level.point)
          return this.binary('multiply', this.binary('divide', this.constant(1), b), a);
        break;
      case 'power':
        if (is(vb, 0.5)) return this.unary('sqrt', a);
        break;
    }
    const commutative = operation === 'add' || operation === 'multiply' || operation === 'minimum' || operation === 'maximum';
    if (commutative && this.levels[a] === this.levels[b] && a > b) [a, b] = [b, a];
    const level = Math.max(this.levels[a]!, this.levels[b]!) as Level;
    return once(this.of(operation), a * mostValues + b, () => this.push({ kind: 'binary', operation, a, b }, level));
  }

  private wholePower(base: number, exponent: number): number {
    if (exponent < 0) return this.binary('divide', this.constant(1), this.wholePower(base, -exponent));
    if (exponent === 0) return this.constant(1);
    if (exponent === 1) return base;
    const half = this.wholePower(base, exponent >> 1);
    const square = this.binary('multiply', half, half);
    return exponent % 2 ? this.binary('multiply', square, base) : square;
  }

  private of(operation: UnaryOperation | BinaryOperation): Map<number, number> {
    return once(this.applied, operation, () => new Map<number, number>());
  }

  private push(value: Value, level: Level): number {
    this.levels.push(level);
    return this.values.push(value) - 1;
  }
}

function once<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
