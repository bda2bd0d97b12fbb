/** Barodiffusion of a mixture in a hydrostatic column: in an ideal gas always, in a liquid when partial specific volumes are stated. */
import { add, divide, multiply, one, subtract, temperature as T, type Expression } from '../../expression/expression.js';
import type { PropertyValue } from '../../problem.js';
import { isWanting } from '../reading.js';
import type { Matrix } from '../matrix.js';
import { R } from '../relations/thermodynamics.js';
import { apply, dot } from '../symbolic.js';
import { isIdealGas } from './gas.js';
import type { Statements } from './statements.js';

export interface ColumnState {
  readonly names: readonly string[];
  /** Mass fractions of all n components. */
  readonly w: readonly Expression[];
  readonly density: Expression;
  /** Γ */
  readonly gamma: Expression;
  /** Fick matrix of the first n − 1. */
  readonly D: Matrix;
  /** s */
  readonly weight: Expression;
}

/**
 * V = −s D G⁻¹ Δv ∇p with ∇p = −ρ g x̂ and Δv_k = v_k − v_n (de Groot & Mazur 1962, ch. XI §2). G⁻¹ Δv is written so that a component may
 * be absent: from f_k = v_k − Σ w_j v_j (Gibbs–Duhem) and ∇ln x_k = M_k f_k/(R T Γ), ∇w_k = w_k (∇ln x_k − Σ w_j ∇ln x_j).
 */
export function barodiffusion(statements: Statements, gravity: Expression | undefined, at: ColumnState): Expression[] | undefined {
  const volumes = gravity && specificVolumes(statements, at);
  if (!gravity || !volumes) return undefined;
  const { w } = at;
  const mean = dot(w, volumes);
  const slopes = at.names.map((name, k) => {
    const mass = statements.molarMass(name);
    const M = isWanting(mass) ? statements.missing(`${mass.what} for barodiffusion under \`gravity\``) : mass;
    return divide(multiply(M, subtract(volumes[k]!, mean)), multiply(R, T, at.gamma));
  });
  const common = dot(w, slopes);
  const driven = slopes.slice(0, -1).map((slope, k) => multiply(w[k]!, subtract(slope, common)));
  return apply(at.D, driven).map((entry) => multiply(at.weight, at.density, gravity, entry));
}

/** v_i [m³/kg]: stated, R T/(p M) of a gas, or the one left out from 1/ρ = Σ w_i v_i. */
function specificVolumes(statements: Statements, { names, w, density }: ColumnState): readonly Expression[] | undefined {
  const stated = names.map((name) => statements.expression('specific_volume', name));
  const left = names.filter((_, i) => !stated[i]);
  if (left.length === names.length) return isIdealGas(statements.medium.properties) ? idealVolumes(statements, names) : undefined;
  if (left.length > 1) {
    const [own] = statements.medium.properties.filter((property: PropertyValue) => property.name === 'specific_volume');
    statements.missing(`\`specific_volume\` of ${left.slice(0, -1).join(', ')} too, for barodiffusion under \`gravity\``, own?.origin);
    return undefined;
  }
  const closing = stated.indexOf(undefined);
  const others = stated.map((volume, i) => (volume ? multiply(w[i]!, volume) : undefined)).filter((part) => part !== undefined);
  return stated.map((volume) => volume ?? divide(subtract(divide(one, density), add(...others)), w[closing]!));
}

function idealVolumes(statements: Statements, names: readonly string[]): readonly Expression[] {
  const pressure = statements.required('for barodiffusion', 'pressure');
  return names.map((name) => {
    const mass = statements.molarMass(name);
    return isWanting(mass) ? statements.missing(mass.what) : divide(multiply(R, T), multiply(pressure, mass));
  });
}
