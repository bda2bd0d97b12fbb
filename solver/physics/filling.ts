/** What is filled into a sealed cell of ideal gas at the beginning: means over the layers that hold the same gas. */
import { add, constant, coordinate, divide, multiply, power, subtract, zero, type Expression } from '../expression/expression.js';
import type { Filling } from './media/index.js';
import type { ResolvedMedium } from './media/resolved.js';
import { isWanting } from './reading.js';
import { evaluate, substitute, symbolsOf } from './symbolic.js';

/** One layer as far as filling is concerned. */
export interface FilledLayer {
  /** Coordinates of its ends [m]. */
  readonly from: Expression;
  readonly to: Expression;
  /** Initial value of every unknown by id. */
  readonly initial: ReadonlyMap<string, Expression>;
}

/** Gauss–Legendre on many panels, so that steep initial profiles are met. */
const panels = 32;
const points = [-0.8611363115940526, -0.3399810435848563, 0.3399810435848563, 0.8611363115940526];
const weights = [0.34785484513745385, 0.6521451548625461, 0.6521451548625461, 0.34785484513745385];

export function fillingOf(medium: ResolvedMedium, density: Expression, layers: readonly FilledLayer[], areaExponent: number): Filling {
  const fractions = medium.medium.components.map((name) => {
    const x = medium.reading.composition('x', name);
    return isWanting(x) ? constant(Number.NaN) : x;
  });
  const initially = (e: Expression, layer: FilledLayer): Expression => folded(substitute(e, (name) => layer.initial.get(name)));
  // Filled everywhere alike there is nothing to average.
  if (
    new Set(layers.map(({ initial }) => JSON.stringify([...initial]))).size === 1 &&
    ![...layers[0]!.initial.values()].some(variesInPlace)
  )
    return { fractions: fractions.map((x) => initially(x, layers[0]!)), density: initially(density, layers[0]!) };
  const total = (e: Expression): Expression =>
    folded(
      add(
        ...layers.map((layer) =>
          integral(
            substitute(e, (name) => layer.initial.get(name)),
            layer,
            areaExponent,
          ),
        ),
      ),
    );
  const amount = total(density);
  const volume = total(constant(1));
  return { fractions: fractions.map((x) => folded(divide(total(multiply(density, x)), amount))), density: folded(divide(amount, volume)) };
}

/** ∫ e r^exponent dr over a layer. */
function integral(e: Expression, { from, to }: FilledLayer, areaExponent: number): Expression {
  const weighted = multiply(e, power(coordinate, constant(areaExponent)));
  const width = divide(subtract(to, from), constant(panels));
  let sum: Expression = zero;
  for (let panel = 0; panel < panels; panel++)
    points.forEach((ξ, k) => {
      const at = add(from, multiply(width, constant(panel + (1 + ξ) / 2)));
      sum = add(sum, multiply(constant(weights[k]! / 2), folded(substitute(weighted, (name) => (name === 'x' ? at : undefined)))));
    });
  return multiply(width, sum);
}

const variesInPlace = (e: Expression): boolean => symbolsOf(e).has('x');

/** A number where nothing is left to vary. */
export const folded = (e: Expression): Expression => (symbolsOf(e).size === 0 ? constant(evaluate(e, () => Number.NaN)) : e);
