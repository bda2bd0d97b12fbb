/** A formula of the language as an expression of the solver, in the medium where it stands. */
import {
  add,
  apply,
  combine,
  constant,
  coordinate,
  divide,
  gradient,
  multiply,
  negate,
  parameter,
  power,
  select,
  subtract,
  tabulated,
  temperature as temperatureSymbol,
  time,
  type Expression,
} from '../expression/expression.js';
import type { Formula, Operator } from '../formula.js';
import type { SourceRange } from '../problem.js';
import type { Findings } from './findings.js';
import { isWanting, type Reading, type Wanting } from './reading.js';
import { buildCall, differentiate } from './symbolic.js';

export interface Scope {
  /** Reads fields; absent where no field may stand (parameters, thicknesses). */
  readonly reading?: Reading;
  /** Ids of the unknowns whose gradients exist here. */
  readonly unknowns: readonly string[];
  readonly findings: Findings;
  /** Whose statement it is, for messages: "gin". */
  readonly place: string;
}

type Build = (...operands: readonly Expression[]) => Expression;
const binary =
  (build: (a: Expression, b: Expression) => Expression): Build =>
  (a, b) =>
    build(a!, b!);

const operators: Readonly<Record<Operator, Build>> = {
  add,
  subtract: binary(subtract),
  multiply,
  divide: binary(divide),
  power: binary(power),
  negate: (a) => negate(a!),
  less: binary((a, b) => combine('less', a, b)),
  less_equal: binary((a, b) => combine('less_equal', a, b)),
  greater: binary((a, b) => combine('less', b, a)),
  greater_equal: binary((a, b) => combine('less_equal', b, a)),
  equal: binary((a, b) => combine('equal', a, b)),
  not_equal: binary((a, b) => apply('not', combine('equal', a, b))),
  and: binary((a, b) => combine('and', a, b)),
  or: binary((a, b) => combine('or', a, b)),
  not: (a) => apply('not', a!),
  if: (condition, whenTrue, whenFalse) => select(condition!, whenTrue!, whenFalse!),
};

/** Never throws: what cannot be translated is reported in the scope's findings and stands as NaN. */
export function translate(formula: Formula, scope: Scope, range?: SourceRange): Expression {
  const inner = (f: Formula): Expression => translate(f, scope, range);
  const read = (value: Expression | Wanting, what: string): Expression =>
    isWanting(value) ? scope.findings.missing(`${scope.place} needs ${value.what} to know ${what}`, range) : value;
  switch (formula.kind) {
    case 'number':
      return constant(formula.value);
    case 'parameter':
      return parameter(formula.name);
    case 'time':
      return time;
    case 'coordinate':
      if (formula.axis === 'x' || formula.axis === 'r') return coordinate;
      scope.findings.report('physics/unsupported', `\`${formula.axis}\` does not exist in a geometry of one dimension`, range);
      return constant(Number.NaN);
    case 'temperature':
      return scope.reading?.temperature ?? temperatureSymbol;
    case 'density':
      return read(scope.reading?.density() ?? noField, 'rho');
    case 'composition': {
      const { measure, species } = formula;
      return read(scope.reading?.composition(measure, species) ?? noField, `${measure}(${species})`);
    }
    case 'gradient': {
      // Chain rule: ∂f/∂x + Σ_u ∂f/∂u · ∂u/∂x.
      const of = inner(formula.of);
      return add(differentiate(of, 'x'), ...scope.unknowns.map((id) => multiply(differentiate(of, id), gradient(id))));
    }
    case 'operator':
      return operators[formula.operator](...formula.operands.map(inner));
    case 'call':
      return buildCall(formula.function, formula.arguments.map(inner));
    case 'table':
      return tabulated({ abscissae: formula.abscissae, ordinates: formula.ordinates }, inner(formula.argument));
    case 'functional':
      scope.findings.report('physics/unsupported', `${scope.place}: a value of the whole solution cannot stand in an equation`, range);
      return constant(Number.NaN);
  }
}
const noField: Wanting = { kind: 'wanting', what: 'a medium' };
