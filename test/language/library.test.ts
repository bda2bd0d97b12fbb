import { readdirSync, readFileSync } from 'node:fs';
import { URI } from 'langium';
import { describe, expect, test } from 'vitest';
import { avogadro } from '../../language/catalogue/constants.js';
import { builtin, reservedNames, wordRecords } from '../../language/catalogue/builtins.js';
import { preludeUri } from '../../language/catalogue/prelude.js';
import { libraryNames } from '../../language/documents/addresses.js';
import { library } from '../../language/library/texts.js';
import * as ast from '../../language/generated/ast.js';
import { openModel } from '../../language/load.js';
import { example, newSession, open, syntaxErrors, unresolved, valueOf } from './session.js';

const folder = new URL('../../language/library/', import.meta.url);

describe('the built-in library', () => {
  test('the generated texts are those of the folder', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.soret'));
    expect(Object.keys(library).sort()).toEqual(files.map((file) => file.replace('.soret', '')).sort());
    for (const file of files) expect(library[file.replace('.soret', '')]).toBe(readFileSync(new URL(file, folder), 'utf8'));
  });
  test.each(libraryNames)('%s reads without a complaint', async (name) => {
    const { document, check } = await open(library[name]!);
    expect(syntaxErrors(document)).toEqual([]);
    expect(unresolved(document)).toEqual([]);
    expect(check.problems.map((p) => p.message)).toEqual([]);
  });
});

describe('the prelude', () => {
  test('declares every built-in name once, with a comment', async () => {
    const { shared, soret, open: load } = newSession();
    await load('let a = 1');
    const document = shared.workspace.LangiumDocuments.getDocument(URI.parse(preludeUri))!;
    expect(syntaxErrors(document)).toEqual([]);
    const lets = (document.parseResult.value as ast.Model).declarations.filter(ast.isLet);
    const names = lets.map((l) => l.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of [...reservedNames, ...Object.keys(wordRecords), 'R', 'k_B', 'N_A', 'F', 'g_0', 'e', 'sigma_SB', 'pi'])
      expect(names).toContain(name);
    for (const declared of lets) expect(soret.documentation.CommentProvider.getComment(declared), declared.name).toMatch(/^\/\*\* /);
    // only the constants have values
    expect(lets.filter((l) => l.value).every((l) => !builtin(l.name, false) && !builtin(l.name, true))).toBe(true);
  });
  test('its constants are consistent with each other and with the conversions', async () => {
    const opened = await open('let a = N_A * (1 mol)\nlet r = R / (k_B * N_A)\nlet f = F / (e * N_A)\nlet s = sigma_SB\nlet g = g_0');
    expect(opened.check.problems).toEqual([]);
    expect(valueOf(opened, 'a')).toBe(avogadro);
    expect(valueOf(opened, 'r')).toBeCloseTo(1, 12);
    expect(valueOf(opened, 'f')).toBeCloseTo(1, 12);
    // 2 π⁵ k⁴ / (15 h³ c²)
    expect(valueOf(opened, 's')! / ((2 * Math.PI ** 5 * 1.380649e-23 ** 4) / (15 * 6.62607015e-34 ** 3 * 299792458 ** 2))).toBeCloseTo(
      1,
      12,
    );
    expect(valueOf(opened, 'g')).toBe(9.80665);
  });
});

describe('opening a model', () => {
  test('a text and a file give the same problem', async () => {
    const { soret, files } = newSession();
    files.texts.set('/models/gin.soret', example('gin-and-tonic.soret'));
    const fromText = await openModel(soret, example('gin-and-tonic.soret'));
    const fromFile = await openModel(soret, URI.parse('file:///models/gin.soret'));
    expect(fromText.problem?.hash).toBe(fromFile.problem?.hash);
    expect(fromFile.problem?.hash).toBeDefined();
  });
  test('a model with errors has diagnostics and no problem; opened again it is read anew', async () => {
    const { soret, files } = newSession();
    files.texts.set('/models/a.soret', example('gin-and-tonic.soret').replace('935 kg/m^3', '935'));
    const uri = URI.parse('file:///models/a.soret');
    const broken = await openModel(soret, uri);
    expect(broken.problem).toBeUndefined();
    expect(broken.diagnostics.map((d) => d.code)).toContain('unit/mismatch');
    files.texts.set('/models/a.soret', example('gin-and-tonic.soret'));
    expect((await openModel(soret, uri)).problem).toBeDefined();
  });
});
