/** Statements that stand in a block where they do not belong, found in the text: the parser only sees that a brace seems to be missing. */
import type { Range } from 'vscode-languageserver-types';
import { SoretGrammar } from '../generated/grammar.js';
import { grammarWords } from '../lsp/grammar-words.js';
import { between } from './fixes.js';
import type { Fix } from './finding.js';

export interface Misplaced {
  readonly range: Range;
  readonly message: string;
  readonly fixes: readonly Fix[];
  /** Whatever the parser says between these offsets follows from it. */
  readonly start: number;
  readonly reach: number;
  /** The statement, when it was not read as what it is. */
  readonly unread: Range | undefined;
}
interface Block {
  /** The word that begins it. */
  readonly head: string;
  readonly statement: number;
  readonly outer: Block | undefined;
  readonly open: number;
  close: number | undefined;
}
interface Candidate {
  /** `->` stands for an equation. */
  readonly word: string;
  readonly start: number;
  readonly outer: Block | undefined;
}

const parts = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"?|[\p{L}_][\p{L}\p{N}\p{M}_]*|->|[{};\n]|[^\s\p{L}]/gu;
/** What follows a word that begins a statement: a name, a text or a block; never `=`. */
const beginsStatement = /^(?:[ \t]+(?:"|[\p{L}_]))|^[ \t]*\{/u;
const equation = '->';

/** More than these belong to no model. */
const most = 50;

export function misplacedStatements(text: string): readonly Misplaced[] {
  const { declarations, nested } = grammarWords(SoretGrammar());
  const outerOf = new Map([...nested].flatMap(([outer, words]) => [...words].map((word) => [word, outer] as const)));
  outerOf.set(equation, 'reaction');
  const { blocks, candidates, isBalanced } = scan(text, (word) => declarations.has(word) || outerOf.has(word), outerOf);
  return candidates.slice(0, most).flatMap(({ word, start, outer }) => {
    const wanted = outerOf.get(word);
    // where a brace is missing, everything behind it seems to stand inside
    if (!wanted && !isBalanced) return [];
    const end = blocks.find(({ statement }) => statement === start)?.close ?? endOfStatement(text, start);
    const top = outermost(outer);
    const target = wanted ? blocks.find((b) => b.head === wanted && b.close !== undefined) : top;
    const name = word === equation ? 'An equation' : word;
    const advice = wanted ? `it belongs inside ${wanted} { … }` : `it stands by itself, behind the } of ${top!.head}`;
    return [
      {
        range: between(text, start, word === equation ? end : start + word.length),
        message: `${name} cannot stand ${outer ? `inside ${outer.head} { … }` : 'by itself'}.\n= ${advice}`,
        fixes: target ? [moved(text, start, end, target, wanted !== undefined)] : [],
        start,
        reach: isBalanced && top ? top.close! : end,
        unread: wanted ? between(text, start, end) : undefined,
      },
    ];
  });
}
function scan(text: string, isHead: (word: string) => boolean, outerOf: ReadonlyMap<string, string>) {
  const blocks: Block[] = [];
  const candidates: Candidate[] = [];
  let current: Block | undefined;
  let head = { word: '', start: 0 };
  let first = -1;
  let isBalanced = true;
  for (const { 0: part, index } of text.matchAll(parts)) {
    if (part.startsWith('/')) continue;
    const starts = first < 0;
    if (starts) first = index;
    if (part === '{') {
      current = { head: head.word, statement: head.start, outer: current, open: index, close: undefined };
      blocks.push(current);
    } else if (part === '}') {
      if (current) current.close = index + 1;
      else isBalanced = false;
      current = current?.outer;
    } else if (part === equation && current?.head !== outerOf.get(equation)) {
      candidates.push({ word: part, start: first, outer: current });
    } else if (starts && isHead(part) && beginsStatement.test(text.slice(index + part.length, index + part.length + 80))) {
      head = { word: part, start: index };
      if (outerOf.get(part) !== current?.head) candidates.push({ word: part, start: index, outer: current });
    }
    if (/^[{};\n]$/.test(part)) first = -1;
  }
  return { blocks, candidates, isBalanced: isBalanced && !current };
}
function outermost(block: Block | undefined): Block | undefined {
  return block?.outer ? outermost(block.outer) : block;
}
function endOfStatement(text: string, start: number): number {
  const length = text.slice(start).search(/[;\n}]/);
  return length < 0 ? text.length : start + length;
}
/** The statement moved to the end of a block, or behind it. */
function moved(text: string, start: number, end: number, { head, open, close }: Block, inside: boolean): Fix {
  const statement = text.slice(start, end).trimEnd();
  const lead = /(?:^|\n)[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const isLine = lead > 0 && /^[ \t]*(?:\n|$)/.test(text.slice(end));
  const brace = close! - 1;
  const lineOfBrace = text.lastIndexOf('\n', brace) + 1;
  const onOwnLine = lineOfBrace > open && text.slice(lineOfBrace, brace).trim() === '';
  const to = !inside ? close! : onOwnLine ? lineOfBrace : brace;
  const added = !inside ? `\n${statement}` : onOwnLine ? `  ${statement}\n` : `${statement} `;
  return {
    title: inside ? `Move into ${head}` : `Move behind ${head}`,
    edits: [
      { range: between(text, isLine ? start - lead : start, end), newText: '' },
      { range: between(text, to, to), newText: added },
    ],
  };
}
