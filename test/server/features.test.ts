/** What each feature says, on the first example and beyond one file. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CodeAction,
  CodeLens,
  DocumentLink,
  Hover,
  InlayHint,
  Location,
  LocationLink,
  Range,
  SemanticTokens,
  SignatureHelp,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyEdits, positionAt, root, Session } from './session.js';

const gin = readFileSync(path.join(root, 'examples/gin-and-tonic.soret'), 'utf8');
let session: Session;
let uri: string;
beforeAll(async () => {
  session = await Session.start();
  uri = await session.open(gin);
  await session.diagnostics(uri);
});
afterAll(() => session.stop());

const at = (needle: string, shift = 0) => positionAt(gin, gin.indexOf(needle) + shift);
const hover = async (needle: string, shift = 0) =>
  ((await session.at<Hover | null>('hover', uri, at(needle, shift)))?.contents as { value: string } | undefined)?.value ?? '';

test('hover on a coefficient: what it is, SI value, the other conventions at the state of the model, where the component goes', async () => {
  const text = await hover('soret(ethanol)');
  for (const part of [
    'Soret coefficient',
    'S_T',
    '∇ln[w/(1−w)] = −S_T ∇T',
    'SI: -0.0032 1/K',
    '`ethanol` moves to the hot side',
    'w(ethanol) = 0.4',
  ])
    expect(text).toContain(part);
  // T = 298.15 K between 20 and 30 °C: D_T = S_T D, α_T = S_T T
  expect(text).toContain('T = 298.1 K');
  expect(text).toMatch(/D_T \| -1\.44e-12 m²\/\(s·K\)/);
  expect(text).toMatch(/α_T \| -0\.9541/);
});
test('hover on a geometry or a study: times, separation, coupling', async () => {
  for (const needle of ['slab', 'rest\n', 'relax {']) {
    const text = await hover(needle);
    // τ = L²/(π²D) = 225 s, a = λ/(ρ c_p), Δw = S_T w (1 − w) ΔT within 1 %
    expect(text).toMatch(/diffusion time τ of `ethanol` \| 3\.75 min/);
    expect(text).toMatch(/thermal time \| 1\.03 s/);
    expect(text).toMatch(/Lewis number a\/D \| 219/);
    expect(text).toMatch(/separation at rest, cold − hot side \| -0\.00768/);
    expect(text).toContain('ε: share of the conductivity');
  }
});
test('hover on a layer under gravity: will it move?', async () => {
  const text = gin
    .replace('cells = 100 }', 'cells = 100; gravity = 9.81 m/s^2 }')
    .replace(
      '  conductivity',
      '  viscosity = 2 mPa*s\n  thermal_expansion = 1e-3 1/K\n  solutal_expansion(ethanol) = -0.2\n  conductivity',
    );
  const other = await session.open(text);
  const { contents } = await session.at<Hover>('hover', other, positionAt(text, text.indexOf('slab')));
  const { value } = contents as { value: string };
  expect(value).toMatch(/Rayleigh number, heated from below \| -/);
  expect(value).toContain('separation ratio ψ');
});
test('hover compares with an imported entry of the same components', async () => {
  const text =
    'import "soret:liquids"\nsolution brine of NaCl in water { diffusion(NaCl) = 1.4e-9 m^2/s; soret(NaCl) = 1.2e-3 1/K }\ninitial { temperature = 25 degC; c(NaCl) = 500 mol/m^3 }\n';
  const other = await session.open(text);
  await session.diagnostics(other);
  const { contents } = await session.at<Hover>('hover', other, positionAt(text, text.indexOf('soret(NaCl)')));
  expect((contents as { value: string }).value).toMatch(/Library `nacl_water`: 0\.001044 1\/K, _Thermal and Fickian.*differs by 14\.9 %/);
});
test('hover on numbers, units, names and built-in names', async () => {
  expect(await hover('30 degC')).toContain('303.15 K');
  expect(await hover('kJ/(kg*K)')).toContain('1000 J/(kg·K)');
  expect(await hover('gap; medium')).toContain('let   gap = 1 mm');
  expect(await hover('gap; medium')).toContain('0.001 m');
  expect(await hover('hot }')).toContain('303.15 K');
  expect(await hover('over x', 5)).toContain('_coordinate_');
  expect(await hover('w(ethanol), left')).toContain('Mass fraction');
  expect(await hover('value(w')).toContain('value(f, place)');
});
test('x alone is the coordinate, x(A) the mole fraction', async () => {
  const text = gin.replace('plot w(ethanol) over x', 'plot x(ethanol) over x');
  const other = await session.open(text);
  const says = async (needle: string, shift: number) =>
    ((await session.at<Hover>('hover', other, positionAt(text, text.indexOf(needle) + shift))).contents as { value: string }).value;
  expect(await says('x(ethanol) over', 0)).toContain('Mole fraction of A');
  expect(await says('over x', 5)).toContain('from the left wall');
});
test('doc comments show in the hover of what they stand above', async () => {
  const text = '/** Width of the gap. */\n// a remark between\nlet gap = 1 mm\nlet twice = 2 * gap\n';
  const other = await session.open(text);
  const { contents } = await session.at<Hover>('hover', other, positionAt(text, text.lastIndexOf('gap')));
  expect((contents as { value: string }).value).toContain('Width of the gap.');
});

