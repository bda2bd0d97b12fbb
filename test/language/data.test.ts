import { describe, expect, test } from 'vitest';
import { readDataSet } from '../../language/data/dataset.js';
import { cellNumber, parseCsv } from '../../language/data/csv.js';
import * as ast from '../../language/generated/ast.js';
import { newSession } from './session.js';

async function read(csv: string | undefined, block: string, measures = 'measure dw = mean(T) / (1 K)\nmeasure Th = mean(T)') {
  const session = newSession();
  if (csv !== undefined) session.files.texts.set('/models/run.csv', csv);
  const document = await session.open(`${measures}\ndata d { file = "run.csv"; ${block} }`, '/models/m.soret');
  const data = (document.parseResult.value as ast.Model).declarations.find(ast.isData)!;
  const check = session.soret.check.CheckService.of(document);
  const { columns, problems } = readDataSet(data, document, check, session.shared.workspace.DataFiles);
  return {
    columns: Object.fromEntries(columns.map((c) => [c.name, c.values])),
    full: columns,
    codes: problems.map((p) => p.code),
    problems,
    session,
    document,
  };
}

describe('data files', () => {
  test('columns in SI, comments left out, columns of other names passed over', async () => {
    const { columns, codes } = await read('# by hand\nt [min],dw [%],note [m]\n0,10,1\n1,20,1\n', '');
    expect(codes).toEqual([]);
    expect(columns).toEqual({ t: [0, 60], dw: [0.1, 0.2] });
  });
  test('semicolons, tabs, quotes, CRLF, a byte order mark', async () => {
    expect((await read('\ufefft [s];dw [1]\r\n0;1\r\n2;3\r\n', '')).columns).toEqual({ t: [0, 2], dw: [1, 3] });
    expect((await read('t [s]\tdw [1]\n0\t1', '')).columns).toEqual({ t: [0], dw: [1] });
    expect((await read('"t [s]","dw [1]"\n"0","1"', '')).columns).toEqual({ t: [0], dw: [1] });
  });
  test('readings of a thermometer', async () => {
    expect((await read('t [s],Th [degC]\n0,25', '')).columns).toEqual({ t: [0], Th: [298.15] });
  });
  test('another name, a unit, uncertainties', async () => {
    const { full, codes } = await read(
      'time,signal,sigma\n0,1,0.1\n10,2,0.2',
      'column(t) = "time"; unit(t) = 1 min; column(dw) = "signal"; uncertainty(dw) = "sigma"',
    );
    expect(codes).toEqual([]);
    expect(full).toMatchObject([
      { name: 't', unit: 's', values: [0, 600] },
      { name: 'dw', unit: '1', values: [1, 2], uncertainty: [0.1, 0.2] },
    ]);
    expect((await read('t [s],dw [1]\n0,1\n1,2', 'uncertainty(dw) = 5 %')).full[1]).toMatchObject({ uncertainty: [0.05, 0.05] });
  });

  test.each([
    ['a missing file', undefined, '', ['data/file']],
    ['an empty file', '# nothing', '', ['data/header']],
    ['no header', '0,1\n1,2', '', ['data/header', 'data/header']],
    ['no rows', 't [s],dw [1]\n', '', ['data/rows']],
    ['no known column', 'a,b\n1,2', '', ['data/column']],
    ['a column that is not there', 't [s],dw [1]\n0,1', 'column(dw) = "signal"', ['data/column']],
    ['a field that is no measure', 't [s],dw [1]\n0,1', 'unit(T) = 1 K', ['data/column']],
    ['a wrong unit', 't [m],dw [1]\n0,1', '', ['data/unit']],
    ['an unknown unit', 't [sec],dw [1]\n0,1', '', ['data/unit']],
    ['a missing unit', 't,dw [1]\n0,1', '', ['data/unit']],
    ['a unit that contradicts the header', 't [s],Th [K]\n0,1', 'unit(Th) = 1 s', ['data/unit', 'data/unit']],
    ['a word', 't [s],dw [1]\n0,NaN', '', ['data/number']],
    ['an empty cell', 't [s],dw [1]\n0,', '', ['data/number']],
    ['decimal commas beside semicolons', 't [s];dw [1]\n0;1,5', '', ['data/decimal-comma']],
    ['decimal commas beside commas', 't [s],dw [1]\n0,5,1,5', '', ['data/decimal-comma']],
    ['a column twice', 't [s],dw [1],dw [1]\n0,1,2', '', ['data/duplicate']],
    ['a row twice', 't [s],dw [1]\n1,1\n1,2', '', ['data/duplicate']],
    ['uncertainties in another dimension', 't [s],dw [1],sigma [m]\n0,1,1', 'uncertainty(dw) = "sigma"', ['data/unit']],
  ])('%s', async (_title, csv, block, codes) => expect((await read(csv, block)).codes).toEqual(codes));

  test.each([
    [
      'an uncertainty below zero',
      '# by hand\nt [s],dw [1],sigma [1]\n0,1,1\n\n5,1,-1',
      'uncertainty(dw) = "sigma"',
      'Line 5 of run.csv: an uncertainty must be positive, but sigma is -1 there.',
    ],
    ['a number beyond all numbers', 't [s],dw [1]\n0,1e400', '', 'Line 2 of run.csv: 1e400 is larger than numbers can be (column dw).'],
    ['old line ends, a comment in between', 't [s],dw [1]\r0,1\r# note\r1,?', '', 'Line 4 of run.csv: ? is not a number (column dw).'],
    ['twice the same time', 't [s],dw [1]\n0,1\n60,2\n60,3', '', 'run.csv has several rows with the same t (60 s).'],
    ['a unit behind a slash', 't / min,dw [1]\n0,1', '', 'The header of run.csv has t / min: units stand in square brackets.'],
    ['a unit in parentheses', 't [s],dw (%)\n0,1', '', 'The header of run.csv has dw (%): units stand in square brackets.'],
  ])('%s: the line is named', async (_, csv, block, message) => {
    const { problems } = await read(csv, block);
    expect(problems.map((p) => p.message)).toEqual([message]);
  });

  test('names of other columns may hold what they like; blanks separate nothing', async () => {
    expect((await read('t [s],dw [1],dw(left),note / min,t (see text)\n0,1,2,3,4', '')).codes).toEqual([]);
    const { problems } = await read('t [s] dw [1]\n0 1', '');
    expect(problems[0]).toMatchObject({ code: 'data/number', advice: 'separate the columns by commas, semicolons or tabs' });
  });

  test('a changed file is read anew and the model with it', async () => {
    const { session, document } = await read('t [s],dw [1]\n0,1', '');
    session.shared.workspace.TextDocuments.set(document.textDocument);
    session.files.texts.set('/models/run.csv', 't [s],dw [1]\n0,9');
    const csv = document.uri.with({ path: '/models/run.csv' });
    await session.shared.workspace.DocumentBuilder.update([csv], []);
    const data = (document.parseResult.value as ast.Model).declarations.find(ast.isData)!;
    const { columns } = readDataSet(data, document, session.soret.check.CheckService.of(document), session.shared.workspace.DataFiles);
    expect(columns[1]!.values).toEqual([9]);
  });
});

