/** Conventions of thermodiffusion in hover and as refactorings: two components, three, the other component; values kept to the last digit. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CodeAction, Hover } from 'vscode-languageserver-protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyEdits, positionAt, root, Session } from './session.js';

let session: Session;
beforeAll(async () => void (session = await Session.start()));
afterAll(() => session.stop());

const example = (name: string) => readFileSync(path.join(root, 'examples', `${name}.soret`), 'utf8');
const gin = example('gin-and-tonic');
const ternary = example('ternary-dcmix');

async function rewrites(text: string, needle: string): Promise<Map<string, string>> {
  const uri = await session.open(text);
  const start = positionAt(text, text.indexOf(needle));
  const actions = await session.of<CodeAction[]>('codeAction', uri, {
    range: { start, end: start },
    context: { diagnostics: [], only: ['refactor.rewrite'] },
  });
  return new Map(actions.map((action) => [action.title, applyEdits(text, action.edit!.changes![uri]!)]));
}
const hover = async (text: string, needle: string) => {
  const uri = await session.open(text);
  await session.diagnostics(uri);
  return ((await session.at<Hover>('hover', uri, positionAt(text, text.indexOf(needle)))).contents as { value: string }).value;
};
const line = (text: string, start: string) =>
  text
    .split('\n')
    .find((l) => l.trim().startsWith(start))
    ?.split('//')[0]!
    .trim();

test('there and back again: every convention of two components keeps the value to the last digit', async () => {
  const there = await rewrites(gin, 'soret(ethanol) =');
  const titles = [...there.keys()].filter((title) => title.startsWith('State as'));
  expect(titles.map((title) => title.replace(/ \(at.*/, ''))).toEqual([
    'State as thermodiffusion coefficient D_T',
    'State as thermal diffusion factor α_T',
    'State as thermal diffusion ratio k_T',
    'State as heat of transport Q*',
    'State as thermal diffusion coefficient of the ∇ln T form Dᵀ',
  ]);
  for (const title of titles) {
    const text = there.get(title)!;
    const needle = text
      .split('\n')
      .find((l) => /^ {2}(thermo|thermal|heat_of)\w*\(ethanol/.test(l))!
      .trim();
    const back = await rewrites(text, needle);
    const soret = [...back].find(([name]) => name.startsWith('State as Soret coefficient'))![1];
    expect(line(soret, 'soret(ethanol)'), title).toBe('soret(ethanol) = -0.0032 1/K');
    expect((await session.check(text)).filter(({ severity }) => severity === 1)).toEqual([]);
  }
});
test('the other component: the sign turns, and in α_T too', async () => {
  const other = (await rewrites(gin, 'soret(ethanol) =')).get('State for water instead')!;
  expect(line(other, 'soret(water)')).toBe('soret(water) = 3.2e-3 1/K');
  const factor = gin.replace('soret(ethanol) = -3.2e-3 1/K', 'thermal_diffusion_factor(ethanol) = -0.95 +- 0.05');
  const turned = (await rewrites(factor, 'thermal_diffusion_factor')).get('State for water instead')!;
  expect(line(turned, 'thermal_diffusion_factor(water)')).toBe('thermal_diffusion_factor(water) = 0.95 +- 0.05');
});
test('three components: all statements of a family at once, with their uncertainties, and back', async () => {
  const there = await rewrites(ternary, 'soret_prime(THN)');
  expect([...there.keys()].filter((title) => title.startsWith('State all'))).toEqual([
    'State all as primed thermodiffusion coefficient D′_T (at 298.15 K)',
    'State all as Soret coefficient S_T of pairs (at 298.15 K)',
    'State all as Onsager coefficient L (at 298.15 K)',
  ]);
  const primed = there.get('State all as primed thermodiffusion coefficient D′_T (at 298.15 K)')!;
  // D′ = D S′: 6.7·12 + 0.4·(−3.4), 0.1·12 + 8.5·(−3.4), in 1e-14 m²/(s·K); the errors add in quadrature
  expect(line(primed, 'thermodiffusion_prime(THN)')).toBe('thermodiffusion_prime(THN) = 7.904e-13 +- 6.1e-14 m^2/(s*K)');
  expect(line(primed, 'thermodiffusion_prime(IBB)')).toBe('thermodiffusion_prime(IBB) = -2.77e-13 +- 1.2e-13 m^2/(s*K)');
  const pairs = there.get('State all as Soret coefficient S_T of pairs (at 298.15 K)')!;
  // S_ik = S′_i/w_i − S′_k/w_k: 1.2e-3/0.8 + 0.86e-3/0.1
  expect(line(pairs, 'soret(THN, nC12)')).toMatch(/^soret\(THN, nC12\) = 0\.0101 \+- /);
  expect(line(pairs, 'soret(IBB, nC12)')).toMatch(/^soret\(IBB, nC12\) = 0\.0052 \+- /);
  for (const [title, text] of there) {
    if (!title.startsWith('State all')) continue;
    expect(
      (await session.check(text)).filter(({ severity }) => severity === 1),
      text,
    ).toEqual([]);
    const needle = /^ {2}(thermodiffusion_prime|soret|onsager)\(THN/m.exec(text)![0].trim();
    const back = (await rewrites(text, needle)).get('State all as primed Soret coefficient S′_T (at 298.15 K)')!;
    expect(line(back, 'soret_prime(THN)')).toMatch(/^soret_prime\(THN\) = 0\.0012 /);
    expect(line(back, 'soret_prime(IBB)')).toMatch(/^soret_prime\(IBB\) = -3\.4e-4 /);
  }
});
test('two families side by side are not converted', async () => {
  const text = ternary.replace(
    '  conductivity',
    '  thermodiffusion_prime(THN) = 7.904e-13 m^2/(s*K)\n  thermodiffusion_prime(IBB) = -2.77e-13 m^2/(s*K)\n  conductivity',
  );
  expect([...(await rewrites(text, 'soret_prime(THN)')).keys()].filter((title) => title.startsWith('State all'))).toEqual([]);
});
test('hover on a primed coefficient: the side it goes to, and the other conventions', async () => {
  const text = await hover(ternary, 'soret_prime(IBB)');
  expect(text).toContain('`IBB` moves to the hot side.');
  expect(text).toContain('| D′_T | -2.77e-13 m²/(s·K) | primed thermodiffusion coefficient |');
  expect(text).toContain('| S′_T | -3.4e-4 1/K | primed Soret coefficient |');
  expect(text).toMatch(/\| S_T \(IBB, nC12\) \| 0\.0052 1\/K|\| S_T \(IBB, nC12\) \| 5\.2e-3/);
  expect(text).toMatch(/\| L \(IBB, heat\) \| -2\.265e-5 kg·K\/\(m·s\)/);
});
test('hover on a coefficient of two components says the primed ones too', async () => {
  const text = await hover(gin, 'soret(ethanol)');
  // S′_T = S_T w(1 − w)
  expect(text).toContain('| S′_T | -7.68e-4 1/K | primed Soret coefficient |');
});
test('hover compares with the library: value and error in the convention of the statement, citation, deviation', async () => {
  const text = `import "soret:metals"
solution rod of H in Zr {
  diffusion(H)         = arrhenius(7.9e-7 m^2/s, 44.9 kJ/mol)
  heat_of_transport(H) = 25 kJ/mol
}
initial { temperature = 350 degC; c(H) = 100 mol/m^3 }
`;
  const heat = await hover(text, 'heat_of_transport');
  expect(heat).toMatch(/Library `hydrogen_in_zircaloy4`: 27490 ± 5500 J\/mol, _J\. J\. Kearns.*; this value differs by -9\.05 %\./);
  expect(heat).toMatch(/Library `hydrogen_in_zircaloy_HNGD`: 25500 J\/mol/);
  expect(await hover(text, 'diffusion(H)')).toMatch(/Library `hydrogen_in_zircaloy4`: [0-9.e-]+ m²\/s, _J\. J\. Kearns/);
});
test('the other sign than the library, and a value far off, over the protocol', async () => {
  const model = (Q: string) => `import "soret:metals"
solution rod of H in Zr {
  diffusion(H)         = arrhenius(7.9e-7 m^2/s, 44.9 kJ/mol)
  heat_of_transport(H) = ${Q}
}
`;
  const [sign] = await session.check(model('-25 kJ/mol'));
  expect(sign).toMatchObject({ code: 'sign/literature', severity: 2 });
  expect(sign!.message).toMatch(/sends H to the hot side, but \w+ of the library sends it to the cold side \(/);
  expect(sign!.relatedInformation!.map((r) => r.location.uri)).toEqual(['soret:/metals.soret', 'soret:/metals.soret']);
  const [far] = await session.check(model('25 MJ/mol'));
  expect(far).toMatchObject({ code: 'sign/magnitude', severity: 2 });
  expect(far!.message).toMatch(/is 910 times that of hydrogen_in_zircaloy4 of the library, 27490 ± 5500 J\/mol \(/);
  expect(await session.check(model('25 kJ/mol'))).toEqual([]);
});
test('a primed coefficient of two components is divided by w(1 − w), at the composition of the model', async () => {
  const text = gin.replace('soret(ethanol) = -3.2e-3 1/K', 'soret_prime(ethanol) = -7.68e-4 1/K');
  const uri = await session.open(text);
  const found = (await session.diagnostics(uri)).find(({ code }) => code === 'onsager/primed')!;
  const actions = await session.of<CodeAction[]>('codeAction', uri, { range: found.range, context: { diagnostics: [found] } });
  const fix = actions.find(({ title }) => title === 'Write soret = -0.0032 1/K, divided by w(1−w) = 0.24')!;
  expect(line(applyEdits(text, fix.edit!.changes![uri]!), 'soret(ethanol)')).toMatch(/^soret\(ethanol\) = -0\.0032 1\/K/);
});