test('definition, references, highlight, rename', async () => {
  const [target] = await session.at<LocationLink[]>('definition', uri, at('hot }'));
  expect(target).toMatchObject({ targetUri: uri, targetSelectionRange: { start: at('hot = 30') } });
  expect(await session.at<Location[]>('references', uri, at('hot = 30'), { context: { includeDeclaration: true } })).toHaveLength(2);
  expect(await session.at<unknown[]>('documentHighlight', uri, at('gap; medium'))).toHaveLength(2);
  const edit = await session.at<WorkspaceEdit>('rename', uri, at('ethanol {'), { newName: 'C2H5OH' });
  const renamed = applyEdits(gin, edit.changes![uri]!);
  expect(renamed).not.toMatch(/\bethanol\b(?! (?:and|goes))/);
  expect(await session.check(renamed)).toEqual([]);
});
test('a built-in name leads to the read-only prelude and keeps its name', async () => {
  const [target] = await session.at<LocationLink[]>('definition', uri, at('value(w'));
  expect(target!.targetUri).toBe('builtin:/prelude.soret');
  await expect(session.at('prepareRename', uri, at('value(w'))).rejects.toThrow('value is part of the language');
  for (const [name, why] of [
    ['left', 'built-in'],
    ['water', 'declared already'],
    ['if', 'keyword'],
    ['2x', 'not a name'],
  ] as const)
    await expect(session.at('rename', uri, at('gap; medium'), { newName: name })).rejects.toThrow(why);
});

test('names across files: definition, rename, library, workspace symbols', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'soret-import-'));
  const salts = 'species KBr { molar_mass = 119.0 g/mol }\nlet dose = 3 g/mol\n';
  writeFileSync(path.join(folder, 'salts.soret'), salts);
  const model =
    'import "./salts.soret"\nimport "soret:liquids"\nlet double = 2 * dose\nsolution brine of KBr in water { density = 1000 kg/m^3 }\n';
  const address = (file: string) => pathToFileURL(path.join(folder, file)).toString();
  const own = await session.open(model, address('model.soret'));
  expect((await session.diagnostics(own)).filter(({ severity }) => severity === 1)).toEqual([]);
  const [target] = await session.at<LocationLink[]>('definition', own, positionAt(model, model.indexOf('KBr')));
  expect(target!.targetUri).toBe(address('salts.soret'));
  const [water] = await session.at<LocationLink[]>('definition', own, positionAt(model, model.indexOf('water')));
  expect(water!.targetUri).toBe('soret:/liquids.soret');
  const edit = await session.at<WorkspaceEdit>('rename', own, positionAt(model, model.indexOf('dose')), { newName: 'portion' });
  expect(Object.keys(edit.changes!).sort()).toEqual([address('model.soret'), address('salts.soret')]);
  const symbols = await session.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'KBr' });
  expect(symbols.map(({ name }) => name)).toEqual(['KBr']);
  expect((await session.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'gradient' })).length).toBe(0);
  // a change of the imported file reaches the model
  const saltsUri = await session.open(salts.replace('KBr', 'KI'), address('salts.soret'));
  await session.diagnostics(saltsUri);
  await expect.poll(() => session.published.get(own)?.diagnostics.map(({ code }) => code), { timeout: 10_000 }).toContain('name/unknown');
});

