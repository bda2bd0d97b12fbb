/** One pass over a document: the type of every expression, and what is wrong. Memoised by node; never throws. */
import { type LangiumDocument } from 'langium';
import { dimension } from '../../solver/quantities/dimension.js';
import { isShape, shapes } from '../catalogue/places.js';
import { parseCsv } from '../data/csv.js';
import type { DataFiles } from '../documents/data-files.js';
import * as ast from '../generated/ast.js';
import { alongSpine } from './spine.js';
import { computeDependence, Depends, type Dependence } from './dependence.js';
import type { Judge } from './judge.js';
import type { CheckProblem } from './problem.js';
import { rangeOf } from './ranges.js';
import { binaryType, ifType, powerType, signedType } from './rules/arithmetic.js';
import { callType } from './rules/call.js';
import { checkDeclaration } from './rules/declaration.js';
import { checkProperty } from './rules/property.js';
import { quantityType } from './rules/quantity.js';
import { referenceType } from './rules/reference.js';
import { pure, type Type, type Typed } from './type.js';
import { computeValue } from './value.js';
import { nodesOf } from '../validation/walk.js';

export interface CheckResult {
  readonly problems: readonly CheckProblem[];
  /** Dimension, kind and temperature sense of an expression; undefined where it cannot be known. */
  typeOf(expr: ast.Expr | undefined): Typed;
  /** Type of a param, let or measure. */
  typeOfNamed(target: ast.Named): Typed;
  /** SI value at the params' values; undefined for what needs a run, and for what is in error. */
  valueOf(expr: ast.Expr | undefined): number | undefined;
  /** What it depends on: `dependenceOf(e) & Depends.time`. */
  dependenceOf(expr: ast.Expr | undefined): Dependence;
  /** Power of length that `integral` multiplies by in this model's geometry. */
  readonly volume: 1 | 2 | 3;
}

/** What the checker asks of the session. */
export interface CheckContext {
  readonly dataFiles?: DataFiles;
  isDeclared(document: LangiumDocument | undefined, name: string): boolean;
}

export function check(model: ast.Model, context: CheckContext): CheckResult {
  const checker = new Checker(model, context);
  checker.run();
  return checker;
}

class Checker implements Judge, CheckResult {
  readonly problems: CheckProblem[] = [];
  readonly volume: 1 | 2 | 3;
  private readonly types = new Map<ast.Expr, Typed>();
  private readonly values = new Map<ast.Expr, number | undefined>();
  private readonly dependences = new Map<ast.Expr, Dependence>();
  private readonly open = new Set<ast.Named>();
  private readonly cyclic = new Set<ast.Named>();
  private readonly document: LangiumDocument | undefined;
  /** Problems in imported files are reported there. */
  private foreign = false;

  constructor(
    private readonly model: ast.Model,
    private readonly context: CheckContext,
  ) {
    this.document = model.$document;
    const shape = model.declarations.find(ast.isGeometry)?.shape;
    this.volume = shape !== undefined && isShape(shape) ? shapes[shape].volume : 1;
  }

  run(): void {
    for (const declaration of this.model.declarations) {
      checkDeclaration(declaration, this);
      for (const property of propertiesOf(declaration)) checkProperty(property, this);
    }
  }

  report(problem: Parameters<Judge['report']>[0]): void {
    if (!this.foreign) this.problems.push({ fixes: [], ...problem });
  }

  typeOf(expr: ast.Expr | undefined): Typed {
    return expr && alongSpine(expr, this.types, (e) => this.computeType(e));
  }
  private computeType(expr: ast.Expr): Typed {
    switch (expr.$type) {
      case 'Quantity':
        return quantityType(expr, this);
      case 'Group':
        return this.typeOf(expr.inner);
      case 'Binary':
        return binaryType(expr, this);
      case 'Signed':
        return signedType(expr, this);
      case 'Power':
        return powerType(expr, this);
      case 'If':
        return ifType(expr, this);
      case 'Call':
        return callType(expr, this);
      case 'Ref':
        return referenceType(expr, this);
      case 'Text':
        return { ...pure, form: 'text' };
    }
  }

