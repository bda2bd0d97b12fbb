/** Every statement in every block: where it does not belong, one message on its first word says where it does. */
import { describe, expect, test } from 'vitest';
import type { DiagnosticData } from '../../language/validation/finding.js';
import { applied, diagnose } from '../documents/marks.js';

const declarations = {
  model: 'model "again"',
  import: 'import "soret:liquids"',
  param: 'param p = 1 m',
  let: 'let l = 1 m',
  species: 'species S { molar_mass = 20 g/mol }',
  particle: 'particle P { diameter = 1 µm }',
  solution: 'solution N of A in B { density = 1 kg/m^3 }',
  mixture: 'mixture N of A, B {\n  density = 1 kg/m^3\n}',
  suspension: 'suspension N of A in B { density = 1 kg/m^3 }',
  solid: 'solid N { density = 1 kg/m^3 }',
  geometry: 'geometry slab { length = 1 mm }',
  initial: 'initial { temperature = 300 K }',
  boundary: 'boundary left { temperature = 300 K }',
  source: 'source { heat = 1 W/m^3 }',
  steady: 'steady at_rest',
  transient: 'transient relax { until = 1 s }',
  sweep: 'sweep many { study = rest }',
  fit: 'fit best { study = rest }',
  data: 'data d { file = "a.csv" }',
  measure: 'measure m = mean(T)',
  plot: 'plot T over x of rest',
  expect: 'expect sep of rest is 1 within 2 %',
} as const;
const inner = {
  layer: { text: 'layer k { thickness = 1 mm }', home: 'geometry' },
  interface: { text: 'interface k l { resistance = 1 m^2*K/W }', home: 'geometry' },
  reaction: { text: 'reaction k { A -> B; rate = 1 mol/(m^3*s) }', home: 'source' },
  equation: { text: '2 A -> B', home: 'reaction' },
} as const;
const blocks = {
  species: ['species X {', '}'],
  particle: ['particle X {', '}'],
  solution: ['solution X of A in B {', '}'],
  mixture: ['mixture X of A, B {', '}'],
  suspension: ['suspension X of A in B {', '}'],
  solid: ['solid X {', '}'],
  geometry: ['geometry slab {', '}'],
  layer: ['geometry slab { layer q {', '} }'],
  interface: ['geometry slab { interface q r {', '} }'],
  initial: ['initial {', '}'],
  boundary: ['boundary left {', '}'],
  source: ['source {', '}'],
  reaction: ['source { reaction q {', '} }'],
  steady: ['steady X {', '}'],
  transient: ['transient X {', '}'],
  sweep: ['sweep X {', '}'],
  fit: ['fit X {', '}'],
  data: ['data X {', '}'],
} as const;
const before = 'species A { molar_mass = 46 g/mol }\nspecies B { molar_mass = 18 g/mol }\nsteady rest\nmeasure sep = 1';
const after = 'let last = 3 mm';
const write = (open: string, statement: string, close: string) => `${before}\n${open}\n  ${statement}\n${close}\n${after}\n`;
const row = before.split('\n').length + 1;

const syntaxErrors = async (text: string) => (await diagnose(text)).filter((d) => d.code === 'syntax/error');
async function check(text: string, wanted: string): Promise<void> {
  const found = await syntaxErrors(text);
  expect(found.map((d) => d.message)).toEqual([wanted]);
  expect(found[0]!.range.start).toEqual({ line: row, character: 2 });
  for (const { edits } of (found[0]!.data as DiagnosticData).fixes) expect(await syntaxErrors(applied(text, edits))).toEqual([]);
}

describe.each(Object.entries(blocks))('inside %s', (outer, [open, close]) => {
  const top = open.split(' ')[0];
  test.each(Object.entries(declarations))('%s stands by itself', (word, text) =>
    check(write(open, text, close), `${word} cannot stand inside ${outer} { … }.\n= it stands by itself, behind the } of ${top}`),
  );
  test.each(Object.entries(inner))('%s belongs to its own block', async (word, { text, home }) => {
    if (home === outer) return expect(await syntaxErrors(write(open, text, close))).toEqual([]);
    const name = word === 'equation' ? 'An equation' : word;
    await check(write(open, text, close), `${name} cannot stand inside ${outer} { … }.\n= it belongs inside ${home} { … }`);
    // what the parser makes of it is not judged
    const others = (await diagnose(write(open, text, close))).filter(
      ({ code, range }) => code !== 'syntax/error' && range.start.line === row,
    );
    expect(others.map(({ message }) => message)).toEqual([]);
  });
});
test.each(Object.entries(inner))('%s stands in no block', (word, { text, home }) =>
  check(write('', text, ''), `${word === 'equation' ? 'An equation' : word} cannot stand by itself.\n= it belongs inside ${home} { … }`),
);
test.each([
  [
    'soret(A) = 1e-3 1/K',
    'soret is a property: it stands inside a block.\n= it belongs to solution { … }, suspension { … }, mixture { … }',
  ],
  ['rate = 1 mol/(m^3*s)', 'rate is a property: it stands inside a block.\n= it belongs to reaction { … }'],
  ['gap = 1 mm', 'No declaration begins with gap.\n= write let gap = … for a value of your own'],
  ['}', 'This } closes nothing.\n= there is one } too many, or the { before it is missing'],
])('%s stands in no block', (text, message) => check(write('', text, ''), message));

test('a brace that is missing is missing: what follows is not called misplaced', async () => {
  const found = await syntaxErrors('species A { molar_mass = 46 g/mol\nspecies B { molar_mass = 18 g/mol }\nsteady rest\n');
  expect(found.map((d) => d.message)).toEqual(['} is missing after g/mol: found species.']);
});
test('words in texts and comments are not statements', async () => {
  const text = 'solid N {\n  /* layer a { */ reference = "layer a {" // layer a {\n  density = = 3\n}\n';
  expect((await syntaxErrors(text)).map((d) => d.message)).toEqual([expect.stringContaining('A value is missing')]);
});