test('links: imports, data files, DOIs', async () => {
  const text =
    'import "./a.soret"\nimport "soret:liquids"\n// see https://doi.org/10.1063/1.1948368.\nspecies A { reference = "Wittko (2005), doi:10.1063/1.1948368" }\ndata d { file = "signal.csv" }\n';
  const links = await session.of<DocumentLink[]>('documentLink', await session.open(text, 'file:///models/links.soret'));
  expect(links.map(({ target }) => target).sort()).toEqual([
    'file:///models/a.soret',
    'file:///models/signal.csv',
    'https://doi.org/10.1063/1.1948368',
    'https://doi.org/10.1063/1.1948368',
    'soret:/liquids.soret',
  ]);
  const lines = text.split('\n');
  const shown = links.map(({ range }) => lines[range.start.line]!.slice(range.start.character, range.end.character));
  expect(shown).toEqual(expect.arrayContaining(['./a.soret', 'signal.csv', 'doi:10.1063/1.1948368', 'https://doi.org/10.1063/1.1948368']));
});

test('the lens of a fit offers its values, and they go into the file as value ± error', async () => {
  const text = 'param Q = 25 kJ/mol\nfit fitted { vary(Q) = range(5 kJ/mol, 60 kJ/mol) }\n';
  const opened = await session.open(text);
  const values = [{ name: 'Q', value: 23187, standardError: 412 }];
  await session.notify('soret/lastResult', {
    uri: opened,
    hash: 'a',
    measures: [],
    expectations: [],
    fits: [{ study: 'fitted', text: 'Q = 23.19 ± 0.41 kJ/mol', values, correlations: [] }],
  });
  const lenses = await session.of<CodeLens[]>('codeLens', opened);
  expect(lenses.map(({ command }) => [command!.title, command!.command, ...(command!.arguments ?? [])])).toEqual([
    ['$(play) Fit', 'soret.run', opened, 'fitted'],
    ['$(edit) Write Q = 23.19 ± 0.41 kJ/mol', 'soret.writeFit', opened, values, { study: 'fitted', correlations: [] }],
  ]);
  const edits = await session.request('soret/applyParameters', { uri: opened, values });
  expect(applyEdits(text, edits).split('\n')[0]).toBe('param Q = 23.187 +- 0.41 kJ/mol');
});
test('code lenses run a study and show the last results', async () => {
  const lenses = await session.of<CodeLens[]>('codeLens', uri);
  expect(lenses.map(({ command }) => [command!.title, command!.command, ...(command!.arguments ?? [])])).toEqual([
    ['$(play) Run', 'soret.run', uri, 'rest'],
    ['$(play) Run', 'soret.run', uri, 'relax'],
  ]);
  const line = positionAt(gin, gin.indexOf('expect')).line;
  await session.notify('soret/lastResult', {
    uri,
    hash: 'h',
    measures: [{ name: 'separation', study: 'rest', text: '-7.68e-3' }],
    expectations: [{ line, ok: true, message: 'holds' }],
  });
  const later = (await session.of<CodeLens[]>('codeLens', uri)).map(({ command }) => command!.title);
  expect(later).toEqual(expect.arrayContaining(['rest: -7.68e-3', '$(pass) holds']));
  const hints = await session.of<InlayHint[]>('inlayHint', uri, {
    range: { start: { line: 0, character: 0 }, end: positionAt(gin, gin.length) },
  });
  expect(hints.map(({ label }) => label)).toContain('= -7.68e-3');
});

