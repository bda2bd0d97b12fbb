/** Completion where people use it: what is offered at each kind of place, and a whole model written with it. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { modelSnippets } from '../../language/lsp/completion/models.js';
import { plain } from '../../language/lsp/completion/item.js';
import { applyEdits, Session, withCursor } from './session.js';

let session: Session;
beforeAll(async () => void (session = await Session.start()));
afterAll(() => session.stop());

async function complete(marked: string, uri?: string): Promise<CompletionItem[]> {
  const { text, position } = withCursor(marked);
  const opened = await session.open(text, uri);
  return (await session.at<CompletionList>('completion', opened, position)).items;
}
const labels = (items: readonly CompletionItem[]): string[] =>
  [...items].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1)).map(({ label }) => label);
const offered = async (marked: string) => labels(await complete(marked));

const matter = `species ethanol { molar_mass = 46.07 g/mol }
species water { molar_mass = 18.015 g/mol }
particle soot { diameter = 100 nm }
param hot = 30 degC from 20 degC to 60 degC
let gap = 1 mm
mixture gin of ethanol, water { density = 935 kg/m^3 }
steady rest
transient relax { until = 10 min }
measure separation = value(w(ethanol), left) - value(w(ethanol), right)
`;

test('an empty file: declarations and whole models', async () => {
  const list = await offered('‸');
  expect(list).toEqual(
    expect.arrayContaining([
      'model',
      'species',
      'mixture',
      'geometry',
      'initial',
      'boundary',
      'steady',
      'transient',
      'measure',
      'plot',
      'expect',
      'binary cell',
      'ternary cell',
      'metal rod',
      'gas two-bulb',
      'aerosol',
      'column',
    ]),
  );
  expect(list).not.toContain('layer');
});
test('one title, one geometry, one initial state', async () => {
  const list = await offered('model "A"\ngeometry slab { length = 1 mm }\ninitial { temperature = 20 degC }\n‸');
  for (const once of ['model', 'geometry', 'initial']) expect(list).not.toContain(once);
});
test('properties of the block that are not set yet, with their arguments', async () => {
  const list = await offered(`${matter}mixture rum of ethanol, water {\n  density = 900 kg/m^3\n  ‸\n}`);
  expect(list).toEqual(expect.arrayContaining(['diffusion', 'conductivity', 'soret(…)', 'viscosity']));
  expect(list).not.toContain('density');
  expect(list).not.toContain('length');
  expect(list).not.toContain('species');
});
test('a coefficient is offered for the components that have none', async () => {
  const list = await offered(`${matter}solution brine of ethanol in water {\n  soret(ethanol) = 1e-3 1/K\n  ‸\n}`);
  expect(list).toContain('diffusion(ethanol)');
  expect(list.filter((label) => label.startsWith('soret('))).toEqual([]);
});
test('a word in the middle of a property is replaced whole, its arguments stay', async () => {
  const { text, position } = withCursor(`${matter}mixture rum of ethanol, water { sor‸et(ethanol) = 1e-3 1/K }`);
  const uri = await session.open(text);
  const { items } = await session.at<CompletionList>('completion', uri, position);
  const item = items.find(({ label }) => label.startsWith('thermodiffusion('))!;
  expect(applyEdits(text, [item.textEdit as never])).toContain('{ thermodiffusion(ethanol) = 1e-3 1/K }');
});
test('only components stand in the parentheses of a coefficient', async () => {
  expect(await offered(`${matter}mixture rum of ethanol, water { soret(‸`)).toEqual(['ethanol', 'water']);
  expect(await offered(`${matter}mixture rum of ethanol, water { onsager(ethanol, ‸`)).toEqual(['ethanol', 'water', 'heat']);
  expect(await offered(`${matter}measure m = value(w(‸`)).toEqual(['ethanol', 'water']);
});
test('the options of a coefficient and their words', async () => {
  expect(await offered(`${matter}mixture rum of ethanol, water { thermal_diffusion_coefficient(ethanol, ‸`)).toEqual(['convention =']);
  expect(await offered(`${matter}mixture rum of ethanol, water { thermal_diffusion_coefficient(ethanol, convention = ‸`)).toEqual([
    'minus_grad_lnT',
    'plus_grad_lnT',
  ]);
});
test('units of the expected dimension, the SI one first', async () => {
  expect(await offered(`${matter}mixture rum of ethanol, water { conductivity = 0.35 ‸`)).toEqual(['W/(m*K)', 'mW/(m*K)']);
  expect(await offered(`${matter}mixture rum of ethanol, water { density = 935 kg/‸`)).toEqual(['kg/m^3', 'g/cm^3']);
  expect((await offered(`${matter}initial { temperature = 20 ‸`)).slice(0, 2)).toEqual(['K', 'degC']);
  expect(await offered(`${matter}steady warm { set(hot) = 40 ‸`)).toEqual(['degC', 'K']);
  expect(await offered(`${matter}boundary left { temperature = 20 degC + 5 K * ramp(t, 0 ‸`)).toEqual(['s', 'min', 'h', 'd', 'ms', 'a']);
  expect(await offered(`${matter}let q = 3 ‸`)).toContain('mol/m^3');
});
test('words of a property come first', async () => {
  expect((await offered(`${matter}suspension smoke of soot in water { thermophoresis = ‸`)).slice(0, 3)).toEqual([
    'talbot',
    'waldmann',
    'epstein',
  ]);
  expect(await offered(`${matter}boundary left { absorbing(soot) = ‸`)).toEqual(['yes', 'no']);
});
test('names of the right kind', async () => {
  expect(await offered(`${matter}geometry slab { medium = ‸`)).toEqual(['gin']);
  expect(await offered(`${matter}sweep s { study = ‸`)).toEqual(['rest', 'relax']);
  expect(await offered(`${matter}sweep s { study = rest; vary(‸`)).toEqual(['hot']);
  expect((await offered(`${matter}sweep s { study = rest; vary(hot) = ‸`)).slice(0, 4).join(' ')).toMatch(/^linspace\(.*list\(|^list\(/);
  expect(await offered(`${matter}suspension smoke of ‸`)).toEqual(['soot']);
  expect(await offered(`${matter}mixture rum of ethanol, ‸`)).not.toContain('ethanol');
});
test('a param that does not exist yet is not offered in its own definition', async () => {
  expect(await offered('let a = 1 m\nlet b = ‸')).toContain('a');
  expect(await offered('let a = 1 m\nlet b = ‸')).not.toContain('b');
});
test('sides that have no boundary block yet, of this shape only', async () => {
  expect(await offered('geometry slab { length = 1 mm }\nboundary left { temperature = 20 degC }\nboundary ‸')).toEqual(['right']);
  expect(await offered('geometry sphere { outer_radius = 1 mm }\nboundary ‸')).toEqual(['inner', 'outer']);
});
test('places behind a field', async () => {
  expect(await offered(`${matter}geometry slab { length = gap; medium = gin }\nmeasure m = value(T, ‸`)).toEqual(['left', 'right', 'x =']);
  expect(await offered(`${matter}geometry slab { length = gap; medium = gin }\nmeasure m = flux(ethanol, ‸`)).toEqual(['left', 'right']);
});
test('what may follow in plot, expect and param', async () => {
  expect(await offered(`${matter}plot w(ethanol) ‸`)).toEqual(['over', 'of', 'at']);
  expect((await offered(`${matter}geometry slab { length = gap; medium = gin }\nplot w(ethanol) over ‸`)).slice(0, 2).sort()).toEqual([
    't',
    'x',
  ]);
  expect(await offered(`${matter}plot w(ethanol) over x of ‸`)).toEqual(['rest', 'relax']);
  expect(await offered(`${matter}plot w(ethanol) over x of relax at ‸`)).toEqual(expect.arrayContaining(['end', 'left']));
  expect(await offered(`${matter}plot w(ethanol) over x of relax at 10 ‸`)).toEqual(expect.arrayContaining(['s', 'min']));
  expect(await offered(`${matter}expect ‸`)).toContain('separation');
  expect(await offered(`${matter}expect separation of rest ‸`)).toEqual(expect.arrayContaining(['is', 'above', 'below']));
  expect(await offered(`${matter}expect separation of rest is -7e-3 ‸`)).toContain('within');
  expect(await offered(`${matter}param p = 30 degC ‸`)).toEqual(['from']);
  expect(await offered(`${matter}param p = 30 degC from 20 degC ‸`)).toEqual(['to']);
});
test('nothing in comments, in numbers, in names being made', async () => {
  for (const marked of ['// spe‸', '/* a ‸ */', 'let a = 12‸', 'species ‸', 'model "a ‸"'])
    expect(await offered(marked), marked).toEqual([]);
});
test('a typed blank opens no list where nothing must follow', async () => {
  const { text, position } = withCursor('species ethanol ‸');
  const uri = await session.open(text);
  const list = await session.at<CompletionList>('completion', uri, position, { context: { triggerKind: 2, triggerCharacter: ' ' } });
  expect(list.items).toEqual([]);
});
test('imports: the library, and files beside the model', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'soret-files-'));
  mkdirSync(path.join(folder, 'data'));
  for (const file of ['salts.soret', 'notes.md', 'signal.csv', 'data/deep.csv']) writeFileSync(path.join(folder, file), '');
  const uri = pathToFileURL(path.join(folder, 'model.soret')).toString();
  expect(await offered('import "‸"')).toContain('soret:liquids');
  expect(labels(await complete('import "‸"', uri))).toEqual(expect.arrayContaining(['./salts.soret', './data/']));
  expect(labels(await complete('data d { file = "‸" }', `${uri}2`))).toEqual(['signal.csv', 'data/']);
  expect(labels(await complete('data d { file = "data/‸" }', `${uri}3`))).toEqual(['data/deep.csv']);
});
test('imported names are offered', async () => {
  const marked = 'import "soret:liquids"\nmixture gin of ‸';
  const { text, position } = withCursor(marked);
  const uri = await session.open(text);
  await session.diagnostics(uri);
  expect(labels((await session.at<CompletionList>('completion', uri, position)).items)).toEqual(
    expect.arrayContaining(['ethanol', 'water']),
  );
});

test.each(modelSnippets.map((snippet) => [snippet.label, snippet.body] as const))(
  'the model "%s" is sound as it comes',
  async (_, body) => {
    expect(await session.check(filled(body))).toEqual([]);
  },
);
/** A snippet with its defaults; `$2` stands for the default of `${2:…}`. */
function filled(body: string): string {
  const defaults = new Map([...body.matchAll(/\$\{(\d+):([^}]*)\}/g)].map((match) => [match[1], match[2]]));
  return plain(body.replace(/\$(\d+)/g, (all, number: string) => defaults.get(number) ?? all));
}
test('a range for a fit, lists for all else', async () => {
  const times = await offered(`${matter}transient q { times = ‸ }`);
  expect(times).toContain('linspace(first, last, count)');
  expect(times).not.toContain('range(low, high)');
  const fit = await offered(`${matter}fit f { vary(hot) = ‸ }`);
  expect(fit).toContain('range(low, high)');
  expect(fit).not.toContain('linspace(first, last, count)');
});
