/** Whole models written from an empty file by completion alone, as a new user would. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Session } from './session.js';
import { Writer } from './writer.js';

let session: Session;
beforeAll(async () => void (session = await Session.start()));
afterAll(() => session.stop());

async function species(w: Writer, ...list: readonly (readonly [string, string])[]): Promise<void> {
  for (const [name, mass] of list) {
    await w.takeFirst('spec', 'species', name, mass);
    await w.line();
  }
}
/** `density = 920 kg/m^3` and the next line. */
async function property(w: Writer, typed: string, label: string, number: string, unit: string, ...fill: string[]): Promise<void> {
  await w.takeFirst(typed, label, ...fill);
  await w.quantity(number, unit);
  w.drop();
  await w.type('\n  ');
}
async function walls(w: Writer, ...list: readonly (readonly [string, string])[]): Promise<void> {
  for (const [side, value] of list) {
    await w.takeFirst('bound', 'boundary', side);
    const shut = w.closing();
    await w.takeFirst('temp', 'temperature');
    w.drop();
    await w.type(`${value}${shut}\n`);
  }
}
const soundly = async (w: Writer) => {
  void session.replace(w.uri, w.text);
  expect(await session.diagnostics(w.uri), w.text).toEqual([]);
  expect(await session.request('soret/model', { uri: w.uri })).toMatchObject({ state: 'ready' });
};

test('gin and tonic', async () => {
  const w = await Writer.begin(session);
  await w.take('mo', 'model', 'Gin and tonic');
  await w.line();
  await w.take('pa', 'param', 'hot');
  await w.type('30 ');
  await w.take('', 'degC');
  await w.type(' ');
  await w.take('', 'from');
  await w.type('20 ');
  await w.take('', 'degC');
  await w.type(' ');
  await w.take('', 'to');
  await w.type('60 ');
  await w.take('', 'degC');
  w.drop();
  await w.type('\n');
  for (const [name, mass] of [
    ['ethanol', '46.07 g/mol'],
    ['water', '18.015 g/mol'],
  ] as const) {
    await w.take('spec', 'species', name, mass);
    await w.line();
  }
  await w.take('mix', 'mixture', 'gin', 'ethanol, water');
  const close = w.closing();
  for (const [typed, label, fill, number, unit] of [
    ['den', 'density', [], '935 ', 'kg/m^3'],
    ['diff', 'diffusion', [], '4.5e-10 ', 'm^2/s'],
    ['so', 'soret(…)', ['ethanol'], '-3.2e-3 ', '1/K'],
    ['cond', 'conductivity', [], '0.35 ', 'W/(m*K)'],
    ['heat_c', 'heat_capacity', [], '3.8 ', 'kJ/(kg*K)'],
  ] as const) {
    await w.take(typed, label, ...fill);
    await w.type(number);
    await w.take('', unit);
    w.drop();
    await w.type('\n  ');
  }
  await w.type(`${close.trimStart()}\n`);
  await w.take('geo', 'geometry', 'slab');
  const end = w.closing();
  await w.take('len', 'length');
  await w.type('1 ');
  await w.take('', 'mm');
  w.drop();
  await w.type('; ');
  await w.take('me', 'medium');
  await w.take('', 'gin');
  w.drop();
  await w.type(`${end}\n`);
  await w.take('ini', 'initial', '20 degC', '0.4');
  await w.line();
  for (const [side, value] of [
    ['left', '20 degC'],
    ['right', 'hot'],
  ] as const) {
    await w.take('bound', 'boundary', side);
    const shut = w.closing();
    await w.take('temp', 'temperature');
    await w.type(value);
    w.drop();
    await w.type(`${shut}\n`);
  }
  await w.take('ste', 'steady', 'rest');
  await w.line();
  await w.take('tra', 'transient', 'relax', '10 min');
  await w.line();
  await w.take('meas', 'measure', 'separation');
  await w.take('val', 'value(f, place)', 'w(ethanol)', 'left');
  await w.type(' - ');
  await w.take('val', 'value(f, place)', 'w(ethanol)', 'right');
  w.drop();
  await w.type('\n');
  await w.take('plo', 'plot', 'w(ethanol)', 'x');
  await w.type(' ');
  await w.take('', 'of');
  await w.take('', 'relax');
  await w.type(' ');
  await w.take('', 'at');
  await w.type('0 ');
  await w.take('', 's');
  await w.type(', ');
  await w.take('', 'end');
  w.drop();
  await w.type('\n');
  await w.take('expe', 'expect', 'separation', 'rest', '-7.7e-3', '2 %');
  await w.line();

  void session.replace(w.uri, w.text);
  expect(await session.diagnostics(w.uri), w.text).toEqual([]);
  const answer = await session.request('soret/model', { uri: w.uri });
  expect(answer).toMatchObject({
    state: 'ready',
    problem: { title: 'Gin and tonic', expectations: [{ study: 'rest' }], boundaries: [{ side: 'left' }, { side: 'right' }] },
  });
});

