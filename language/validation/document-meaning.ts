/** Answers the rules from the checker, the scope and the lowering of one document. */
import type { LangiumDocument } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import type { PropertyValue } from '../../solver/problem.js';
import { builtin, own, plainNames, wordRecords } from '../catalogue/builtins.js';
import { preludeUri } from '../catalogue/prelude.js';
import type { CheckResult } from '../check/checker.js';
import * as ast from '../generated/ast.js';
import { provenanceOf } from '../library/provenance.js';
import { Lowering } from '../lower/lowering.js';
import { lowerProperty } from '../lower/properties.js';
import { addressOf, importsOf } from '../scope/imports.js';
import type { SoretServices } from '../services.js';
import { rangeOf } from './finding.js';
import type { Meaning, Unverified } from './meaning.js';
import { nodesOf } from './walk.js';

export class DocumentMeaning implements Meaning {
  private readonly lowering: Lowering;
  private media: readonly ast.Medium[] | undefined;
  private readonly constants: ReadonlySet<string>;
  private readonly unverifiedOf = new Map<ast.Declaration, readonly Unverified[]>();
  private readonly properties = new Map<ast.Property, PropertyValue | undefined>();

  constructor(
    private readonly services: SoretServices,
    private readonly document: LangiumDocument,
    private readonly check: CheckResult,
  ) {
    this.lowering = new Lowering(document, check, services.shared.workspace.DataFiles);
    this.constants = constantsOf(services);
  }

  imported(name: string): ast.Declaration | undefined {
    return this.services.references.ScopeProvider.imported(this.document, name);
  }
  importedMedia(): readonly ast.Medium[] {
    this.media ??= this.findImportedMedia();
    return this.media;
  }
  private findImportedMedia(): readonly ast.Medium[] {
    if (importsOf(this.document).length === 0) return [];
    const names = new Set(this.services.references.ScopeProvider.names(this.document));
    return [...names].flatMap((name) => {
      const declaration = this.imported(name);
      return ast.isMedium(declaration) ? [declaration] : [];
    });
  }
  unverified(declaration: ast.Declaration): readonly Unverified[] {
    const known = this.unverifiedOf.get(declaration);
    if (known) return known;
    const found: Unverified[] = [];
    const seen = new Set<ast.Declaration>();
    const pending = [declaration];
    for (let next = pending.pop(); next; next = pending.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      const said = provenanceOf(this.services.documentation.CommentProvider.getComment(next));
      if (said?.verified === false && 'name' in next) found.push({ entry: next, what: said.what, source: said.source });
      for (const node of nodesOf(next)) if (ast.isRef(node) && ast.isDeclaration(node.target.ref)) pending.push(node.target.ref);
    }
    this.unverifiedOf.set(declaration, found);
    return found;
  }
  importFound(declaration: ast.Import): boolean {
    const uri = addressOf(declaration);
    return uri !== undefined && this.services.shared.workspace.LangiumDocuments.hasDocument(uri);
  }
  builtIn(name: string): boolean {
    const kinds = [builtin(name, false)?.category, builtin(name, true)?.category];
    return this.constants.has(name) || kinds.some((kind) => kind !== undefined && kind !== 'place');
  }
  number(expr: ast.Expr): number | undefined {
    return this.isWrong(expr) ? undefined : this.check.valueOf(expr);
  }
  value(property: ast.Property): number | undefined {
    const number = property.value && this.number(property.value);
    if (number === undefined) return undefined;
    const value = this.property(property)?.value;
    return value?.kind === 'number' ? value.value : number;
  }
  property(property: ast.Property): PropertyValue | undefined {
    if (this.properties.has(property)) return this.properties.get(property);
    const wrong = !property.value || this.isWrong(property.value);
    const lowered = wrong ? undefined : lowerProperty(property, this.lowering);
    this.properties.set(property, lowered);
    return lowered;
  }
  /** What the checker has complained about has no meaning. Problems of imported files are theirs. */
  private isWrong(expr: ast.Expr): boolean {
    if (this.check.problems.length === 0) return false;
    const range = rangeOf(expr);
    return this.check.problems.some((p) => p.severity === 'error' && contains(range, p.range));
  }
}
/** By session: the prelude does not change. */
const constants = new WeakMap<SoretServices, ReadonlySet<string>>();
/** The lets of the prelude that are not words: words are no names and hide none. */
const constantsOf = (services: SoretServices): ReadonlySet<string> => {
  const found = constants.get(services);
  if (found && found.size > 0) return found;
  const made = new Set(
    services.shared.workspace.IndexManager.allElements(undefined, new Set([preludeUri]))
      .map((d) => d.name)
      .filter((name) => own(wordRecords, name) === undefined && own(plainNames, name) === undefined)
      .toArray(),
  );
  constants.set(services, made);
  return made;
};
const contains = (outer: Range, inner: Range): boolean => !before(inner.start, outer.start) && !before(outer.end, inner.end);
const before = (a: Range['start'], b: Range['start']): boolean => a.line < b.line || (a.line === b.line && a.character < b.character);
