/** What a medium states, translated on demand. */
import type { Medium, PropertyValue, SourceRange } from '../../problem.js';
import type { PropertyName } from '../../quantities/catalogue.js';
import type { Findings } from '../findings.js';
import { find, spelled } from '../properties.js';
import { isWanting, wanting, type Reading, type Wanting } from '../reading.js';
import type { Substances } from '../substances.js';
import { divide, multiply, type Expression } from '../../expression/expression.js';
import { translate, type Scope } from '../translate.js';

export class Statements {
  private scope: Scope;
  private readonly translated = new Map<PropertyValue, Expression>();
  private reading = false;

  constructor(
    readonly medium: Medium,
    readonly substances: Substances,
    readonly findings: Findings,
    /** p of a gas where it changes in time. */
    private readonly pressure?: Expression,
  ) {
    this.scope = { unknowns: [], findings, place: medium.name };
  }

  /** Must be called once, before coefficients that depend on fields are asked for. */
  readWith(reading: Reading, unknowns: readonly string[]): void {
    this.scope = { ...this.scope, reading, unknowns };
  }
  stated(name: PropertyName, ...of: string[]): PropertyValue | undefined {
    return find(this.medium.properties, name, ...of);
  }
  /** The value of a stated property; undefined when absent or a word. */
  expression(name: PropertyName, ...of: string[]): Expression | undefined {
    const stated = this.stated(name, ...of);
    if (name === 'pressure' && stated && this.pressure) return this.pressure;
    return stated && this.translate(stated);
  }
  translate(stated: PropertyValue): Expression | undefined {
    if (stated.value.kind === 'word') return undefined;
    const known = this.translated.get(stated);
    if (known) return known;
    const result = translate(stated.value, this.scope, stated.origin);
    this.translated.set(stated, result);
    return result;
  }
  required(purpose: string, name: PropertyName, ...of: string[]): Expression {
    return this.expression(name, ...of) ?? this.missing(`${spelled(name, ...of)} ${purpose}`);
  }
  /** `density` as a function of the state; one that refers to itself through c(…) or rho cannot be read. */
  density(): Expression | Wanting {
    const stated = this.stated('density');
    if (!stated) return wanting('`density`');
    if (this.reading) return wanting('a `density` that does not refer to itself');
    this.reading = true;
    const value = this.translate(stated);
    this.reading = false;
    return value ?? wanting('`density`');
  }
  molarMass(species: string): Expression | Wanting {
    return this.substances.molarMass(species) ?? wanting(`\`molar_mass\` of ${species}`);
  }
  moleFraction(species: string): Expression | Wanting {
    return this.scope.reading?.composition('x', species) ?? wanting('a composition');
  }
  /** C_p [J/(mol·K)] of a species, stated per mole or per kilogram. */
  molarHeat(species: string): Expression | Wanting {
    return this.heatOf(species, 'molarHeat');
  }
  /** c_p [J/(kg·K)] of a species. */
  specificHeat(species: string): Expression | Wanting {
    return this.heatOf(species, 'specificHeat');
  }
  private heatOf(species: string, wanted: 'molarHeat' | 'specificHeat'): Expression | Wanting {
    const stated = this.substances.statement(species, 'heat_capacity');
    const value = stated && this.translate(stated);
    if (!stated || !value) return wanting(`\`heat_capacity\` of ${species}`);
    const own = stated.quantity === 'molarHeat' ? 'molarHeat' : 'specificHeat';
    if (own === wanted) return value;
    const mass = this.molarMass(species);
    if (isWanting(mass)) return mass;
    return wanted === 'molarHeat' ? multiply(value, mass) : divide(value, mass);
  }
  /** The value, or a reported reason: "gin needs `density` for the flux of ethanol". */
  need(value: Expression | Wanting, purpose: string, range?: SourceRange): Expression {
    return isWanting(value) ? this.missing(`${value.what} ${purpose}`, range) : value;
  }
  missing(what: string, range?: SourceRange): Expression {
    return this.findings.missing(`${this.medium.name} needs ${what}`, range ?? this.medium.origin);
  }
}
