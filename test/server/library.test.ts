/** The built-in library: sound, cited, and its formulas give the numbers of their sources. */
import { EmptyFileSystem, URI } from 'langium';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtInText, libraryNames } from '../../language/documents/addresses.js';
import * as ast from '../../language/generated/ast.js';
import { Lowering } from '../../language/lower/lowering.js';
import { lowerFormula } from '../../language/lower/formula.js';
import { createSoretServices } from '../../language/services.js';
import { evaluate } from '../../solver/expression/evaluate.js';
import { symbol } from '../../solver/expression/expression.js';
import { Findings } from '../../solver/physics/findings.js';
import { translate } from '../../solver/physics/translate.js';
import { Session } from './session.js';

const textOf = (name: string): string => builtInText(URI.parse(`soret:/${name}.soret`))!;
let session: Session;
beforeAll(async () => void (session = await Session.start()));
afterAll(() => session.stop());

test('there are libraries of liquids, gases, metals, colloids and melts', () => {
  expect([...libraryNames].sort()).toEqual(['colloids', 'gases', 'liquids', 'melts', 'metals']);
});
test.each(libraryNames.map((name) => [name]))('soret:%s is sound', async (name) => {
  expect(await session.check(textOf(name))).toEqual([]);
});

const { shared, soret } = createSoretServices(EmptyFileSystem);
async function documentOf(name: string) {
  const document = await shared.workspace.LangiumDocuments.getOrCreateDocument(URI.parse(`soret:/${name}.soret`));
  await shared.workspace.DocumentBuilder.build([document], { validation: true });
  return document;
}
const modelOf = async (name: string) => (await documentOf(name)).parseResult.value as ast.Model;

test.each(libraryNames.map((name) => [name]))('soret:%s: every value says where it is from and whether that was read', async (name) => {
  for (const declaration of (await modelOf(name)).declarations) {
    const documentation = soret.documentation.DocumentationProvider.getDocumentation(declaration) ?? '';
    if (ast.isLet(declaration)) {
      expect(documentation, declaration.name).toMatch(/verified = (yes|no)/);
      expect(documentation, declaration.name).toMatch(/source|\(\d{4}\)|doi:|documentation|as ported|table/i);
    } else if (!ast.isImport(declaration)) {
      expect(documentation).not.toBe('');
      const block = declaration as ast.Species | ast.Solution;
      expect(
        block.properties.some((property) => property.key === 'reference'),
        block.name,
      ).toBe(true);
    }
  }
});

/** SI value of a `let` at a temperature and a mole fraction. */
async function value(library: string, name: string, T: number, x = 0): Promise<number> {
  const document = await documentOf(library);
  const found = (document.parseResult.value as ast.Model).declarations.find(
    (node): node is ast.Let => ast.isLet(node) && node.name === name,
  )!;
  const lowering = new Lowering(document, soret.check.CheckService.of(document), shared.workspace.DataFiles);
  const findings = new Findings();
  const reading = { temperature: symbol('T'), density: () => symbol('rho'), composition: () => symbol('x') };
  const expression = translate(lowerFormula(found.value, lowering), { reading, unknowns: [], findings, place: name });
  expect(findings.reasons).toEqual([]);
  return evaluate(expression, (key) => (key === 'T' ? T : key === 'x' ? x : Number.NaN));
}

test('sodium chloride: the polynomial passes through zero at 12 °C, where the salt changes its direction', async () => {
  expect(await value('liquids', 'soret_NaCl_water', 285.15)).toBeCloseTo(-3.68e-6, 8);
  expect(await value('liquids', 'soret_NaCl_water', 278.15)).toBeLessThan(0);
  expect(await value('liquids', 'soret_NaCl_water', 298.15)).toBeCloseTo(1.04425e-3, 8);
  expect(await value('liquids', 'diffusion_NaCl_water', 298.15)).toBeCloseTo(1.4975e-9, 14);
});
test('carbon tetrachloride and cyclohexane at 35 °C, equimolar', async () => {
  expect(await value('liquids', 'thermal_diffusion_factor_tetrachloromethane_cyclohexane', 308.15, 0.5)).toBeCloseTo(1.6405, 10);
  expect(await value('liquids', 'diffusion_tetrachloromethane_cyclohexane', 308.15, 0.5)).toBeCloseTo(1.6435e-9, 15);
});
test('primed coefficients of the ternary mixture sum to zero', async () => {
  for (const kind of ['soret', 'thermodiffusion']) {
    const parts = await Promise.all(
      ['tetralin', 'isobutylbenzene', 'dodecane'].map((name) => value('liquids', `${kind}_prime_${name}`, 298.15)),
    );
    expect(Math.abs(parts.reduce((a, b) => a + b, 0))).toBeLessThan(1e-12 * 1e-3);
  }
});
test('argon in air at −30 °C agrees with the value printed beside the fit', async () => {
  expect(await value('gases', 'thermal_diffusion_factor_argon_in_air', 243.15)).toBeCloseTo(9.85e-3, 4);
});
test('hydrogen in zirconium and niobium: the Arrhenius laws in SI', async () => {
  const T = 600;
  expect(await value('metals', 'diffusion_H_Zr', T)).toBeCloseTo(7.82e-7 * Math.exp((-10.93 * 4184) / (8.31446261815324 * T)), 14);
  // printed beside the law: 5.2e-6 cm²/s at 25 °C
  expect(await value('metals', 'diffusion_H_Nb', 298.15)).toBeCloseTo(5.3e-10, 11);
  expect(await value('metals', 'heat_of_transport_O_betaZr_least', 300)).toBeCloseTo(56902.4, 1);
});

test.each([
  ['soret:liquids', 'nacl_water', 'c(NaCl) = 500 mol/m^3', '20 degC', '30 degC'],
  ['soret:metals', 'hydrogen_in_zircaloy4', 'c(H) = 400 mol/m^3', '600 K', '700 K'],
])('a model with a medium of %s is sound', async (library, medium, composition, cold, hot) => {
  const text = `import "${library}"
geometry slab { length = 1 cm; medium = ${medium} }
initial { temperature = ${cold}; ${composition} }
boundary left { temperature = ${cold} }
boundary right { temperature = ${hot} }
steady rest
`;
  expect((await session.check(text)).filter(({ severity }) => severity === 1)).toEqual([]);
});

test('using an unverified entry shows a hint with its citation, and where the entry stands', async () => {
  const [hint, ...others] = await session.check('import "soret:metals"\nlet Q = heat_of_transport_H_Zr_300C\n');
  expect(others).toEqual([]);
  expect(hint).toMatchObject({
    code: 'data/unverified',
    severity: 4,
    range: { start: { line: 1, character: 8 }, end: { line: 1, character: 35 } },
    message:
      'heat_of_transport_H_Zr_300C is not verified: Heat of transport of hydrogen in zirconium, cold end 300 °C (A. Sawatzky, J. Nucl. Mater. 9 (1963) 364, as quoted by J. T. Merlino (2019), table 3).\n= compare the value with its source before you rely on it',
  });
  expect(hint!.relatedInformation![0]!.location.uri).toBe('soret:/metals.soret');
});
test('a verified entry shows none', async () => {
  expect(await session.check('import "soret:metals"\nlet Q = heat_of_transport_H_zircaloy4_260C\n')).toEqual([]);
});