describe('tables', () => {
  const withTable = async (csv: string, value: string) => {
    const session = newSession();
    session.files.texts.set('/models/d.csv', csv);
    const document = await session.open(
      `species A {}\nspecies B {}\nmixture m of A, B { diffusion = ${value} }\ngeometry slab { length = 1 mm; medium = m }`,
    );
    return {
      problems: session.soret.check.CheckService.of(document).problems.map((p) => p.code),
      result: session.soret.lower.LowerService.of(document),
    };
  };
  test('take their dimensions from the header and arrive in SI, in order', async () => {
    const { problems, result } = await withTable('T [degC],D [cm^2/s]\n30,2e-5\n20,1e-5', 'table("d.csv", T)');
    expect(problems).toEqual([]);
    expect('problem' in result && result.problem.media[0]!.properties[0]!.value).toEqual({
      kind: 'table',
      abscissae: [293.15, 303.15],
      ordinates: [1e-9, 2e-9],
      argument: { kind: 'temperature' },
    });
  });
  test('without an argument the first column says what it is', async () => {
    const { problems, result } = await withTable('T [K],D [m^2/s]\n300,1e-9\n310,2e-9', 'table("d.csv")');
    expect(problems).toEqual([]);
    expect('problem' in result && result.problem.media[0]!.properties[0]!.value).toMatchObject({ argument: { kind: 'temperature' } });
  });
  test('wrong dimensions, two values for one argument, a missing file', async () => {
    expect((await withTable('T [K],D [m]\n1,1\n2,2', 'table("d.csv", T)')).problems).toEqual(['unit/mismatch']);
    expect((await withTable('t [s],D [m^2/s]\n1,1\n2,2', 'table("d.csv", T)')).problems).toEqual(['unit/mismatch']);
    expect((await withTable('q [K],D [m^2/s]\n1,1\n2,2', 'table("d.csv")')).problems).toEqual(['name/arguments']);
    expect((await withTable('T [K],D [m^2/s]\n1,1\n1,2', 'table("d.csv", T)')).result).toMatchObject({
      problems: [{ code: 'data/table' }],
    });
    expect((await withTable('T [K],D [m^2/s]\n1,1\n2,2', 'table("other.csv", T)')).result).toMatchObject({
      problems: [{ code: 'data/table' }],
    });
  });
});

test('cells', () => {
  expect(cellNumber('-1.5e-3', ',')).toBe(-1.5e-3);
  expect(cellNumber('−2', ',')).toBe(-2);
  expect(cellNumber('Infinity', ',')).toBe('not a number');
  expect(parseCsv('')).toBeUndefined();
});
