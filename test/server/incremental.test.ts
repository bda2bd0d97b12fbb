/** Parsing after an edit gives exactly the tree of a fresh parse: same nodes, same places, same errors. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { IToken } from 'chevrotain';
import fc from 'fast-check';
import { AstUtils, EmptyFileSystem, isCompositeCstNode, isLeafCstNode, type AstNode, type CstNode, type ParseResult } from 'langium';
import { expect, test } from 'vitest';
import { reparse } from '../../language/parser/incremental.js';
import { createSoretServices } from '../../language/services.js';
import { anyEdit, edits } from './edits.js';
import { root } from './session.js';

const { soret } = createSoretServices(EmptyFileSystem);
const parse = (text: string) => soret.parser.LangiumParser.parse<AstNode>(text);
const examples = readdirSync(path.join(root, 'examples'))
  .filter((file) => file.endsWith('.soret'))
  .map((file) => readFileSync(path.join(root, 'examples', file), 'utf8'));

/** Everything that later phases can see of a result. */
function seen({ value, parserErrors, lexerErrors }: ParseResult<AstNode>): unknown {
  const leaves: unknown[] = [];
  const visit = (node: CstNode): void => {
    if (isLeafCstNode(node))
      leaves.push([node.text, node.offset, node.range, node.hidden, node.tokenType.name, node.hidden ? '' : node.astNode.$type]);
    if (isCompositeCstNode(node)) {
      leaves.push([node.offset, node.end, node.range]);
      node.content.forEach(visit);
    }
  };
  if (value.$cstNode) visit(value.$cstNode);
  const nodes = AstUtils.streamAst(value)
    .map((node) => [
      node.$type,
      node.$containerProperty,
      node.$containerIndex,
      node.$container?.$type,
      node.$cstNode?.text,
      node.$cstNode?.range,
      node.$cstNode?.root === value.$cstNode?.root,
      AstUtils.findRootNode(node) === value,
    ])
    .toArray();
  const place = ({ startOffset, endOffset, startLine, startColumn, endLine, endColumn }: IToken) => [
    startOffset,
    endOffset,
    startLine,
    startColumn,
    endLine,
    endColumn,
  ];
  const errors = parserErrors.map((error) => {
    const { previousToken } = error as { previousToken?: IToken };
    return [error.message, error.name, place(error.token), error.resyncedTokens.map(place), previousToken && place(previousToken)];
  });
  return { nodes, leaves, errors, lexerErrors };
}

/** Runs of up to fifteen edits: two thousand edits, or five thousand and new ones each time. */
const runs = process.env['SORET_LONG'] ? { numRuns: 700 } : { numRuns: 250, seed: 5 };

test('random edits of every example', () => {
  let incremental = 0;
  let all = 0;
  fc.assert(
    fc.property(fc.constantFrom(...examples), fc.array(anyEdit, { minLength: 1, maxLength: 15 }), (example, steps) => {
      let [before, text] = [example, example];
      let result = parse(text);
      for (const { kind, at, piece } of steps) {
        const next = edits[kind]!(text, at, piece, before);
        // back to where all was well
        before = result.parserErrors.length + result.lexerErrors.length === 0 ? text : before;
        text = next;
        const fresh = parse(text);
        const changed = reparse(result, text, parse);
        all++;
        if (changed) {
          incremental++;
          expect(seen(changed)).toEqual(seen(fresh));
        }
        result = changed ?? fresh;
      }
    }),
    runs,
  );
  expect(incremental / all).toBeGreaterThan(0.7);
}, 600_000);

test('typing a digit, deleting it, adding and removing a line: no full parse', () => {
  const text = examples.find((example) => example.includes('Gin and tonic'))!;
  const at = text.indexOf('935 kg');
  for (const changed of [
    text.slice(0, at) + '7' + text.slice(at),
    text.replace('gap = 1 mm', 'gap = 2 mm'),
    text.replace('steady    rest\n', 'steady    rest\nsteady again\n'),
    text.replace('initial        { temperature = 20 degC; w(ethanol) = 0.4 }\n', ''),
  ]) {
    const result = reparse(parse(text), changed, parse);
    expect(result).toBeDefined();
    expect(seen(result!)).toEqual(seen(parse(changed)));
  }
});
test('from an error back to a sound file', () => {
  const text = examples.find((example) => example.includes('Gin and tonic'))!;
  const broken = text.replace('density        = 935 kg/m^3', 'density        = ');
  const result = reparse(parse(broken), text, parse);
  expect(result).toBeDefined();
  expect(seen(result!)).toEqual(seen(parse(text)));
});
