/** What is read off solutions of one formulation, compiled once and shared by all meshes, parameter values and times. */
import type { Expression } from '../expression/expression.js';
import { Program } from '../expression/tape.js';
import type { Formula, Functional } from '../formula.js';
import type { Formulation } from '../physics/formulation.js';

/** A formula with its functionals taken out: `expression` reads the k-th of them as the parameter `functionalName(k)`. */
export interface Reading {
  readonly functionals: readonly Functional[];
  readonly expression: Expression;
}
/** One program per region; for each of the expressions and each region its output, −1 where it does not exist. */
export interface Together {
  readonly programs: readonly (Program | undefined)[];
  readonly outputs: readonly (readonly number[])[];
}
/** No declared parameter can have a blank in its name. */
export const functionalName = (k: number): string => `functional ${k}`;

export class Readings {
  private readonly byFormula = new WeakMap<Formula, readonly (Program | undefined)[]>();
  private readonly byKey = new Map<string, readonly (Program | undefined)[]>();
  private fields: Together | undefined;
  private readonly readings = new WeakMap<Formula, Reading>();

  constructor(readonly formulation: Formulation) {}

  /** A formula without functionals, one program per region. */
  ofFormula(formula: Formula): readonly (Program | undefined)[] {
    const known = this.byFormula.get(formula);
    if (known) return known;
    const made = this.regions((r) => this.formulation.expression(formula, r));
    this.byFormula.set(formula, made);
    return made;
  }

  /** Expressions per region; `key` names them. */
  ofExpressions(key: string, expressions: readonly (Expression | undefined)[]): readonly (Program | undefined)[] {
    const known = this.byKey.get(key);
    if (known) return known;
    const made = this.regions((r) => expressions[r]);
    this.byKey.set(key, made);
    return made;
  }

  /** All fields, computed together so that what they share is computed once. */
  ofFields(): Together {
    if (this.fields) return this.fields;
    const lists = this.formulation.system.regions.map((): Expression[] => []);
    const outputs = this.formulation.fields.map(({ expressions }) =>
      lists.map((list, r) => {
        const e = expressions[r];
        return e ? list.push(e) - 1 : -1;
      }),
    );
    return (this.fields = { programs: this.programs((r) => lists[r]!), outputs });
  }

  /** A formula that may contain functionals. */
  reading(formula: Formula): Reading {
    const known = this.readings.get(formula);
    if (known) return known;
    const functionals: Functional[] = [];
    const expression = this.formulation.expression(
      replaced(formula, (functional) => ({ kind: 'parameter', name: functionalName(functionals.push(functional) - 1) })),
      0,
    );
    const made = { functionals, expression };
    this.readings.set(formula, made);
    return made;
  }

  private regions(expression: (region: number) => Expression | undefined): readonly (Program | undefined)[] {
    return this.programs((r) => {
      const e = expression(r);
      return e ? [e] : [];
    });
  }
  private programs(expressions: (region: number) => readonly Expression[]): readonly (Program | undefined)[] {
    const { system } = this.formulation;
    return system.regions.map((region, r) => {
      const list = expressions(r);
      if (list.length === 0) return undefined;
      const ids = system.unknowns.filter((_, i) => region.present[i]).map((u) => u.id);
      return new Program(['x', ...ids, ...ids.map((id) => `grad ${id}`)], list);
    });
  }
}

function replaced(formula: Formula, by: (functional: Functional) => Formula): Formula {
  switch (formula.kind) {
    case 'functional':
      return by(formula.functional);
    case 'operator':
      return { ...formula, operands: formula.operands.map((f) => replaced(f, by)) };
    case 'call':
      return { ...formula, arguments: formula.arguments.map((f) => replaced(f, by)) };
    case 'table':
      return { ...formula, argument: replaced(formula.argument, by) };
    default:
      return formula;
  }
}