  typeOfNamed(target: ast.Named): Typed {
    if (target.$type !== 'Param' && target.$type !== 'Let' && target.$type !== 'Measure') return undefined;
    if (!target.value) return undefined;
    if (this.open.has(target)) {
      this.reportCycle(target);
      return undefined;
    }
    const outer = this.foreign;
    this.open.add(target);
    this.foreign = target.$container !== this.model;
    const type = this.typeOf(target.value);
    this.foreign = outer;
    this.open.delete(target);
    return type && { ...type, zero: undefined };
  }
  /** Every name on the circle is reported once, at its name. */
  private reportCycle(target: ast.Named): void {
    const circle = [...this.open].slice([...this.open].indexOf(target));
    for (const member of circle) {
      if (this.cyclic.has(member)) continue;
      this.cyclic.add(member);
      if (member.$container !== this.model) continue;
      const others = circle.filter((other) => other !== member).map((other) => other.name);
      this.report({
        code: 'name/cycle',
        severity: 'error',
        range: member.$cstNode ? rangeOf(member) : rangeOf(this.model),
        message: `${member.name} is defined by itself${others.length > 0 ? ` through ${others.join(', ')}` : ''}.`,
      });
    }
  }

  valueOf(expr: ast.Expr | undefined): number | undefined {
    if (!expr || this.isCyclic(expr)) return undefined;
    return alongSpine(expr, this.values, (e) => {
      this.values.set(e, undefined); // a name defined by itself ends here
      const value = computeValue(e, (inner) => this.valueOf(inner));
      this.values.delete(e);
      return value;
    });
  }
  private isCyclic(expr: ast.Expr): boolean {
    return ast.isNamed(expr.$container) && this.cyclic.has(expr.$container);
  }

  dependenceOf(expr: ast.Expr | undefined): Dependence {
    if (!expr) return Depends.nothing;
    return alongSpine(expr, this.dependences, (e) => {
      this.dependences.set(e, Depends.nothing);
      const dependence = computeDependence(e, (inner) => this.dependenceOf(inner));
      this.dependences.delete(e);
      return dependence;
    });
  }

  isDeclared(name: string): boolean {
    return this.context.isDeclared(this.document, name);
  }

  columnsOf(path: string): ReturnType<Judge['columnsOf']> {
    const text = this.document && this.context.dataFiles?.text(this.document, path);
    return text ? parseCsv(text)?.columns : undefined;
  }

  amountOf(substance: string): Type | undefined {
    for (const declaration of this.mediaHere()) {
      if (!declaration.species.some((s) => s.$refText === substance)) continue;
      return { dimension: dimension(declaration.$type === 'Mixture' ? { kg: 1 } : { mol: 1 }) };
    }
    return undefined;
  }
  /** Media with a composition that the geometry holds; all of the file's when it names none. */
  private mediaHere(): (ast.Mixture | ast.Solution | ast.Suspension)[] {
    const isMixed = (node: unknown): node is ast.Mixture | ast.Solution | ast.Suspension =>
      ast.isMixture(node) || ast.isSolution(node) || ast.isSuspension(node);
    const geometry = this.model.declarations.find(ast.isGeometry);
    const named = [geometry, ...(geometry?.layers ?? [])].flatMap((block) =>
      (block?.properties ?? []).flatMap((p) => (p.key === 'medium' && ast.isRef(p.value) ? [p.value.target.ref] : [])),
    );
    const used = named.filter(isMixed);
    return used.length > 0 ? used : this.model.declarations.filter(isMixed);
  }
}

/** All properties of a declaration, those of its inner blocks included. */
export function propertiesOf(declaration: ast.Declaration): readonly ast.Property[] {
  return 'properties' in declaration ? nodesOf(declaration).filter(ast.isProperty) : [];
}
