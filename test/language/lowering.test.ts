import { describe, expect, test } from 'vitest';
import type { Formula } from '../../solver/formula.js';
import type { Problem, PropertyValue, TransientStudy } from '../../solver/problem.js';
import { example, lowered, newSession } from './session.js';

const gin = example('gin-and-tonic.soret');
const numbers = (properties: readonly PropertyValue[]) =>
  Object.fromEntries(
    properties.map((p) => [p.of.length > 0 ? `${p.name}(${p.of.join(',')})` : p.name, p.value.kind === 'number' ? p.value.value : p.value]),
  );

describe('gin and tonic', () => {
  test('lowers to the numbers that it states', async () => {
    const problem = await lowered(gin);
    expect(problem.title).toBe('Gin and tonic: ethanol and water between two plates');
    expect(problem.parameters).toMatchObject([
      { name: 'hot', value: 303.15, low: 293.15, high: 333.15, unit: 'K', written: { text: 'degC', factor: 1, offset: 273.15 } },
    ]);
    expect(problem.substances.map((s) => [s.kind, s.name, numbers(s.properties)])).toEqual([
      ['species', 'ethanol', { molar_mass: 0.04607 }],
      ['species', 'water', { molar_mass: 0.018015 }],
    ]);
    expect(problem.media).toMatchObject([{ kind: 'mixture', name: 'gin', components: ['ethanol', 'water'] }]);
    expect(numbers(problem.media[0]!.properties)).toEqual({
      density: 935,
      diffusion: 4.5e-10,
      'soret(ethanol)': -3.2e-3,
      conductivity: 0.35,
      heat_capacity: 3800,
    });
    expect(problem.geometry).toMatchObject({
      shape: 'slab',
      layers: [{ name: '', thickness: { kind: 'number', value: 1e-3 }, medium: 'gin', cells: 100 }],
      interfaces: [],
      properties: [],
    });
    expect(numbers(problem.initial)).toEqual({ temperature: 293.15, 'w(ethanol)': 0.4 });
    expect(problem.boundaries.map((b) => [b.side, numbers(b.conditions)])).toEqual([
      ['left', { temperature: 293.15 }],
      ['right', { temperature: { kind: 'parameter', name: 'hot' } }],
    ]);
    expect(problem.studies).toMatchObject([
      { kind: 'steady', name: 'rest', set: [] },
      { kind: 'transient', name: 'relax', until: { value: 600 }, instantHeat: false, times: [{ value: 0 }, { value: 10 }, { value: 60 }] },
    ]);
    expect(problem.measures).toMatchObject([{ name: 'separation', unit: '1', formula: { kind: 'operator', operator: 'subtract' } }]);
    expect(problem.plots).toMatchObject([
      { over: 'x', of: ['relax'], at: [{ value: 0 }, { value: 10 }, { value: 60 }, null], series: [{ label: 'w(ethanol)', unit: '1' }] },
      { over: 't', of: ['relax'], at: [], series: [{ label: 'separation', measure: 'separation' }] },
    ]);
    expect(problem.expectations).toMatchObject([
      { name: 'separation', study: 'rest', wanted: { value: -7.7e-3 }, tolerance: { kind: 'relative', value: { value: 0.02 } } },
    ]);
  });

  test('survives a structured clone', async () => {
    const problem = await lowered(gin);
    expect(structuredClone(problem)).toEqual(problem);
  });

  test('says where each statement stands', async () => {
    const problem = await lowered(gin);
    const soret = problem.media[0]!.properties.find((p) => p.name === 'soret')!;
    const { start, end } = soret.origin;
    expect(gin.split('\n')[start.line]!.slice(start.character, end.character)).toBe('soret(ethanol) = -3.2e-3 1/K');
  });

  test('in other units it is the same problem, with the same hash', async () => {
    const other = gin
      .replace('30 degC from 20 degC to 60 degC', '303.15 K from 68 degF to 333.15 K')
      .replace('1 mm', '0.1 cm')
      .replace('46.07 g/mol', '0.04607 kg/mol')
      .replace('935 kg/m^3', '0.935 g/cm³')
      .replace('4.5e-10 m^2/s', '4.5e-6 cm²/s')
      .replace('0.35 W/(m*K)', '350 mW/(m·K)')
      .replace('3.8 kJ/(kg*K)', '3.8 J/(g*K)')
      .replace('w(ethanol) = 0.4', 'w(ethanol) = 40 %')
      .replace('20 degC }           //', '293.15 K } // sealed')
      .replace('10 min }', '600000 ms }');
    const [a, b] = [await lowered(gin), await lowered(other)];
    const bare = (p: Problem) =>
      JSON.parse(JSON.stringify(p, (key, value: unknown) => (['origin', 'written'].includes(key) ? undefined : value))) as object;
    expect(bare(b)).toEqual(bare(a));
    expect(b.hash).toBe(a.hash);
  });

  test('comments, blanks and the title do not change the hash, a number does', async () => {
    const { hash } = await lowered(gin);
    expect((await lowered(`// a comment\n\n${gin.replace('model "Gin', 'model "Another gin').replaceAll('  ', ' ')}`)).hash).toBe(hash);
    expect((await lowered(gin.replace('4.5e-10', '4.6e-10'))).hash).not.toBe(hash);
    expect((await lowered(gin.replace('until = 10 min', 'until = 11 min'))).hash).not.toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
  });
});

