/** Words of the grammar, read from the grammar itself so that no second list of them exists. */
import { AstUtils, type AstNode, type GrammarAST } from 'langium';

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

/** The exact type is enough, and the tables of the grammar's own language stay out of the bundle. */
const isKeyword = (node: AstNode | undefined): node is GrammarAST.Keyword => node?.$type === 'Keyword';
const isGroup = (node: AstNode | undefined): node is GrammarAST.Group => node?.$type === 'Group';
const isAction = (node: AstNode): node is GrammarAST.Action => node.$type === 'Action';
const isAssignment = (node: AstNode): node is GrammarAST.Assignment => node.$type === 'Assignment';
const isRuleCall = (node: AstNode): node is GrammarAST.RuleCall => node.$type === 'RuleCall';
const isParserRule = (node: AstNode): node is GrammarAST.ParserRule => node.$type === 'ParserRule';

const known = new WeakMap<GrammarAST.Grammar, GrammarWords>();

export function grammarWords(grammar: GrammarAST.Grammar): GrammarWords {
  const before = known.get(grammar);
  if (before) return before;
  const rules = new Map(grammar.rules.filter(isParserRule).map((rule) => [rule.name, rule]));
  const keywords = new Set<string>();
  for (const node of AstUtils.streamAllContents(grammar)) if (isKeyword(node) && /^[a-z]+$/.test(node.value)) keywords.add(node.value);
  const called = (rule: GrammarAST.ParserRule): string[] =>
    AstUtils.streamAllContents(rule.definition)
      .concat([rule.definition])
      .filter(isRuleCall)
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
    if (parts.some((part) => isAssignment(part) && part.feature === 'name')) naming.add(outer);
    innerWords.set(
      outer,
      [...new Set(parts.filter(isKeyword).map((word) => word.value))].filter((word) => word !== outer && /^[a-z]+$/.test(word)),
    );
  }
  const made = { keywords, declarations, nested, naming, inner: innerWords };
  known.set(grammar, made);
  return made;
}

/** The word that a rule begins with, when it begins with one. */
function firstKeyword(element: GrammarAST.AbstractElement | undefined): string | undefined {
  if (isKeyword(element)) return /^[a-z]+$/.test(element.value) ? element.value : undefined;
  if (!isGroup(element) || element.cardinality === '?' || element.cardinality === '*') return undefined;
  return firstKeyword(element.elements.find((part) => !isAction(part)));
}
