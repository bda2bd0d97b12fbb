/** Every word that the view says comes from its one table, so that a translation reaches all of them. */
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { sampleWorker, usePages } from './pages.js';
import { problem, source } from './sample/problem.js';
import { broken, states } from './shots.js';
import { wordsIn } from '../../extension/webview/words/say.js';

const folder = path.resolve('extension/webview');

/** Files of exports are read by programs: their words are English in every language. */
const fileFormats = /^export\/(csv|json|python|bibtex|vtk|svg|drawing|paper|version)\.ts$/;
/** Said to the log, or of a defect of the solver, whose words the worker has. */
const forTheLog = ['A message of the editor was not understood: {}', 'The worker does not know model {}.'];
/** What literals of these places mean to programs. */
const codeProperties = new Set(['class', 'kind', 'moved', 'type', 'role', 'id', 'format']);
const codeCalls = /(querySelector(All)?|closest|matches|matchMedia|createElementNS|getAttribute|setAttribute|add|addEventListener)$/;

const looksLikeWords = (text: string): boolean =>
  /[A-Za-z]{2,}[ ,.:]+[A-Za-z“"’]/.test(text) || /^\s*[A-Z][a-z]{2,}/.test(text) || /[a-z]{3,}[ :]$/.test(text);

function isCode(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isConditionalExpression(parent) || ts.isParenthesizedExpression(parent)) return isCode(parent);
  if (ts.isPropertyAssignment(parent)) return parent.name === node || codeProperties.has(parent.name.getText().replace(/'/g, ''));
  if (ts.isCallExpression(parent)) return codeCalls.test(parent.expression.getText());
  if (ts.isBinaryExpression(parent)) return /^[!=]==$/.test(parent.operatorToken.getText());
  if (ts.isVariableDeclaration(parent)) return /^(fields|svgNamespace)$/.test(parent.name.getText());
  return ts.isElementAccessExpression(parent) || ts.isCaseClause(parent) || ts.isImportDeclaration(parent);
}

/** Literals of a file that a person could read, `{}` for what is filled in. */
function wordsOf(name: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    const text = ts.isStringLiteralLike(node)
      ? node.text
      : ts.isTemplateExpression(node)
        ? node.head.text + node.templateSpans.map((span) => `{}${span.literal.text}`).join('')
        : '';
    if (looksLikeWords(text) && !isCode(node)) found.push(text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, fs.readFileSync(path.join(folder, name), 'utf8'), ts.ScriptTarget.Latest, true));
  return found;
}

test('no words stand outside of the table', () => {
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !name.startsWith('words/') && !fileFormats.test(name));
  const outside = files.flatMap((name) => wordsOf(name).map((text) => `${name}: ${text}`));
  // Names of keys that no language changes, of file formats, and of the unit.
  const names = /: (Esc|Backspace|Enter|Python|BibTeX|Pa|Arrow\w+|Page\w+|Home|End|Escape|Tab|Control|Shift|data:image.*)$/;
  expect(outside.filter((line) => !names.test(line) && !forTheLog.some((text) => line.endsWith(text)))).toEqual([]);
});

test('a text that counts has its forms; what is filled in keeps its place', () => {
  const say = wordsIn({ 'Go to line {0}': 'Zu Zeile {0}', '{0} errors': '{0} Fehler' });
  expect([say.goToLine(3), say.errors(1), say.errors(2), say.run]).toEqual(['Zu Zeile 3', '1 error', '2 Fehler', 'Run']);
});

const pages = usePages(sampleWorker);
/** Words that are the model's and the solver's, also where they begin a title. */
const literals = (file: string): string[] => fs.readFileSync(path.resolve('test/webview', file), 'utf8').match(/'[^'\n]*'|`[^`]*`/g) ?? [];
const given = new Set(
  [source, JSON.stringify([problem, broken]), ...literals('sample/solver.ts'), ...literals('sample/problem.ts')]
    .flatMap((text) => text.match(/\p{L}{2,}/gu) ?? [])
    .flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)]),
);
const units = new Set([
  'min',
  'ms',
  'mm',
  'kg',
  'mol',
  'Pa',
  'kJ',
  'CSV',
  'JSON',
  'SVG',
  'PNG',
  'VTK',
  'BibTeX',
  'Python',
  'Esc',
  'Backspace',
  'Enter',
]);

test.each(Object.keys(states))('%s: with every text of the table in brackets, no other words are left', async (name) => {
  const view = await pages.open({ language: 'marked' });
  await states[name]?.(view);
  await view.settle();
  const said = await view.page.evaluate(() => {
    const all: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element)
        for (const attribute of ['aria-label', 'title', 'aria-roledescription', 'aria-valuetext', 'alt'])
          all.push(node.getAttribute(attribute) ?? '');
      else if (!node.parentElement?.closest('script, style, .src, pre, sub'))
        all.push((node.parentElement?.closest('p') ?? node).textContent ?? '');
    }
    return all;
  });
  expect(said.some((text) => text.includes('⟦'))).toBe(true);
  const unmarked = said
    .filter((text) => !/[⟦⟧]/.test(text))
    .filter((text) => (text.replace(/Δ/g, ' ').match(/\p{L}{2,}/gu) ?? []).some((word) => !given.has(word) && !units.has(word)));
  expect([...new Set(unmarked)]).toEqual([]);
  await view.page.close();
});

test('in German the view speaks German, and its page says so', async () => {
  const view = await pages.open({ language: 'de' });
  await states['relax']?.(view);
  expect(await view.page.locator('vscode-button:visible').first().innerText()).toContain('Rechnen');
  expect(await view.page.locator('.report h2').first().innerText()).toBe('Bericht');
  expect(await view.page.locator('.card').first().getByText('Massenanteil').first().isVisible()).toBe(true);
  await view.page.close();
});