const binary = `species A { molar_mass = 40 g/mol }
species B { molar_mass = 20 g/mol; heat_capacity = 75 J/(mol*K) }
param S = 1e-3 +- 1e-4 1/K
let gap = 2 * 1 mm
`;
const cell = (medium: string, rest = '') =>
  `${binary}mixture m of A, B { ${medium} }\ngeometry slab { length = gap; medium = m }\nsteady rest\n${rest}`;
const property = async (text: string): Promise<PropertyValue> => (await lowered(cell(text))).media[0]!.properties[0]!;

describe('properties arrive in the first quantity of the catalogue', () => {
  test('a heat of transport per particle or in calories becomes J/mol', async () => {
    expect((await property('heat_of_transport(A) = 1 eV')).value).toMatchObject({
      kind: 'number',
      value: expect.closeTo(96485.33212331, 6) as number,
    });
    expect((await property('heat_of_transport(A) = 1 kcal/mol')).value).toEqual({ kind: 'number', value: 4184 });
  });
  test('a molar heat capacity becomes specific by the molar mass', async () => {
    const { substances } = await lowered(cell('density = 1 kg/m^3'));
    expect(numbers(substances[1]!.properties)).toEqual({ molar_mass: 0.02, heat_capacity: 3750 });
  });
  test('words, options, uncertainties, params', async () => {
    expect(await property('diffusion = kinetic')).toMatchObject({ name: 'diffusion', value: { kind: 'word', word: 'kinetic' } });
    expect(await property('thermal_diffusion_coefficient(A, convention = plus_grad_lnT) = 1 kg/(m*s)')).toMatchObject({
      of: ['A'],
      options: { convention: 'plus_grad_lnT' },
    });
    expect(await property('soret(A) = -3.2e-3 +- 0.1e-3 1/K')).toMatchObject({ value: { value: -3.2e-3, uncertain: 'soret(A)' } });
    expect(await property('soret(A) = 2 * S')).toMatchObject({
      value: { operator: 'multiply', operands: [{ value: 2 }, { kind: 'parameter', name: 'S' }] },
    });
    expect((await lowered(cell('soret(A) = S'))).parameters).toMatchObject([{ name: 'S', value: 1e-3, uncertainty: 1e-4, unit: '1/K' }]);
  });
});

