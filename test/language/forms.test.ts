import { describe, expect, test } from 'vitest';
import type * as ast from '../../language/generated/ast.js';
import { model, newSession, open, syntaxErrors, unresolved } from './session.js';

async function openEverything() {
  const session = newSession();
  for (const name of ['salts.soret', 'run.csv']) session.files.texts.set(`/models/${name}`, model(name));
  const document = await session.open(model('every-form.soret'), '/models/every-form.soret');
  return { session, document };
}

describe('every form of the language', () => {
  test('parses, links, checks and lowers without a complaint', async () => {
    const { session, document } = await openEverything();
    expect(syntaxErrors(document)).toEqual([]);
    expect(unresolved(document)).toEqual([]);
    expect(session.soret.check.CheckService.of(document).problems.map((p) => `${p.range.start.line}: ${p.message}`)).toEqual([]);
    expect(session.soret.lower.LowerService.of(document)).toHaveProperty('problem');
  });

  test('each declaration has the type that its keyword says', async () => {
    const { document } = await openEverything();
    const types = new Set((document.parseResult.value as ast.Model).declarations.map((d) => d.$type));
    expect([...types].sort()).toEqual(
      [
        'Boundary',
        'Data',
        'Expect',
        'Fit',
        'Geometry',
        'Import',
        'Initial',
        'Let',
        'Measure',
        'Mixture',
        'Param',
        'Particle',
        'Plot',
        'Solid',
        'Solution',
        'Source',
        'Species',
        'Steady',
        'Suspension',
        'Sweep',
        'Title',
        'Transient',
      ].sort(),
    );
  });
});

describe('words', () => {
  test.each(['F', 'R', 'H', 'T', 'x', 'e', 'pi', 'water', 'Ω', 'é₂', '𝛼', 'end', 'heat', 'left', 'slab'])(
    '%s is a good name of a species',
    async (name) => {
      const opened = await open(
        `species ${name} { molar_mass = 1 g/mol }\nspecies B {}\nmixture m of ${name}, B { soret(${name}) = 1 1/K }\nmeasure q = mean(w(${name}))`,
      );
      expect(syntaxErrors(opened.document)).toEqual([]);
      expect(unresolved(opened.document)).toEqual([]);
      const soret = (opened.root.declarations[2] as ast.Mixture).properties[0]!;
      expect(soret.args[0]!.ref?.$type).toBe('Species');
      expect(opened.check.problems).toEqual([]);
    },
  );

  test('a constant is not hidden by a species of its name', async () => {
    const { root } = await open('species R { molar_mass = 1 g/mol }\nlet q = R * 300 K');
    const product = (root.declarations[1] as ast.Let).value as ast.Binary;
    expect((product.left as ast.Ref).target.ref?.$type).toBe('Let');
  });

  test('a declared name does not hide a word', async () => {
    const { root, check } = await open('let kinetic = 3\nspecies A {}\nspecies B {}\nmixture m of A, B { diffusion = kinetic }');
    const word = (root.declarations[3] as ast.Mixture).properties[0]!.value as ast.Ref;
    expect(word.target.ref?.$container).not.toBe(root);
    expect(check.problems).toEqual([]);
  });

  test('a keyword before = is a property, a property never swallows the next line', async () => {
    const { root } = await open('transient a {\n  until =\n  every = 1 s\n  source = 3\n}');
    expect((root.declarations[0] as ast.Transient).properties.map((p) => p.key)).toEqual(['until', 'every', 'source']);
  });

  test('strings know two escapes; the closing quote may be missing', async () => {
    const { root } = await open('model "a \\"b\\" c:\\\\x\\n"\nimport "open');
    expect((root.declarations[0] as ast.Title).text).toBe('a "b" c:\\x\\n');
    expect((root.declarations[1] as ast.Import).path).toBe('open');
  });

  test('a doc comment belongs to what follows, over line comments too', async () => {
    const session = newSession();
    const document = await session.open(
      '/** Gap. */\n// not this\nlet gap = 1 mm\n/* nor this */ let other = 2 mm\nsolid s {\n  /** Measured. */\n  density = 1 kg/m^3\n}',
    );
    const [gap, other, solid] = (document.parseResult.value as ast.Model).declarations;
    const comments = session.soret.documentation.CommentProvider;
    expect(comments.getComment(gap!)).toBe('/** Gap. */');
    expect(comments.getComment(other!)).toBeUndefined();
    expect(comments.getComment((solid as ast.Solid).properties[0]!)).toBe('/** Measured. */');
  });
});

describe('literals', () => {
  const literal = async (text: string) => ((await open(`let q = ${text}`)).root.declarations[0] as ast.Let).value!;
  test.each([
    ['4.5e-10 m^2/s', 4.5e-10, 'm^2/s'],
    ['0.35 W/(m*K)', 0.35, 'W/(m*K)'],
    ['3.2e-3 1/K', 3.2e-3, '1/K'],
    ['25 °C', 25, '°C'],
    ['25degC', 25, 'degC'],
    ['40 %', 40, '%'],
    ['2 \u00b5m', 2, '\u00b5m'],
    ['2 \u03bcm', 2, '\u03bcm'],
    ['1 kg·m⁻³', 1, 'kg·m⁻³'],
    ['1 Pa^(1/2)', 1, 'Pa^(1/2)'],
    ['5 1/(m*K)^2', 5, '1/(m*K)^2'],
    ['1 kg/', 1, 'kg/'],
    ['1 W/(m*', 1, 'W/(m*'],
  ])('%s', async (text, value, unit) => {
    expect(await literal(text)).toMatchObject({ $type: 'Quantity', value, unit });
  });

  test('an uncertainty', async () => {
    expect(await literal('3.2e-3 +- 0.1e-3 1/K')).toMatchObject({ value: 3.2e-3, uncertainty: 0.1e-3, unit: '1/K' });
    expect(await literal('3.2e-3 ± 0.1e-3 1/K')).toMatchObject({ value: 3.2e-3, uncertainty: 0.1e-3, unit: '1/K' });
  });
  test('a blank decides between a unit and a division', async () => {
    expect(await literal('6 m / s')).toMatchObject({ $type: 'Binary', operator: '/' });
    expect(await literal('6 m/s')).toMatchObject({ $type: 'Quantity', unit: 'm/s' });
    expect(await literal('40 K*sin(3)')).toMatchObject({ $type: 'Binary', operator: '*' });
  });
  test('a unit ends with its line', async () => {
    const { root } = await open('let a = 3\nm^2\nlet b = 4');
    expect((root.declarations[0] as ast.Let).value).not.toHaveProperty('unit');
  });
});
