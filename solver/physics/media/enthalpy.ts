/** Enthalpy density H [J/m³] with ∂H/∂T = ρ c_p, so that variable ρ and c_p conserve energy. */
import { add, constant, multiply, subtract, symbol, temperature, type Expression } from '../../expression/expression.js';
import { substitute, symbolsOf } from '../symbolic.js';

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