describe('formulas', () => {
  const formula = async (text: string): Promise<Formula> =>
    (await lowered(cell('density = 1 kg/m^3', `measure q = ${text}`))).measures[0]!.formula;
  const functional = (f: object) => ({ kind: 'functional', functional: f });
  const w = { kind: 'composition', measure: 'w', species: 'A' };
  test.each([
    ['2 * gap', { kind: 'number', value: 4e-3 }],
    ['value(w(A), right)', functional({ kind: 'value', of: w, place: { kind: 'side', side: 'right' } })],
    [
      'value(w(A), x = 0.3 mm)',
      functional({ kind: 'value', of: w, place: { kind: 'point', coordinates: { x: { kind: 'number', value: 3e-4 } } } }),
    ],
    [
      'value(w(A), x = 1 mm, y = gap)',
      functional({
        kind: 'value',
        of: w,
        place: { kind: 'point', coordinates: { x: { kind: 'number', value: 1e-3 }, y: { kind: 'number', value: 2e-3 } } },
      }),
    ],
    ['mean(w(A))', functional({ kind: 'mean', of: w })],
    ['min(w(A))', functional({ kind: 'minimum', of: w })],
    ['max(w(A))', functional({ kind: 'maximum', of: w })],
    ['integral(T)', functional({ kind: 'integral', of: { kind: 'temperature' } })],
    ['where_max(rho)', functional({ kind: 'where_max', of: { kind: 'density' } })],
    ['flux(A, left)', functional({ kind: 'flux', species: 'A', side: 'left' })],
    ['heat_flux(right)', functional({ kind: 'heat_flux', side: 'right' })],
    ['relaxation_time(A)', functional({ kind: 'relaxation_time', species: 'A' })],
    ['mass(B)', functional({ kind: 'mass', species: 'B' })],
    ['entropy_production', functional({ kind: 'entropy_production' })],
    ['entropy_production()', functional({ kind: 'entropy_production' })],
    [
      'value(gradient(T), left)',
      functional({ kind: 'value', of: { kind: 'gradient', of: { kind: 'temperature' } }, place: { kind: 'side', side: 'left' } }),
    ],
    [
      'mean(max(w(A), 0.1))',
      functional({ kind: 'mean', of: { kind: 'call', function: 'max', arguments: [w, { kind: 'number', value: 0.1 }] } }),
    ],
    [
      'mean(x(A)) + 0',
      {
        kind: 'operator',
        operator: 'add',
        operands: [functional({ kind: 'mean', of: { ...w, measure: 'x' } }), { kind: 'number', value: 0 }],
      },
    ],
  ])('%s', async (text, wanted) => expect(await formula(text)).toEqual(wanted));

  test('an activation energy per particle counts per mole', async () => {
    const perParticle = (await property('diffusion = arrhenius(1 m^2/s, 1 eV)')).value as Extract<Formula, { kind: 'call' }>;
    expect(perParticle.arguments[1]).toMatchObject({ kind: 'number', value: expect.closeTo(96485.33212331, 6) as number });
  });
  test('named arguments go to their places', async () => {
    const { boundaries } = await lowered(
      `${cell('density = 1 kg/m^3')}boundary left { temperature = 300 K + 5 K * pulse(t, width = 2 s, at = 1 s) }`,
    );
    expect(JSON.stringify(boundaries)).toContain(
      '"function":"pulse","arguments":[{"kind":"time"},{"kind":"number","value":1},{"kind":"number","value":2}]',
    );
  });
});

describe('geometry, studies, plots', () => {
  test('radial sizes', async () => {
    const { geometry } = await lowered(
      `${binary}solid s {}\ngeometry cylinder { inner_radius = 2 mm; outer_radius = 5 mm; medium = s; cells = 7 }`,
    );
    expect(geometry.layers[0]).toMatchObject({ thickness: { kind: 'number', value: 3e-3 }, cells: 7 });
    expect(numbers(geometry.properties)).toEqual({ inner_radius: 2e-3 });
  });
  test('layers in the order written, with their interfaces', async () => {
    const { geometry, media } = await lowered(
      'solid s {}\nsolid unused {}\nsolid u {}\ngeometry slab { gravity = 0; layer a { thickness = 1 mm; medium = s; cells = 3; grading = 2 } layer b { thickness = 2 mm; medium = u } interface a b { resistance = 1 m^2*K/W } }',
    );
    expect(geometry.layers).toMatchObject([
      { name: 'a', medium: 's', cells: 3, grading: 2, thickness: { value: 1e-3 } },
      { name: 'b', medium: 'u', thickness: { value: 2e-3 } },
    ]);
    expect(geometry.interfaces).toMatchObject([{ between: ['a', 'b'], properties: [{ name: 'resistance' }] }]);
    expect(media.map((m) => m.name)).toEqual(['s', 'u']);
  });
  test('reactions, sides of an equation may be empty', async () => {
    const { reactions } = await lowered(
      cell('density = 1 kg/m^3', 'source { reaction k { 2 A + B -> ; rate = 1 mol/(m^3*s) } reaction l { -> A; rate = 1 mol/(L*min) } }'),
    );
    expect(reactions).toMatchObject([
      {
        name: 'k',
        reactants: [
          { species: 'A', coefficient: 2 },
          { species: 'B', coefficient: 1 },
        ],
        products: [],
        rate: { value: 1 },
      },
      { name: 'l', reactants: [], products: [{ species: 'A', coefficient: 1 }], rate: { value: expect.closeTo(1000 / 60, 10) as number } },
    ]);
  });
  test('sweeps and fits', async () => {
    const { studies } = await lowered(
      cell(
        'soret(A) = S',
        'param hot = 30 degC\nlet temperatures = list(20 degC, 25 degC)\nsweep a { study = rest; vary(S) = logspace(1e-3 1/K, 1e-1 1/K, 3); vary(hot) = linspace(20 degC, 40 degC, 3); paired = yes }\nsweep b { study = rest; vary(hot) = temperatures; set(S) = 2e-3 1/K }',
      ),
    );
    expect(studies[1]).toMatchObject({
      kind: 'sweep',
      study: 'rest',
      paired: true,
      vary: [
        { parameter: 'S', values: [1e-3, expect.closeTo(1e-2, 15), 1e-1] },
        { parameter: 'hot', values: [293.15, 303.15, 313.15] },
      ],
    });
    expect(studies[2]).toMatchObject({
      paired: false,
      vary: [{ values: [293.15, 298.15] }],
      set: [{ parameter: 'S', value: { value: 2e-3 } }],
    });
  });
  test('a transient knows the times that plots and expectations ask for', async () => {
    const { studies } = await lowered(
      cell(
        'density = 1 kg/m^3',
        'transient a { until = 1 min; every = 10 s; times = list(1 s); start = rest; temperature = instant }\nplot w(A) over x of a at 3 s, end\nexpect mean(T) of a at 7 s is 300 K within 1 K',
      ),
    );
    const transient = studies[1] as TransientStudy;
    expect(transient).toMatchObject({ start: 'rest', every: { value: 10 }, instantHeat: true });
    expect(transient.times).toEqual([1, 3, 7].map((value) => ({ kind: 'number', value })));
  });
  test('a field over time is drawn at each place', async () => {
    const { plots } = await lowered(cell('density = 1 kg/m^3', 'transient a { until = 1 min }\nplot T over t of a at left, x = 0.5 mm'));
    expect(plots[0]).toMatchObject({
      over: 't',
      at: [],
      series: [
        { label: 'T at left', formula: { functional: { kind: 'value', place: { kind: 'side', side: 'left' } } } },
        { label: 'T at x = 0.5 mm', formula: { functional: { kind: 'value', place: { kind: 'point' } } } },
      ],
    });
  });
  test('an absolute tolerance, bounds, the only study', async () => {
    const { expectations } = await lowered(
      cell('density = 1 kg/m^3', 'expect mean(T) is 300 K within 0.5 K\nexpect mean(T) above 20 degC below 40 degC'),
    );
    expect(expectations).toMatchObject([
      { study: 'rest', tolerance: { kind: 'absolute', value: { value: 0.5 } } },
      { study: 'rest', above: { value: 293.15 }, below: { value: 313.15 } },
    ]);
  });
});

