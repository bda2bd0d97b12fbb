/**
 * Programs over registers, two points per operation: what `solver/expression/tape.ts` runs, which is its oracle. Registers have room for
 * an even number of points; what stands behind the last one means nothing.
 */
import * as does from '../operations';
import { call, exp, log, pow } from './host';

/** Bytes of an instruction. */
const step: usize = does.instructionLength << 2;

export function run(program: usize, count: i32, points: i32): void {
  const bytes = (<usize>points) << 3;
  for (let k = 0; k < count; k++, program += step) {
    const d = <usize>load<i32>(program, 4);
    const a = <usize>load<i32>(program, 8);
    const b = <usize>load<i32>(program, 12);
    const s = <usize>load<i32>(program, 20);
    switch (load<i32>(program)) {
      case does.fill: {
        const x = v128.load64_splat(s);
        for (let i: usize = 0; i < bytes; i += 16) v128.store(d + i, x);
        break;
      }
      case does.select: {
        const c = <usize>load<i32>(program, 16);
        const zero = f64x2.splat(0);
        for (let i: usize = 0; i < bytes; i += 16)
          v128.store(d + i, v128.bitselect(v128.load(b + i), v128.load(c + i), f64x2.ne(v128.load(a + i), zero)));
        break;
      }
      case does.addVectors:
        for (let i: usize = 0; i < bytes; i += 16) v128.store(d + i, f64x2.add(v128.load(a + i), v128.load(b + i)));
        break;
      case does.addScalar: {
        const x = v128.load64_splat(s);
        for (let i: usize = 0; i < bytes; i += 16) v128.store(d + i, f64x2.add(v128.load(a + i), x));
        break;
      }
      case does.subtractVectors:
        for (let i: usize = 0; i < bytes; i += 16) v128.store(d + i, f64x2.sub(v128.load(a + i), v128.load(b + i)));
        break;
      case does.subtractScalar: {
        const x = v128.load64_splat(s);
        for (let i: usize = 0; i < bytes; i += 16) v128.store(d + i, f64x2.sub(v128.load(a + i), x));
        break;
      }
      case does.subtractFromScalar: {
        const x = v128.load64_splat(s);
        for (let i: usize = 0; i < bytes; i += 16) v128.store(d + i, f64x2.sub(x, v128.load(a + i)));
        break;
      }
      case does.multiplyVectors:
        for (let i: usize = 0; i < bytes; i += 16) v128.store(d + i, f64x2.mul(v128.load(a + i), v128.load(b + i)));
        break;
      case does.multiplyScalar: {
        const x = v128.load64_splat(s);
        for (let i: usize = 0; i < bytes; i += 16) v128.store(d + i, f64x2.mul(v128.load(a + i), x));
        break;
      }
      case does.divideVectors:
        for (let i: usize = 0; i < bytes; i += 16) v128.store(d + i, f64x2.div(v128.load(a + i), v128.load(b + i)));
        break;
      case does.divideScalarBy: {
        const x = v128.load64_splat(s);
        for (let i: usize = 0; i < bytes; i += 16) v128.store(d + i, f64x2.div(x, v128.load(a + i)));
        break;
      }
      case does.negate:
        for (let i: usize = 0; i < bytes; i += 16) v128.store(d + i, f64x2.neg(v128.load(a + i)));
        break;
      case does.squareRoot:
        for (let i: usize = 0; i < bytes; i += 16) v128.store(d + i, f64x2.sqrt(v128.load(a + i)));
        break;
      case does.exponential:
        for (let i: usize = 0; i < bytes; i += 8) store<f64>(d + i, exp(load<f64>(a + i)));
        break;
      case does.logarithm:
        for (let i: usize = 0; i < bytes; i += 8) store<f64>(d + i, log(load<f64>(a + i)));
        break;
      case does.powerScalar: {
        const x = load<f64>(s);
        for (let i: usize = 0; i < bytes; i += 8) store<f64>(d + i, pow(load<f64>(a + i), x));
        break;
      }
      case does.callVector: {
        const f = load<i32>(program, 16);
        for (let i: usize = 0; i < bytes; i += 8) store<f64>(d + i, call(f, load<f64>(a + i), 0));
        break;
      }
      case does.callVectors: {
        const f = load<i32>(program, 16);
        for (let i: usize = 0; i < bytes; i += 8) store<f64>(d + i, call(f, load<f64>(a + i), load<f64>(b + i)));
        break;
      }
      case does.callVectorScalar: {
        const f = load<i32>(program, 16);
        const x = load<f64>(s);
        for (let i: usize = 0; i < bytes; i += 8) store<f64>(d + i, call(f, load<f64>(a + i), x));
        break;
      }
      case does.callScalarVector: {
        const f = load<i32>(program, 16);
        const x = load<f64>(s);
        for (let i: usize = 0; i < bytes; i += 8) store<f64>(d + i, call(f, x, load<f64>(a + i)));
        break;
      }
    }
  }
}
