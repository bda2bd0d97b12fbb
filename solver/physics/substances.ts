/** Molar masses and other data of the declared substances, as expressions. */
import { constant, divide, multiply, power, type Expression } from '../expression/expression.js';
import type { Problem, PropertyValue, Substance } from '../problem.js';
import type { PropertyName } from '../quantities/catalogue.js';
import { avogadro } from './constants.js';
import type { Findings } from './findings.js';
import { find } from './properties.js';
import { translate } from './translate.js';

export class Substances {
  private readonly byName: ReadonlyMap<string, Substance>;

  constructor(
    problem: Pick<Problem, 'substances'>,
    private readonly findings: Findings,
  ) {
    this.byName = new Map(problem.substances.map((substance) => [substance.name, substance]));
  }

  get(name: string): Substance | undefined {
    return this.byName.get(name);
  }
  isParticle(name: string): boolean {
    return this.byName.get(name)?.kind === 'particle';
  }
  statement(name: string, property: PropertyName): PropertyValue | undefined {
    const substance = this.byName.get(name);
    return substance && find(substance.properties, property);
  }
  /** A property of a substance that depends on parameters only. */
  value(name: string, property: PropertyName): Expression | undefined {
    const stated = this.statement(name, property);
    if (!stated || stated.value.kind === 'word') return undefined;
    return translate(stated.value, { unknowns: [], findings: this.findings, place: name }, stated.origin);
  }
  /** M [kg/mol]; of a particle N_A ρ π d³/6. */
  molarMass(name: string): Expression | undefined {
    if (!this.isParticle(name)) return this.value(name, 'molar_mass');
    const density = this.value(name, 'density');
    const diameter = this.value(name, 'diameter');
    return density && diameter && multiply(constant(avogadro), particleMass(density, diameter));
  }
}
/** ρ π d³/6 [kg] */
export const particleMass = (density: Expression, diameter: Expression): Expression =>
  divide(multiply(density, constant(Math.PI), power(diameter, constant(3))), constant(6));
