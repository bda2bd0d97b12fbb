import { describe, expect, it } from 'vitest';
import { buildCall } from '../../solver/expression/calls.js';
import { corners } from '../../solver/expression/corners.js';
import { add, constant, multiply, parameter, symbol, tabulated, time, type Expression } from '../../solver/expression/expression.js';

const call = (name: Parameters<typeof buildCall>[0], ...args: (Expression | number)[]) =>
  buildCall(name, [time, ...args.map((a) => (typeof a === 'number' ? constant(a) : a))]);
const found = (e: Expression, end = 100) => corners([e], (name) => ({ start: 7 })[name] ?? NaN, end);

describe('corners', () => {
  it('of steps, ramps and pulses are where they begin and end', () => {
    expect(found(call('step', 3))).toEqual([3]);
    expect(found(call('ramp', parameter('start'), 5))).toEqual([7, 12]);
    expect(found(call('pulse', 10, 2.5))).toEqual([10, 12.5]);
  });
  it('of a period are its multiples, with what happens inside each', () => {
    expect(found(call('periodic', 40))).toEqual([40, 80]);
    const repeated = buildCall('step', [call('periodic', 40), constant(10)]);
    expect(found(repeated)).toEqual([10, 40, 50, 80, 90].map((t) => expect.closeTo(t, 9)));
  });
  it('of conditions that bend are found by search', () => {
    const wave = buildCall('sin', [multiply(constant(0.1), time)]);
    expect(found(buildCall('max', [wave, constant(0)]))).toEqual(
      [10 * Math.PI, 20 * Math.PI, 30 * Math.PI].map((t) => expect.closeTo(t, 6)),
    );
  });
  it('of a table over time are its points', () => {
    expect(found(tabulated({ abscissae: [0, 20, 30, 200], ordinates: [0, 1, 0, 2] }, time))).toEqual([20, 30]);
  });
  it('are none where the state decides', () => {
    expect(found(add(buildCall('max', [symbol('T'), constant(300)]), time))).toEqual([]);
  });
});
