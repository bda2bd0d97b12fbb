/** Expressions of the solver as Python text, for UFL (inside the weak form) or for NumPy (walls and start). */
import type { BinaryOperation, Expression, UnaryOperation } from '../../../solver/expression/expression.js';

export type Library = 'ufl' | 'np';

/** What has no counterpart in UFL. */
export class NotExportable extends Error {}

const calls: Readonly<Partial<Record<UnaryOperation, Readonly<Record<Library, string>>>>> = {
  exp: { ufl: 'ufl.exp', np: 'np.exp' },
  ln: { ufl: 'ufl.ln', np: 'np.log' },
  sqrt: { ufl: 'ufl.sqrt', np: 'np.sqrt' },
  abs: { ufl: 'abs', np: 'np.abs' },
  sin: { ufl: 'ufl.sin', np: 'np.sin' },
  cos: { ufl: 'ufl.cos', np: 'np.cos' },
  tan: { ufl: 'ufl.tan', np: 'np.tan' },
  sinh: { ufl: 'ufl.sinh', np: 'np.sinh' },
  cosh: { ufl: 'ufl.cosh', np: 'np.cosh' },
  tanh: { ufl: 'ufl.tanh', np: 'np.tanh' },
  erf: { ufl: 'ufl.erf', np: 'scipy.special.erf' },
  floor: { ufl: '', np: 'np.floor' },
  sign: { ufl: 'ufl.sign', np: 'np.sign' },
};
const signs: Readonly<Partial<Record<BinaryOperation, string>>> = { add: '+', subtract: '-', multiply: '*', divide: '/', power: '**' };
const functions: Readonly<Partial<Record<BinaryOperation, Readonly<Record<Library, string>>>>> = {
  minimum: { ufl: 'ufl.min_value', np: 'np.minimum' },
  maximum: { ufl: 'ufl.max_value', np: 'np.maximum' },
  less: { ufl: 'ufl.lt', np: 'np.less' },
  less_equal: { ufl: 'ufl.le', np: 'np.less_equal' },
  equal: { ufl: 'ufl.eq', np: 'np.equal' },
  and: { ufl: 'ufl.And', np: 'np.logical_and' },
  or: { ufl: 'ufl.Or', np: 'np.logical_or' },
};

/** Python names of symbols: `w(ethanol)` → `w_ethanol`, `param hot` → `hot`. */
export const pythonName = (symbol: string): string => {
  const plain = symbol
    .replace(/^param /, '')
    .replace(/[^\p{L}\p{Nd}_]+/gu, '_')
    .replace(/_+$/, '');
  return ['x', 't', 'T', 'np', 'ufl', 'fem', 'mesh'].includes(plain) && symbol.startsWith('param ') ? `${plain}_` : plain;
};

/** Throws `NotExportable`. */
export function pythonExpression(e: Expression, library: Library): string {
  const text = (inner: Expression) => pythonExpression(inner, library);
  switch (e.kind) {
    case 'constant':
      return e.value < 0 ? `(${String(e.value)})` : String(e.value);
    case 'symbol':
      return pythonName(e.name);
    case 'unary': {
      if (e.operation === 'negate') return `(-${text(e.operand)})`;
      if (e.operation === 'not') return library === 'ufl' ? `ufl.Not(${text(e.operand)})` : `np.logical_not(${text(e.operand)})`;
      const call = calls[e.operation]?.[library];
      if (!call) throw new NotExportable(`UFL has no ${e.operation}, which periodic functions of time and steps need`);
      return `${call}(${text(e.operand)})`;
    }
    case 'binary': {
      const sign = signs[e.operation];
      if (sign) return `(${text(e.left)} ${sign} ${text(e.right)})`;
      return `${functions[e.operation]![library]}(${text(e.left)}, ${text(e.right)})`;
    }
    case 'select':
      return library === 'ufl'
        ? `ufl.conditional(${condition(e.condition)}, ${text(e.whenTrue)}, ${text(e.whenFalse)})`
        : `np.where(${text(e.condition)}, ${text(e.whenTrue)}, ${text(e.whenFalse)})`;
    case 'table':
      throw new NotExportable('tables of measured values have no counterpart in UFL; a formula has');
  }
}

/** UFL wants a comparison where a condition stands. */
function condition(e: Expression): string {
  const text = pythonExpression(e, 'ufl');
  const compares = e.kind === 'binary' && functions[e.operation] && e.operation !== 'minimum' && e.operation !== 'maximum';
  return compares || (e.kind === 'unary' && e.operation === 'not') ? text : `ufl.ne(${text}, 0)`;
}