describe('imports', () => {
  test('bring species, media, params and lets, and what those need; a change two files away is felt', async () => {
    const session = newSession();
    session.files.texts.set(
      '/models/matter.soret',
      `import "constants.soret"\n${binary}mixture m of A, B { density = heavy }\nsolid other {}`,
    );
    session.files.texts.set('/models/constants.soret', 'let heavy = 2000 kg/m^3');
    const document = await session.open(
      'import "./matter.soret"\ngeometry slab { length = gap; medium = m }\nsteady rest',
      '/models/main.soret',
    );
    const problem = () => {
      const result = session.soret.lower.LowerService.of(document);
      if ('problems' in result) throw new Error(result.problems[0]?.message);
      return result.problem;
    };
    expect(problem().substances.map((s) => s.name)).toEqual(['A', 'B']);
    expect(numbers(problem().media[0]!.properties)).toEqual({ density: 2000 });
    const { hash } = problem();

    const constants = [...session.shared.workspace.LangiumDocuments.all].find((d) => d.uri.path.endsWith('constants.soret'))!;
    session.files.texts.set('/models/constants.soret', 'let heavy = 3000 kg/m^3');
    await session.shared.workspace.DocumentBuilder.update([constants.uri], []);
    expect(numbers(problem().media[0]!.properties)).toEqual({ density: 3000 });
    expect(problem().hash).not.toBe(hash);
  });
  test('the built-in library and circles of imports', async () => {
    const session = newSession();
    session.files.texts.set('/models/b.soret', 'import "a.soret"\nlet q = 3 mm');
    const document = await session.open(
      'import "b.soret"\nimport "soret:liquids"\nsolution s of ethanol in water {}\ngeometry slab { length = q; medium = s }',
      '/models/a.soret',
    );
    expect(document.references.every((r) => r.error === undefined)).toBe(true);
    expect(session.soret.lower.LowerService.of(document)).toHaveProperty('problem');
  });
});

test('a model that is not complete gives problems, never an exception', async () => {
  const session = newSession();
  for (const text of [
    '',
    'geometry slab {}',
    'geometry blob {}',
    'steady',
    'geometry slab { length = 1 mm; medium = nothing }\nplot T over q',
    'transient a {}\ngeometry slab { layer l {} }',
  ]) {
    const result = session.soret.lower.LowerService.of(await session.open(text));
    expect(result, text).toHaveProperty('problems');
  }
});
