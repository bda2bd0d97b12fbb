/** Names that a reference can mean: the file's own, then imported ones, then built-in ones. */
import {
  AstUtils,
  DocumentState,
  SimpleCache,
  stream,
  type AstNodeDescription,
  type LangiumDocument,
  type ReferenceInfo,
  type Scope,
  type ScopeProvider,
  type Stream,
} from 'langium';
import { callables, own, plainNames, wordRecords } from '../catalogue/builtins.js';
import { preludeUri } from '../catalogue/prelude.js';
import * as ast from '../generated/ast.js';
import type { SoretServices } from '../services.js';
import { expectedName, type ExpectedName } from './expectation.js';
import { reachableAddresses } from './imports.js';

type Names = ReadonlyMap<string, readonly AstNodeDescription[]>;

/** Kinds of declaration that an import brings in. */
const importable: ReadonlySet<string> = new Set(['Param', 'Let', 'Species', 'Particle', 'Solution', 'Mixture', 'Suspension', 'Solid']);
const substances: ReadonlySet<string> = new Set(['Species', 'Particle']);
const media: ReadonlySet<string> = new Set(['Solution', 'Mixture', 'Suspension', 'Solid']);
const studies: ReadonlySet<string> = new Set(['Steady', 'Transient', 'Sweep', 'Fit']);
const values: ReadonlySet<string> = new Set(['Param', 'Let', 'Measure']);

const isPrelude = (d: AstNodeDescription) => d.documentUri.toString() === preludeUri;
const isWord = (d: AstNodeDescription) => isPrelude(d) && own(wordRecords, d.name) !== undefined;
/** A built-in name other than a word: constants have no record. */
const isBuiltinValue = (d: AstNodeDescription) =>
  isPrelude(d) && (!isWord(d) || own(plainNames, d.name) !== undefined || own(callables, d.name) !== undefined);
const categoryIs = (d: AstNodeDescription, ...categories: string[]) =>
  isPrelude(d) && categories.includes(own(plainNames, d.name)?.category ?? '');
const isValue = (d: AstNodeDescription) => (isPrelude(d) ? isBuiltinValue(d) : values.has(d.type));
const isColumn = (d: AstNodeDescription) => d.type === 'Measure' || d.type === 'Param' || categoryIs(d, 'time', 'coordinate');

/** For each expectation the predicates in the order of preference. The last ones let the checker say "this is a species" instead of "unknown". */
const preferences: Record<ExpectedName, readonly ((d: AstNodeDescription) => boolean)[]> = {
  substance: [(d) => substances.has(d.type)],
  layer: [(d) => d.type === 'Layer'],
  study: [(d) => studies.has(d.type)],
  medium: [(d) => media.has(d.type), isValue],
  data: [(d) => d.type === 'Data', isValue],
  measure: [(d) => d.type === 'Measure', isValue],
  parameter: [(d) => d.type === 'Param', (d) => !isPrelude(d) && values.has(d.type)],
  column: [isColumn, isValue],
  'component or heat': [(d) => isPrelude(d) && d.name === 'heat', (d) => substances.has(d.type), isValue],
  place: [(d) => categoryIs(d, 'place'), isValue],
  'moment or place': [(d) => categoryIs(d, 'place'), isValue],
  word: [isWord],
  callable: [isBuiltinValue, isValue, () => true],
  uncertain: [(d) => d.type === 'Param' || d.type === 'Let', (d) => !isPrelude(d)],
  value: [isValue, (d) => !isPrelude(d)],
};
/** Offered in completion: what really fits, without the fallbacks that only serve messages. */
const fits = (expected: ExpectedName, d: AstNodeDescription): boolean =>
  preferences[expected][0]!(d) ||
  (expected === 'moment or place' && isValue(d)) ||
  (expected === 'component or heat' && substances.has(d.type));

class ExpectedScope implements Scope {
  constructor(
    private readonly expected: ExpectedName,
    private readonly layers: readonly Names[],
  ) {}
  getElement(name: string): AstNodeDescription | undefined {
    for (const accepts of preferences[this.expected])
      for (const layer of this.layers) {
        const found = layer.get(name)?.find(accepts);
        if (found) return found;
      }
    return undefined;
  }
  getElements(name: string): Stream<AstNodeDescription> {
    return stream(this.layers.flatMap((layer) => layer.get(name) ?? []).filter((d) => fits(this.expected, d)));
  }
  getAllElements(): Stream<AstNodeDescription> {
    return stream(this.layers.flatMap((layer) => [...layer.values()].flat()).filter((d) => fits(this.expected, d)));
  }
}

export class SoretScopeProvider implements ScopeProvider {
  private readonly cache = new SimpleCache<string, readonly Names[]>();

  constructor(private readonly services: SoretServices) {
    const { DocumentBuilder } = services.shared.workspace;
    const clear = () => this.cache.clear();
    DocumentBuilder.onUpdate(clear);
    // a name that was asked for before every document was indexed must not stay unknown
    DocumentBuilder.onBuildPhase(DocumentState.ComputedScopes, clear);
  }

  getScope(info: ReferenceInfo): Scope {
    const document = AstUtils.getDocument(info.container);
    return new ExpectedScope(expectedName(info), this.namesOf(document));
  }

  /** A declaration that an import brings in. */
  imported(document: LangiumDocument, name: string): ast.Declaration | undefined {
    const node = this.namesOf(document)[1]!.get(name)?.[0]?.node;
    return node && ast.isDeclaration(node) ? node : undefined;
  }
  /** Names that are declared or brought in, built-in ones last. */
  names(document: LangiumDocument): readonly string[] {
    return this.namesOf(document).flatMap((layer) => [...layer.keys()]);
  }

  /** Own, imported and built-in names of a document. */
  private namesOf(document: LangiumDocument): readonly Names[] {
    return this.cache.get(document.uri.toString(), () => {
      const reachable = reachableAddresses(document, this.services.shared.workspace.LangiumDocuments);
      return [
        this.collect([document.uri.toString()], () => true),
        this.collect([...reachable.keys()], (d) => importable.has(d.type)),
        this.collect([preludeUri], () => true),
      ];
    });
  }
  private collect(uris: readonly string[], accepts: (d: AstNodeDescription) => boolean): Names {
    const names = new Map<string, AstNodeDescription[]>();
    for (const uri of uris)
      for (const description of this.services.shared.workspace.IndexManager.allElements(undefined, new Set([uri])))
        if (accepts(description)) (names.get(description.name) ?? names.set(description.name, []).get(description.name)!).push(description);
    return names;
  }
}
