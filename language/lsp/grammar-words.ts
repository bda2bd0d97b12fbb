/** Words of the grammar, read from the grammar itself so that no second list of them exists. */
import { AstUtils, GrammarAST } from 'langium';

export interface GrammarWords {
  /** Every keyword that is a word. */
  readonly keywords: ReadonlySet<string>;
  /** Keywords that begin a declaration of a file, in the order of the grammar. */
  readonly declarations: ReadonlySet<string>;
  /** Keywords that begin a block inside a block, by the keyword of the outer one: geometry → layer, interface. */
  readonly nested: ReadonlyMap<string, ReadonlySet<string>>;
  /** Keywords whose declaration gives a name to what follows. */
  readonly naming: ReadonlySet<string>;
  /** Words inside a declaration, in order, by its first keyword: plot → over, of, at. */
  readonly inner: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<GrammarAST.Grammar, GrammarWords>();

export function grammarWords(grammar: GrammarAST.Grammar): GrammarWords {
  const before = known.get(grammar);
  if (before) return before;
  const rules = new Map(grammar.rules.filter(GrammarAST.isParserRule).map((rule) => [rule.name, rule]));
  const keywords = new Set<string>();
  for (const node of AstUtils.streamAllContents(grammar))
    if (GrammarAST.isKeyword(node) && /^[a-z]+$/.test(node.value)) keywords.add(node.value);
  const called = (rule: GrammarAST.ParserRule): string[] =>
    AstUtils.streamAllContents(rule.definition)
      .concat([rule.definition])
      .filter(GrammarAST.isRuleCall)
      .map((call) => call.rule.$refText)
      .distinct()
      .toArray();
  const starts = (rule: GrammarAST.ParserRule): string[] =>
    called(rule).flatMap((name) => (rules.has(name) ? (firstKeyword(rules.get(name)!.definition) ?? []) : []));
  const declarations = new Set(starts(rules.get('Declaration')!));
  const nested = new Map<string, ReadonlySet<string>>();
  const naming = new Set<string>();
  const innerWords = new Map<string, readonly string[]>();
  for (const rule of rules.values()) {
    const outer = firstKeyword(rule.definition);
    const inner = starts(rule).filter((keyword) => !declarations.has(keyword));
    if (!outer) continue;
    if (inner.length) nested.set(outer, new Set(inner));
    const parts = AstUtils.streamAllContents(rule.definition).toArray();
    if (parts.some((part) => GrammarAST.isAssignment(part) && part.feature === 'name')) naming.add(outer);
    innerWords.set(
      outer,
      [...new Set(parts.filter(GrammarAST.isKeyword).map((word) => word.value))].filter((word) => word !== outer && /^[a-z]+$/.test(word)),
    );
  }
  const made = { keywords, declarations, nested, naming, inner: innerWords };
  known.set(grammar, made);
  return made;
}

/** The word that a rule begins with, when it begins with one. */
function firstKeyword(element: GrammarAST.AbstractElement | undefined): string | undefined {
  if (GrammarAST.isKeyword(element)) return /^[a-z]+$/.test(element.value) ? element.value : undefined;
  if (!GrammarAST.isGroup(element) || element.cardinality === '?' || element.cardinality === '*') return undefined;
  return firstKeyword(element.elements.find((part) => !GrammarAST.isAction(part)));
}