test('three components: the matrix at once, the primed coefficients, the initial state of the mixture', async () => {
  const w = await Writer.begin(session);
  await w.takeFirst('mod', 'model', 'Ternary');
  await w.line();
  await species(w, ['THN', '132.21 g/mol'], ['IBB', '134.22 g/mol'], ['nC12', '170.34 g/mol']);
  // the species of the file are its components
  await w.takeFirst('mix', 'mixture', 'dcmix');
  expect(w.text).toContain('mixture dcmix of THN, IBB, nC12 {');
  const close = w.closing();
  await property(w, 'den', 'density', '920', 'kg/m^3');
  await w.takeFirst('diff', 'diffusion: all 4', '6.7e-10', '0.4e-10', '0.1e-10', '8.5e-10');
  w.drop();
  await w.type('\n  ');
  expect(w.text).toContain('diffusion(THN, IBB) = 0.4e-10 m^2/s\n');
  // what belongs to two components is not offered
  const labels = (await w.offered()).map(({ label }) => label);
  for (const binary of ['soret(…)', 'thermodiffusion(…)', 'heat_of_transport(…)', 'diffusion(THN, IBB)'])
    expect(labels).not.toContain(binary);
  await property(w, 'soret_p', 'soret_prime(…)', '1.2e-3', '1/K', 'THN');
  await property(w, 'soret_p', 'soret_prime(…)', '-0.34e-3', '1/K', 'IBB');
  await property(w, 'cond', 'conductivity', '0.13', 'W/(m*K)');
  await property(w, 'heat_c', 'heat_capacity', '1.7', 'kJ/(kg*K)');
  await w.type(`${close.trimStart()}\n`);
  await w.takeFirst('geo', 'geometry', 'slab');
  const end = w.closing();
  expect((await w.offered()).map(({ label }) => label)).not.toContain('outer_radius');
  await property(w, 'len', 'length', '5', 'mm');
  await w.takeFirst('med', 'medium');
  await w.takeFirst('', 'dcmix');
  w.drop();
  await w.type(`${end}\n`);
  await w.takeFirst('ini', 'initial', '25 degC', '0.8', '0.1');
  await w.line();
  expect(w.text).toContain('initial { temperature = 25 degC; w(THN) = 0.8; w(IBB) = 0.1 }\n');
  await walls(w, ['left', '20 degC'], ['right', '30 degC']);
  await w.takeFirst('stea', 'steady', 'rest');
  await w.line();
  await w.takeFirst('mea', 'measure', 'd');
  await w.take('val', 'value(f, place)', 'w(THN)', 'left');
  await w.type(' - ');
  await w.take('val', 'value(f, place)', 'w(THN)', 'right');
  w.drop();
  await w.type('\n');
  await w.takeFirst('plo', 'plot', 'w(IBB)', 'x');
  await w.line();
  await w.takeFirst('exp', 'expect', 'd', '12e-3', '1 %');
  await w.line();
  await soundly(w);
});
test('the matrix of Onsager: each entry in its own unit', async () => {
  const w = await Writer.begin(session);
  await species(w, ['THN', '132.21 g/mol'], ['nC12', '170.34 g/mol']);
  await w.takeFirst('mix', 'mixture', 'oil');
  const close = w.closing();
  await property(w, 'den', 'density', '842', 'kg/m^3');
  await property(w, 'heat_c', 'heat_capacity', '1.93', 'kJ/(kg*K)');
  await w.takeFirst('ons', 'onsager: all 3', '2.3785e-9', '1.1039e-4', '11556');
  w.drop();
  expect(w.text).toMatch(
    /onsager\(THN, THN\) = 2\.3785e-9 kg\*K\*s\/m\^3\nonsager\(THN, heat\) = 1\.1039e-4 kg\*K\/\(m\*s\)\nonsager\(heat, heat\) = 11556 W\*K\/m$/,
  );
  // behind a number only the unit of that entry
  await w.type(close);
  const uri = await session.open(w.text.replace('1.1039e-4 kg*K/(m*s)', '1.1039e-4 '));
  const { items } = await session.at<{ items: { label: string }[] }>('completion', uri, {
    line: w.text.split('\n').findIndex((line) => line.includes('(THN, heat)')),
    character:
      w.text
        .split('\n')
        .find((line) => line.includes('(THN, heat)'))!
        .indexOf('1.1039e-4 ') + 10,
  });
  expect(items.map(({ label }) => label)).toEqual(['kg*K/(m*s)']);
  await w.type('\n');
  await w.takeFirst('geo', 'geometry', 'slab');
  const end = w.closing();
  await property(w, 'len', 'length', '1', 'mm');
  await w.takeFirst('med', 'medium');
  await w.takeFirst('', 'oil');
  w.drop();
  await w.type(`${end}\n`);
  await w.takeFirst('ini', 'initial', '25 degC', '0.5');
  await w.line();
  await walls(w, ['left', '20 degC'], ['right', '30 degC']);
  await w.takeFirst('stea', 'steady', 'rest');
  await w.line();
  await soundly(w);
});
test('particles in a liquid', async () => {
  const w = await Writer.begin(session);
  await w.takeFirst('part', 'particle', 'silica', '100 nm', '2 g/cm^3');
  await w.line();
  await species(w, ['water', '18.015 g/mol']);
  await w.takeFirst('susp', 'suspension', 'colloid');
  expect(w.text).toContain('suspension colloid of silica in water {');
  const close = w.closing();
  await property(w, 'visc', 'viscosity', '0.9', 'mPa*s');
  await property(w, 'cond', 'conductivity', '0.6', 'W/(m*K)');
  await w.takeFirst('diff', 'diffusion');
  await w.takeFirst('', 'stokes_einstein');
  w.drop();
  await w.type('\n  ');
  await property(w, 'sor', 'soret(silica)', '0.02', '1/K');
  await w.type(`${close.trimStart()}\n`);
  await w.takeFirst('geo', 'geometry', 'slab');
  const end = w.closing();
  await property(w, 'len', 'length', '100', 'µm');
  await w.takeFirst('med', 'medium');
  await w.takeFirst('', 'colloid');
  w.drop();
  await w.type(`${end}\n`);
  await w.takeFirst('ini', 'initial', '25 degC', '1e-6');
  await w.line();
  expect(w.text).toContain('c(silica) = 1e-6 mol/m^3 }');
  await walls(w, ['left', '20 degC'], ['right', '30 degC']);
  await w.takeFirst('stea', 'steady', 'rest');
  await w.line();
  await soundly(w);
});
test('a rod of two solids with a contact between them', async () => {
  const w = await Writer.begin(session);
  for (const [name, value] of [
    ['fuel', '3'],
    ['steel', '15'],
  ] as const) {
    await w.takeFirst('sol', 'solid', name);
    const close = w.closing();
    await w.quantity(value, 'W/(m*K)');
    await w.type(`${close}\n`);
  }
  await w.takeFirst('geo', 'geometry', 'cylinder');
  const end = w.closing();
  for (const [name, thickness, medium] of [
    ['pellet', '4 mm', 'fuel'],
    ['clad', '1 mm', 'steel'],
  ] as const) {
    await w.take('lay', 'layer', name, thickness, medium);
    await w.leave();
    await w.type('\n  ');
  }
  // the layers have sizes and media of their own
  const labels = (await w.offered()).map(({ label }) => label);
  for (const other of ['outer_radius', 'medium', 'length']) expect(labels).not.toContain(other);
  await w.take('inter', 'interface', 'pellet', 'clad');
  const close = w.closing();
  await w.takeFirst('res', 'resistance');
  await w.quantity('2e-4', 'm^2*K/W');
  w.drop();
  await w.type(`${close}${end}\n`);
  await w.takeFirst('ini', 'initial', '300 degC');
  await w.line();
  // nothing moves in a solid
  expect(w.text).toContain('initial { temperature = 300 degC }\n');
  await w.takeFirst('sour', 'source');
  const shut = w.closing();
  await w.takeFirst('he', 'heat');
  await w.quantity('200', 'W/cm^3');
  w.drop();
  await w.type(`${shut}\n`);
  await walls(w, ['outer', '300 degC']);
  await w.takeFirst('stea', 'steady', 'hot');
  await w.line();
  await soundly(w);
});
test('a library is offered behind import, in quotes', async () => {
  const w = await Writer.begin(session);
  await w.type('import ');
  await w.takeFirst('', 'soret:liquids');
  expect(w.text).toBe('import "soret:liquids"');
});
