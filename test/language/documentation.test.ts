/** What a documentation comment says. */
import { expect, test } from 'vitest';
import { textOf } from '../../language/parser/documentation.js';

test.each([
  ['/** One line. */', 'One line.'],
  ['/**\n * Two\n * lines.\n */', 'Two\nlines.'],
  ['/**\r\n * A list:\r\n *\r\n * - one\r\n *   - inner\r\n */', 'A list:\n\n- one\n  - inner'],
  ['/** first\n    without stars\n*/', 'first\nwithout stars'],
  ['/** a * b */', 'a * b'],
  ['/** */', ''],
])('%j', (comment, text) => expect(textOf(comment)).toBe(text));
