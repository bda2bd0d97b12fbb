/** A medium as the physics sees it, made from what its block states even while the rest of the file is unfinished. */
import type { Expression } from '../../../solver/expression/expression.js';
import { evaluate, type Lookup } from '../../../solver/expression/evaluate.js';
import { Findings } from '../../../solver/physics/findings.js';
import { media } from '../../../solver/physics/media/index.js';
import type { ResolvedMedium } from '../../../solver/physics/media/resolved.js';
import { Substances } from '../../../solver/physics/substances.js';
import { translate } from '../../../solver/physics/translate.js';
import type { Medium as SolverMedium, MediumKind, PropertyValue, SourceRange, Substance } from '../../../solver/problem.js';
import * as ast from '../../generated/ast.js';
import { rangeOf } from '../finding.js';
import { componentNames, solventName, type Medium, type ModelView } from '../model-view.js';

/** A property of the source beside its value in SI. */
export interface Stated {
  readonly property: ast.Property;
  readonly value: PropertyValue;
}
/** Values of the symbols of the equations at one point: T, composition, parameters, t, x. */
export type State = ReadonlyMap<string, number>;

const nothing = (): boolean => false;

export class PhysicalMedium {
  readonly stated: readonly Stated[];
  readonly substances: Substances;
  private readonly medium: SolverMedium;
  private whole: { readonly medium: ResolvedMedium | undefined } | undefined;

  constructor(
    readonly node: Medium,
    private readonly model: ModelView,
  ) {
    this.stated = node.properties.flatMap((property) => {
      const value = model.meaning.property(property);
      return value ? [{ property, value }] : [];
    });
    this.substances = new Substances({ substances: substancesOf(node, model) }, new Findings());
    this.medium = {
      kind: node.$type.toLowerCase() as MediumKind,
      name: node.name,
      components: componentNames(node),
      solvent: solventName(node),
      properties: this.stated.map((s) => s.value),
      origin: originOf(node),
    };
  }

  /** The medium, without some of its statements; undefined when the rest does not make a medium. The whole is made once. */
  resolve(without: (property: Stated) => boolean = nothing): ResolvedMedium | undefined {
    if (without !== nothing) return this.made(without);
    this.whole ??= { medium: this.made(nothing) };
    return this.whole.medium;
  }
  private made(without: (property: Stated) => boolean): ResolvedMedium | undefined {
    // One component, or the same one twice, makes no mixture: another rule says so.
    const { kind, components } = this.medium;
    if (new Set(components).size < Math.max(components.length, kind === 'mixture' ? 2 : 0)) return undefined;
    const findings = new Findings();
    const properties = this.stated.filter((s) => !without(s)).map((s) => s.value);
    const resolved = media[this.medium.kind]({ medium: { ...this.medium, properties }, substances: this.substances, findings });
    return findings.reasons.length > 0 ? undefined : resolved;
  }
  /** A stated value as an expression of the medium's fields; undefined for words and for what cannot be read. */
  expression({ value }: Stated, resolved: ResolvedMedium): Expression | undefined {
    if (value.value.kind === 'word') return undefined;
    const findings = new Findings();
    const ids = ['T', ...resolved.unknowns.map((u) => u.id)];
    const result = translate(value.value, { reading: resolved.reading, unknowns: ids, findings, place: this.node.name });
    return findings.reasons.length > 0 ? undefined : result;
  }
  parameter(name: string): number | undefined {
    const declared = this.model.named(name);
    return ast.isParam(declared) ? this.model.number(declared.value) : undefined;
  }
  at(expression: Expression, state: State): number {
    return evaluate(expression, this.lookup(state));
  }
  private lookup(state: State): Lookup {
    return (symbol) =>
      state.get(symbol) ?? (symbol.startsWith('param ') ? (this.parameter(symbol.slice('param '.length)) ?? Number.NaN) : Number.NaN);
  }
}
const originOf = (node: Medium): SourceRange => ({ uri: '', ...rangeOf(node) });

function substancesOf(medium: Medium, model: ModelView): readonly Substance[] {
  const names = [...componentNames(medium), solventName(medium)].filter((name) => name !== undefined);
  return names.flatMap((name): Substance[] => {
    const node = model.named(name);
    if (!ast.isSpecies(node) && !ast.isParticle(node)) return [];
    return [
      {
        kind: ast.isParticle(node) ? 'particle' : 'species',
        name,
        properties: node.properties.flatMap((p) => model.meaning.property(p) ?? []),
        origin: { uri: '', ...rangeOf(node) },
      },
    ];
  });
}