test('inlay hints: SI values, symmetric partners, what a wall does that says nothing', async () => {
  const hints = await session.of<InlayHint[]>('inlayHint', uri, {
    range: { start: { line: 0, character: 0 }, end: positionAt(gin, gin.length) },
  });
  const texts = hints.map(({ label }) => label);
  expect(texts).toEqual(expect.arrayContaining(['303.15 K', '600 s', 'sealed']));
  expect(texts).not.toContain('0.001 m');
  const pair = await session.open('species A {}\nspecies B {}\nmixture m of A, B { onsager(A, heat) = 1e-9 kg*K/(m*s) }\n');
  const [partner] = (
    await session.of<InlayHint[]>('inlayHint', pair, { range: { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } } })
  ).filter(({ label }) => String(label).startsWith('='));
  expect(partner!.label).toBe('= onsager(heat, A)');
});

test('signature help follows the argument', async () => {
  const help = await session.at<SignatureHelp>('signatureHelp', uri, at('left) - value'));
  expect(help.signatures[0]!.label).toBe('value(f, place)');
  expect(help.activeParameter).toBe(1);
  const typed = `${gin}\nsteady s { set(`;
  const property = await session.at<SignatureHelp>('signatureHelp', await session.open(typed), positionAt(typed, typed.length));
  expect(property.signatures[0]!.label).toBe('set(parameter)');
});

test('colours: what a name is', async () => {
  const { legend } = session.initialized.capabilities.semanticTokensProvider as {
    legend: { tokenTypes: string[]; tokenModifiers: string[] };
  };
  const { data } = await session.of<SemanticTokens>('semanticTokens/full', uri);
  const lines = gin.split('\n');
  const colours = new Map<string, string>();
  for (let i = 0, line = 0, character = 0; i < data.length; i += 5) {
    if (data[i]! > 0) character = 0;
    line += data[i]!;
    character += data[i + 1]!;
    colours.set(lines[line]!.slice(character, character + data[i + 2]!), legend.tokenTypes[data[i + 3]!]!);
  }
  expect(
    Object.fromEntries(
      ['model', 'ethanol', 'gin', 'rest', 'hot', 'density', 'value', 'left', 'slab', 'w', 'end'].map((name) => [name, colours.get(name)]),
    ),
  ).toEqual({
    model: 'keyword',
    ethanol: 'class',
    gin: 'struct',
    rest: 'event',
    hot: 'variable',
    density: 'property',
    value: 'function',
    left: 'enumMember',
    slab: 'enumMember',
    w: 'variable',
    end: 'enumMember',
  });
});

test('outline and folding', async () => {
  const symbols = await session.of<{ name: string; children?: { name: string }[] }[]>('documentSymbol', uri);
  expect(symbols.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['hot', 'ethanol', 'gin', 'geometry slab', 'initial', 'boundary left', 'rest', 'relax', 'separation']),
  );
  expect(symbols.find(({ name }) => name === 'gin')!.children!.map(({ name }) => name)).toContain('soret(ethanol)');
  expect(await session.of('foldingRange', uri)).toEqual([{ startLine: 8, endLine: 13 }]);
});

const actionsAt = async (text: string, range: Range, only?: string[]) => {
  const opened = await session.open(text);
  await session.diagnostics(opened);
  const actions = await session.of<CodeAction[]>('codeAction', opened, { range, context: { diagnostics: [], ...(only ? { only } : {}) } });
  return actions.map((action) => ({ ...action, result: applyEdits(text, action.edit!.changes![opened]!) }));
};
const cursor = (text: string, needle: string): Range => ({
  start: positionAt(text, text.indexOf(needle)),
  end: positionAt(text, text.indexOf(needle)),
});

