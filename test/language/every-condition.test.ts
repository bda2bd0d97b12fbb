/** How rules, hints and advice treat every condition in the table of boundaries. */
import { AstUtils } from 'langium';
import { describe, expect, test } from 'vitest';
import { hintKinds } from '../../language/lsp/inlay-hints/kinds.js';
import { boundaryConditions } from '../../solver/physics/boundaries/index.js';
import { diagnose } from '../documents/marks.js';
import { open } from './session.js';

const codes = async (text: string): Promise<readonly string[]> => (await diagnose(text)).map(({ code }) => String(code));
interface Cell {
  readonly left: string;
  readonly right?: string;
  readonly initial?: string;
  readonly study?: string;
  readonly medium?: string;
}
const solution =
  'solution s of A in W { density = 1000 kg/m^3; diffusion(A) = 1e-9 m^2/s; soret(A) = 5e-3 1/K; conductivity = 0.6 W/(m*K); heat_capacity = 4180 J/(kg*K) }';
const start = 'temperature = 25 degC; c(A) = 100 mol/m^3';
const cell = ({ left, right = '', initial = start, study = 'transient relax { until = 1 s }', medium = solution }: Cell): string => `
species A { molar_mass = 100 g/mol }
species W { molar_mass = 18 g/mol }
${medium}
geometry slab { length = 1 mm; medium = s }
initial { ${initial} }
boundary left { ${left} }
boundary right { ${right} }
${study}
`;

test('without any condition a uniform model has no effect, and says so', async () =>
  expect(await codes(cell({ left: '' }))).toContain('physics/no-effect'));

test('a wall that swings has an effect, whatever share of its period the study is', async () => {
  const left = 'temperature = 25 degC + 5 K * sin(2 * pi * 100 1/s * t)';
  expect(await codes(cell({ left, study: 'transient relax { until = 10 s }' }))).not.toContain('physics/no-effect');
});

describe.each(boundaryConditions.map((condition) => [condition.property, condition] as const))('%s', (name, condition) => {
  const { balance, kind, towards, example } = condition;
  const heat = balance === 'heat';
  const others = boundaryConditions.filter((other) => other.balance === balance && other.property !== name);
  const written = (text: string, property: string): string => text.split('; ').find((part) => part.startsWith(property))!;

  test('is understood alone: no error, no warning', async () => expect(await codes(cell({ left: example }))).toEqual([]));
  test('conflicts with every other condition on its balance', async () => {
    for (const other of others)
      expect(await codes(cell({ left: [...new Set([...example.split('; '), ...other.example.split('; ')])].join('; ') }))).toContain(
        'conflict/boundary',
      );
  });
  test('needs the value that it draws to, which needs it', async () => {
    if (!towards || towards === name) return expect(example).not.toContain(';');
    for (const half of [name, towards]) expect(await codes(cell({ left: written(example, half) })), half).toContain('missing/ambient');
  });
  test('lets a steady state exist unless it drives a flux that goes nowhere', async () => {
    const found = await codes(cell({ left: example, study: 'steady rest' }));
    expect(found).toEqual(kind === 'flux' ? ['study/no-steady-state'] : []);
    const fixed = boundaryConditions.find((other) => other.balance === balance && other.kind === 'value')!.example;
    expect(await codes(cell({ left: example, right: fixed, study: 'steady rest' }))).toEqual([]);
  });
  test('asks for a conductivity when heat flows because of it', async () => {
    const steel = 'solid s { density = 7800 kg/m^3 }';
    const found = await codes(
      cell({
        left: heat ? example : '',
        right: 'temperature = 20 degC',
        initial: 'temperature = 25 degC',
        study: 'steady rest',
        medium: steel,
      }),
    );
    expect(found.includes('missing/coefficient')).toBe(heat && kind !== 'value');
  });
  test('stands for the initial temperature of a steady state when it draws to one', async () => {
    const found = await codes(cell({ left: example, initial: 'c(A) = 100 mol/m^3', study: 'steady rest' }));
    expect(found.includes('missing/initial')).toBe(!(heat && towards));
  });
  test('is no longer called insulated or sealed', async () => {
    const { root } = await open(cell({ left: example }));
    const wall = [...AstUtils.streamAst(root)].find(({ $type }) => $type === 'Boundary')!;
    const labels = hintKinds.defaults(wall, { document: AstUtils.getDocument(wall), last: undefined }).map(({ label }) => label);
    expect(labels).toEqual([heat ? 'sealed' : 'insulated']);
  });
});
