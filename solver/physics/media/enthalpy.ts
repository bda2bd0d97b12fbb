/** Enthalpy density H [J/m³] with ∂H/∂T = ρ c_p, so that variable ρ and c_p conserve energy. */
import { add, constant, multiply, subtract, symbol, temperature, type Expression } from '../../expression/expression.js';
import { isWanting } from '../reading.js';
import { differentiate, dot, substitute, symbolsOf } from '../symbolic.js';
import type { Statements } from './statements.js';

/** Zero of enthalpies [K]. No temperature depends on it: what it adds to H and to Σ h_i J_i cancels in the balance. */
const referenceTemperature = constant(298.15);

/** Gauss–Legendre nodes and weights on −1…1: exact for polynomials of degree 15, 1e-13 for Shomate-like c_p over a few hundred kelvin. */
const nodes = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363];
const weights = [0.362683783378362, 0.3137066458778873, 0.22238103445337448, 0.10122853629037626];

/** ∫_{T_ref}^{T} f dT′, written out as a quadrature so that it differentiates like any other expression. */
export function integrateOverTemperature(f: Expression): Expression {
  const span = subtract(temperature, referenceTemperature);
  if (!symbolsOf(f).has('T')) return multiply(f, span);
  const middle = multiply(constant(0.5), add(temperature, referenceTemperature));
  const at = (ξ: number): Expression => {
    const T = add(middle, multiply(constant(ξ / 2), span));
    return substitute(f, (name) => (name === 'T' ? T : undefined));
  };
  const sum = add(...nodes.map((ξ, k) => multiply(constant(weights[k]!), add(at(ξ), at(-ξ)))));
  return multiply(constant(0.5), span, sum);
}

/** H of a medium with volumetric heat capacity ρ c_p [J/(m³·K)]. */
export function enthalpyDensity(volumetricHeat: Expression, unknowns: readonly string[]): Expression {
  const symbols = symbolsOf(volumetricHeat);
  // Without dependence on the state the zero does not matter at all, and the shorter form is linear in T.
  return ['T', ...unknowns].some((id) => symbols.has(id))
    ? integrateOverTemperature(volumetricHeat)
    : multiply(volumetricHeat, symbol('T'));
}

export interface HeatContent {
  /** H [J/m³] */
  readonly enthalpy?: Expression;
  /** h [J/kg] of a mixture, with ∂h/∂T = c_p. */
  readonly specificEnthalpy?: Expression;
  /** ∂h/∂w_k [J/kg] or ∂H/∂c_k [J/mol] */
  readonly partialEnthalpies?: readonly Expression[];
}

/**
 * Of a mixture: c_p stated for it, or Σ w_i c_p,i when all components state theirs. Whenever c_p depends on composition the components carry
 * different enthalpies, h_k − h_n = ∂h/∂w_k with h = ∫ c_p dT (no heat of mixing at the zero of enthalpies).
 */
export function mixtureEnthalpy(
  statements: Statements,
  names: readonly string[],
  w: readonly Expression[],
  density: Expression,
  ids: readonly string[],
): HeatContent {
  const parts = names.map((name) => statements.specificHeat(name));
  const known = parts.filter((part) => !isWanting(part)) as Expression[];
  const capacity = known.length === names.length ? dot(w, known) : statements.expression('heat_capacity');
  if (!capacity) return {};
  const symbols = symbolsOf(capacity);
  const enthalpy = enthalpyDensity(multiply(density, capacity), ids);
  const specificEnthalpy = integrateOverTemperature(capacity);
  if (!ids.some((id) => symbols.has(id))) return { enthalpy, specificEnthalpy };
  return { enthalpy, specificEnthalpy, partialEnthalpies: ids.map((id) => differentiate(specificEnthalpy, id)) };
}

/** Of a solution: ρ c_p as stated, to which solutes with a heat capacity of their own add c_i C_p,i. */
export function solutionEnthalpy(
  statements: Statements,
  names: readonly string[],
  c: readonly Expression[],
  ids: readonly string[],
): HeatContent {
  const density = statements.density();
  const capacity = statements.expression('heat_capacity');
  if (!capacity || isWanting(density)) return {};
  const own = names.map((name, i) => {
    const heat = statements.molarHeat(name);
    return isWanting(heat) ? undefined : multiply(c[i]!, heat);
  });
  const volumetric = add(multiply(density, capacity), ...own.filter((part) => part !== undefined));
  const symbols = symbolsOf(volumetric);
  const enthalpy = enthalpyDensity(volumetric, ids);
  if (!ids.some((id) => symbols.has(id))) return { enthalpy };
  return { enthalpy, partialEnthalpies: ids.map((id) => differentiate(enthalpy, id)) };
}