test('quick fixes, and fix all', async () => {
  const text = gin.replace('conductivity   = 0.35', 'conductivty    = 0.35').replace('until = 10 min', 'untill = 10 min');
  const [fix] = await actionsAt(text, cursor(text, 'conductivty'), ['quickfix']);
  expect(fix).toMatchObject({ kind: 'quickfix', isPreferred: true });
  expect(fix!.result).toContain('conductivity');
  const [all] = await actionsAt(text, cursor(text, 'model'), ['source.fixAll']);
  expect(all!.kind).toBe('source.fixAll.soret');
  expect(await session.check(all!.result)).toEqual([]);
});
test('extract to param', async () => {
  const [extract] = await actionsAt(gin, cursor(gin, '3.2e-3'), ['refactor.extract']);
  expect(extract!.result).toContain('param soret_ethanol = -3.2e-3 1/K\n');
  expect(extract!.result).toContain('soret(ethanol) = soret_ethanol ');
  expect(await session.check(extract!.result)).toEqual([]);
});
test('convert a unit: same value to the last digit', async () => {
  const results = (await actionsAt(gin, cursor(gin, '4.5e-10'), ['refactor.rewrite'])).map(
    ({ result }) => /diffusion +(=.*)/.exec(result)?.[1],
  );
  expect(results).toEqual(expect.arrayContaining(['= 4.5e-6 cm^2/s', '= 4.5e-4 mm^2/s']));
});
test('kelvin becomes degrees only where a temperature is wanted', async () => {
  const text = gin.replace('left  { temperature = 20 degC }', 'left  { temperature = 293.15 K + 5 K }');
  expect((await actionsAt(text, cursor(text, '5 K }'), ['refactor.rewrite'])).map(({ title }) => title)).not.toContain('Convert to degC');
  const point = gin.replace('left  { temperature = 20 degC }', 'left  { temperature = 293.15 K }');
  expect(
    (await actionsAt(point, cursor(point, '293.15 K'), ['refactor.rewrite'])).map(({ result }) => /left.*?= (.*?) \}/.exec(result)?.[1]),
  ).toContain('20 degC');
});
test('convert a coefficient: the physics stays', async () => {
  const actions = await actionsAt(gin, cursor(gin, '3.2e-3'), ['refactor.rewrite']);
  const stated = actions.map(({ result }) => result.split('\n')[11]!.split('//')[0]!.trim());
  expect(stated).toEqual(
    expect.arrayContaining(['thermodiffusion(ethanol) = -1.44e-12 m^2/(s*K)', 'thermal_diffusion_factor(ethanol) = -0.95408']),
  );
  for (const { result } of actions) {
    const errors = (await session.check(result)).filter(({ severity }) => severity === 1);
    expect(errors).toEqual([]);
  }
});

test('values of sliders and fits go back into the file, each in its own unit', async () => {
  const text = 'param hot = 30 degC from 20 degC to 60 degC // slider\nparam S = -3.2e-3 1/K\nparam D = 4.5e-6 cm^2/s\nparam d = -5 degC\n';
  const opened = await session.open(text);
  const edits = await session.request('soret/applyParameters', {
    uri: opened,
    values: [
      { name: 'hot', value: 308.25 },
      { name: 'S', value: -0.003456789, standardError: 1.234e-5 },
      { name: 'D', value: 4.6e-10 },
      { name: 'd', value: 270.15 },
      { name: 'unknown', value: 1 },
    ],
  });
  expect(applyEdits(text, edits)).toBe(
    'param hot = 35.1 degC from 20 degC to 60 degC // slider\nparam S = -0.00345679 +- 1.2e-5 1/K\nparam D = 4.6e-6 cm^2/s\nparam d = -3 degC\n',
  );
});
test('a wrong unit: the right one is written, or the missing factor put behind the expression', async () => {
  const text = 'let D = 4e-10 m^2/s\nsolid steel { conductivity = 50 W/m; density = 7800 kg/m^3 + 1 kg/m^3; heat_capacity = D }\n';
  const fix = async (needle: string, title: string) =>
    (await actionsAt(text, cursor(text, needle), ['quickfix'])).find((a) => a.title === title);
  const unit = await fix('50 W/m', 'Write the unit W/(m*K)');
  expect(unit!.result).toContain('conductivity = 50 W/(m*K);');
  const factor = await fix('D }', 'Multiply by the missing factor in 1/(s*K)');
  expect(factor!.result).toContain('heat_capacity = D * 1 1/(s*K) }');
  expect((await session.check(factor!.result)).filter(({ code, range }) => code === 'unit/mismatch' && range.start.character > 75)).toEqual(
    [],
  );
});
