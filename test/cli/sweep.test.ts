/** `soret sweep`: its table, interruption, threads, memory, and cases that were run elsewhere. */
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtSoret } from './bundle.js';
import { runSoret } from './run-soret.js';

const examples = path.join(import.meta.dirname, '../../examples');
const fresh = (): string => mkdtempSync(path.join(tmpdir(), 'soret-sweep-'));

/** A sweep of `hots` × `gaps` cases of a bar; each case is done in a fraction of a millisecond, or in many for `slow` ones. */
function bar(folder: string, hots: number, gaps: number, slow = false): string {
  const file = path.join(folder, 'bar.soret');
  writeFileSync(
    file,
    `model "Bar"
param hot = 300 K from 280 K to 400 K
param gap = 1 cm from 1 mm to 1 m
solid steel { conductivity = 50 W/(m*K) * (T / 300 K); density = 7800 kg/m^3; heat_capacity = 500 J/(kg*K) }
geometry slab { length = gap; medium = steel }
initial { temperature = 280 K }
boundary left { temperature = 280 K }
boundary right { temperature = hot }
steady rest
transient warm { until = 10 min }
sweep map { study = ${slow ? 'warm' : 'rest'}; vary(hot) = linspace(290 K, 390 K, ${hots}); vary(gap) = linspace(1 cm, 3 cm, ${gaps}) }
measure middle = mean(T)
expect middle of rest is 290.05 K within 0.1 K
`,
  );
  return file;
}
const rows = (text: string): number[][] =>
  text
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => line.split(',').map(Number));
const table = (folder: string): string => readFileSync(path.join(folder, 'bar.map.csv'), 'utf8');

let soret: string;
beforeAll(async () => {
  soret = await builtSoret();
}, 120_000);

describe('the table', () => {
  test('beside the model: a stamp, names with units, a row per case with its errors', async () => {
    const folder = fresh();
    copyFileSync(path.join(examples, 'dopant-wafer.soret'), path.join(folder, 'wafer.soret'));
    expect((await runSoret(['sweep', path.join(folder, 'wafer.soret')])).code).toBe(0);
    const [stamp, names, ...lines] = readFileSync(path.join(folder, 'wafer.what_if.csv'), 'utf8').trim().split('\n');
    expect(stamp).toMatch(/^# soret \d+\.\d+\.\d+ \w+ what_if \{\}$/);
    expect(names).toMatch(/^case,Q_star \[.+\],excess \[1\],error of excess \[1\]$/);
    expect(lines).toHaveLength(21);
  });
  test('several threads give the same table in the same order', () => {
    const [one, two] = [fresh(), fresh()];
    for (const [folder, threads] of [
      [one, '1'],
      [two, '2'],
    ] as const)
      expect(spawnSync(process.execPath, [soret, 'sweep', bar(folder, 12, 10), '-j', threads]).status).toBe(0);
    const [a, b] = [rows(table(one)), rows(table(two))];
    expect(b.map((row) => row[0])).toEqual(Array.from({ length: 120 }, (_, i) => i));
    a.forEach((row, i) =>
      row.slice(0, 4).forEach((value, j) => expect(Math.abs(value - b[i]![j]!)).toBeLessThan(1e-6 * Math.abs(value) + 1e-12)),
    );
  });
});

describe('numbers stated with ±', () => {
  /** Known at rest: the middle is (cold + hot)/2 of a bar whose conductivity is constant. */
  const uncertain = (folder: string, more = ''): string => {
    const file = path.join(folder, 'bar.soret');
    writeFileSync(
      file,
      `param hot = 300 +- 0.5 K
param length = 1 cm
let cold = 280 ± 0.2 K
solid steel { conductivity = 50 W/(m*K); density = 7800 kg/m^3; heat_capacity = 500 J/(kg*K) }
geometry slab { length = length; medium = steel }
initial { temperature = 280 K }
boundary left { temperature = cold }
boundary right { temperature = hot }
steady rest { ${more} }
sweep map { study = rest; vary(length) = linspace(1 cm, 3 cm, 3) }
sweep heat { study = rest; vary(hot) = linspace(290 K, 390 K, 3) }
measure middle = mean(T)
plot middle over length of map
`,
    );
    return file;
  };
  const both = Math.hypot(0.25, 0.1);
  const column = (file: string, name: string): number[] => {
    const [, names, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
    const at = names!.split(',').indexOf(name);
    expect(names).toContain(name);
    return lines.map((line) => Number(line.split(',')[at]));
  };
  test('stand beside every value in the table, in CSV, JSON and text; what is varied counts as known', async () => {
    const folder = fresh();
    const file = uncertain(folder);
    const { code, out } = await runSoret(['sweep', file, '--format', 'json']);
    expect(code).toBe(0);
    const { studies } = JSON.parse(out) as { studies: Record<string, { measures: { middle: { propagated: number[] } } }> };
    for (const [study, wanted] of [
      ['map', both],
      ['heat', 0.1],
    ] as const) {
      const written = column(path.join(folder, `bar.${study}.csv`), 'uncertainty of middle [K]');
      expect(written).toHaveLength(3);
      written.forEach((value) => expect(value / wanted).toBeCloseTo(1, 6));
      expect(studies[study]!.measures.middle.propagated).toEqual(written);
    }
    expect((await runSoret(['sweep', file, '--study', 'map', '--format', 'csv'])).out).toMatch(
      /^length \[m\],middle \[K\],middle uncertainty \[K\]\n/,
    );
    expect((await runSoret(['sweep', file, '--study', 'map'])).out).toMatch(/290 ± 0\.27/);
  });
  test('are taken up by --resume, and are the same from several threads', () => {
    const folder = fresh();
    const file = uncertain(folder);
    const target = path.join(folder, 'bar.map.csv');
    expect(spawnSync(process.execPath, [soret, 'sweep', file, '--study', 'map', '-j', '2']).status).toBe(0);
    const whole = column(target, 'uncertainty of middle [K]');
    whole.forEach((value) => expect(value / both).toBeCloseTo(1, 6));
    writeFileSync(target, readFileSync(target, 'utf8').split('\n').slice(0, 4).join('\n') + '\n');
    const resumed = spawnSync(process.execPath, [soret, 'sweep', file, '--study', 'map', '--resume'], { encoding: 'utf8' });
    expect(resumed.stderr).toContain('2 of 3 cases are done already');
    column(target, 'uncertainty of middle [K]').forEach((value) => expect(value / both).toBeCloseTo(1, 6));
  });
  test('leave no column where the study carries none, and are not lost when cases are run one by one', async () => {
    const off = fresh();
    expect((await runSoret(['sweep', uncertain(off, 'propagation = off')])).code).toBe(0);
    expect(readFileSync(path.join(off, 'bar.map.csv'), 'utf8')).not.toContain('uncertainty');
    const folder = fresh();
    const file = uncertain(folder);
    const cases = path.join(folder, 'cases');
    mkdirSync(cases);
    for (const hot of [290, 340, 390])
      writeFileSync(
        path.join(cases, `${hot}.json`),
        (await runSoret(['run', file, '--study', 'rest', '--set', `hot=${hot} K`, '--format', 'json'])).out,
      );
    expect((await runSoret(['sweep', file, '--study', 'heat', '--collect', cases])).code).toBe(0);
    column(path.join(folder, 'bar.heat.csv'), 'uncertainty of middle [K]').forEach((value) => expect(value / 0.1).toBeCloseTo(1, 6));
  });
});

describe('an interrupted sweep', () => {
  test.each([['1'], ['2']])(
    'that is killed on %s threads goes on without computing a case again',
    async (threads) => {
      const folder = fresh();
      const file = bar(folder, 20, 10, true);
      const target = path.join(folder, 'bar.map.csv');
      const running = spawn(process.execPath, [soret, 'sweep', file, '-j', threads], { stdio: 'ignore' });
      const done = (): number => (existsSync(target) ? Math.max(0, readFileSync(target, 'utf8').split('\n').length - 3) : 0);
      while (done() < 20) await new Promise((resolve) => setTimeout(resolve, 5));
      running.kill('SIGKILL');
      await new Promise((resolve) => running.once('exit', resolve));
      const before = done();
      expect(before).toBeLessThan(200);
      // A finished case that were computed again would lose what is written into its row, and a line cut short is no finished case.
      const marked = readFileSync(target, 'utf8')
        .split('\n')
        .map((line, i) => (i < 2 || line === '' || i >= before + 2 ? line : line.replace(/,[^,]*$/, ',12345')))
        .join('\n');
      writeFileSync(target, `${marked}19`);
      const resumed = spawnSync(process.execPath, [soret, 'sweep', file, '-j', threads, '--resume'], { encoding: 'utf8' });
      expect(resumed.stderr).toContain(`${before} of 200 cases are done already`);
      expect(resumed.status).toBe(0);
      const all = rows(readFileSync(target, 'utf8'));
      expect(all.map((row) => row[0])).toEqual(Array.from({ length: 200 }, (_, i) => i));
      expect(all.filter((row) => row.at(-1) === 12345)).toHaveLength(before);
    },
    120_000,
  );
  test('whose model was changed is not resumed', async () => {
    const folder = fresh();
    const file = bar(folder, 2, 2);
    expect((await runSoret(['sweep', file])).code).toBe(0);
    writeFileSync(file, readFileSync(file, 'utf8').replace('280 K }', '281 K }'));
    const { code, err } = await runSoret(['sweep', file, '--resume']);
    expect(code).toBe(2);
    expect(err).toContain('another model');
  });
  test.each([['1'], ['2']])('by a full disk on %s threads says so, keeps whole rows and goes on', (threads) => {
    const folder = fresh();
    const file = bar(folder, 20, 10);
    // No file may be larger than 8 kB.
    const limited = spawnSync(
      'bash',
      ['-c', `trap '' XFSZ; ulimit -f 8; exec "$0" "$@"`, process.execPath, soret, 'sweep', file, '-j', threads],
      {
        encoding: 'utf8',
      },
    );
    expect(limited.status).toBe(3);
    expect(limited.stderr).toMatch(/bar\.map\.csv cannot be written: it would be larger than files may be\. The \d+ cases in it are whole/);
    expect(limited.stderr).not.toMatch(/ at |defect/);
    const kept = rows(table(folder));
    expect(kept.length).toBeGreaterThan(20);
    expect(kept.every((row) => row.length === 5 && row.every(Number.isFinite))).toBe(true);
    const resumed = spawnSync(process.execPath, [soret, 'sweep', file, '--resume'], { encoding: 'utf8' });
    expect(resumed.stderr).toContain(`${kept.length} of 200 cases are done already`);
    expect(rows(table(folder))).toHaveLength(200);
  });
  test('whose table is a folder by now is not resumed', async () => {
    const folder = fresh();
    const file = bar(folder, 2, 2);
    mkdirSync(path.join(folder, 'bar.map.csv'));
    for (const more of [[], ['--resume']]) {
      const { code, err } = await runSoret(['sweep', file, ...more]);
      expect(code).toBe(2);
      expect(err).toMatch(/bar\.map\.csv (cannot be written: it is a folder|is no file that can be resumed)/);
    }
  });
  test('that was cancelled ends with 130 and keeps its rows', async () => {
    const folder = fresh();
    let asked = 0;
    const { code } = await runSoret(['sweep', bar(folder, 20, 10)], { cancelled: () => ++asked > 60 });
    expect(code).toBe(130);
    const kept = rows(table(folder)).length;
    expect(kept).toBeGreaterThan(5);
    expect(kept).toBeLessThan(200);
  });
});

test('10,000 cases keep no more in memory than 1,000', () => {
  // What is alive on the heap, without garbage: looked at while the sweep runs. The first 1,000 cases warm the program up.
  const look = `let most = 0
    setInterval(() => { gc(); most = Math.max(most, process.memoryUsage().heapUsed) }, 200).unref()
    process.on("exit", () => process.stderr.write("alive=" + most))`;
  const alive = (hots: number, gaps: number): number => {
    const folder = fresh();
    const args = ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(look)}`, soret, 'sweep', bar(folder, hots, gaps)];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 });
    expect(status).toBe(0);
    expect(rows(table(folder))).toHaveLength(hots * gaps);
    return Number(/alive=(\d+)/.exec(stderr)![1]) / 1e6;
  };
  const [few, many] = [alive(100, 10), alive(100, 100)];
  expect(few).toBeGreaterThan(5); // it was looked
  expect(many - few).toBeLessThan(2); // [MB]: measured 0.6; 10,000 rows kept are 4
}, 180_000);

describe('cases that were run one by one', () => {
  const cases = path.join(fresh(), 'cases');
  mkdirSync(cases);
  const folder = fresh();
  const file = bar(folder, 3, 2);
  const runs = async (name: string, ...set: readonly string[]) => {
    const { out } = await runSoret(['run', file, '--study', 'rest', ...set.flatMap((one) => ['--set', one]), '--format', 'json']);
    writeFileSync(path.join(cases, `${name}.json`), out);
  };
  test('make the table of a direct sweep', async () => {
    let number = 0;
    for (const hot of ['290 K', '340 K', '390 K'])
      for (const gap of ['10 mm', '0.03 m']) await runs(String(number++), `hot=${hot}`, `gap=${gap}`);
    expect((await runSoret(['sweep', file])).code).toBe(0);
    const direct = rows(table(folder));
    const collected = await runSoret(['sweep', file, '--collect', cases, '--out', path.join(folder, 'merged'), '--format', 'json']);
    expect(collected.code).toBe(0);
    const merged = rows(readFileSync(path.join(folder, 'merged/bar.map.csv'), 'utf8'));
    expect(merged).toHaveLength(6);
    merged.forEach((row, i) =>
      row.slice(0, 4).forEach((value, j) => expect(Math.abs(value - direct[i]![j]!)).toBeLessThanOrEqual(1e-9 * Math.abs(value))),
    );
    expect(JSON.parse(collected.out)).toMatchObject({
      studies: { map: { kind: 'sweep', status: 'ok', parameters: { hot: { values: { length: 6 } } } } },
    });
  });
  test('say which are missing', async () => {
    const some = fresh();
    copyFileSync(path.join(cases, '1.json'), path.join(some, '1.json'));
    const { code, out } = await runSoret(['sweep', file, '--collect', some]);
    expect(code).toBe(3);
    expect(out).toContain('5 of 6 cases are missing: 0, 2, 3, 4, 5');
    // What is there can be completed.
    expect((await runSoret(['sweep', file, '--resume'])).err).toContain('1 of 6 cases are done already');
  });
  test.each<[string, (text: string) => string, RegExp]>([
    ['of another model', (text) => text.replace(/"hash": "\w+"/, '"hash": "0"'), /another model/],
    ['of values that are not in the sweep', (text) => text.replace('"value": 290', '"value": 291'), /no case of map/],
    ['that was cut short', (text) => text.slice(0, 200), /no document of soret run/],
  ])('are refused when one is %s', async (_what, spoil, message) => {
    const some = fresh();
    writeFileSync(path.join(some, '0.json'), spoil(readFileSync(path.join(cases, '0.json'), 'utf8')));
    const { code, err } = await runSoret(['sweep', file, '--collect', some]);
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });
  test('are looked for in a folder that exists and holds some', async () => {
    expect((await runSoret(['sweep', file, '--collect', path.join(folder, 'nowhere')])).err).toMatch(/no such folder/);
    expect((await runSoret(['sweep', file, '--collect', fresh()])).err).toMatch(/no \.json files/);
    expect((await runSoret(['sweep', file, '--collect', cases, '--resume'])).code).toBe(2);
  });
});

describe('export --to snakemake', () => {
  const snakemake = spawnSync('snakemake', ['--version']).status === 0;
  if (!snakemake)
    console.warn(
      'NOT RUN BY SNAKEMAKE: it is not installed here (Debian: apt install snakemake); the commands of its rules run all the same',
    );

  /** What the workflow's rules would run, read from its text. */
  function commandsOf(workflow: string): readonly string[] {
    const [one, collect] = [...workflow.matchAll(/^ {8}"(.*)"$/gm)].map(([, text]) => text!).filter((text) => text.startsWith('{SORET}'));
    const model = /^MODEL = "(.*)"$/m.exec(workflow)![1]!;
    const filled = (text: string) => text.replaceAll('{SORET}', `"${process.execPath}" "${soret}"`).replace(/\{input(\.model)?\}/g, model);
    const cases = [...workflow.matchAll(/^ {4}"(\d+)": "(.*)",$/gm)].map(([, number, values]) =>
      filled(one!).replace('{params.values}', values!).replace('{output}', `bar-map-cases/${number}.json`),
    );
    return [...cases, filled(collect!)];
  }

  test('makes the table of a direct sweep', async () => {
    const folder = fresh();
    const file = bar(folder, 3, 2);
    const work = path.join(folder, 'work');
    expect((await runSoret(['export', file, '--to', 'snakemake', '--out', work])).code).toBe(0);
    expect((await runSoret(['sweep', file])).code).toBe(0);
    const workflow = path.join(work, 'bar-map.smk');
    if (snakemake) {
      const { status, stderr } = spawnSync(
        'snakemake',
        ['-s', workflow, '--cores', '2', '--config', `soret="${process.execPath}" "${soret}"`],
        {
          cwd: work,
          encoding: 'utf8',
          env: { ...process.env, HOME: folder },
        },
      );
      expect(status, stderr).toBe(0);
    } else {
      mkdirSync(path.join(work, 'bar-map-cases'));
      for (const command of commandsOf(readFileSync(workflow, 'utf8')))
        expect(spawnSync('bash', ['-euo', 'pipefail', '-c', command], { cwd: work }).status, command).toBe(0);
    }
    expect(readdirSync(path.join(work, 'bar-map-cases'))).toHaveLength(6);
    const [direct, merged] = [rows(table(folder)), rows(table(work))];
    expect(merged).toHaveLength(6);
    merged.forEach((row, i) =>
      row.slice(0, 4).forEach((value, j) => expect(Math.abs(value - direct[i]![j]!)).toBeLessThanOrEqual(1e-9 * Math.abs(value))),
    );
  }, 180_000);
  test.each<[string, (text: string) => string, RegExp]>([
    ['no sweep', (text) => text.replace(/sweep .*\n/, ''), /has no sweep/],
    [
      'a study that starts from another',
      (text) => text.replace('study = rest', 'study = warm').replace('until = 10 min', 'until = 10 min; start = rest'),
      /starts from rest/,
    ],
    [
      'a study that sets the parameter itself',
      (text) => text.replace('steady rest', 'steady rest { set(hot) = 310 K }'),
      /sets hot itself/,
    ],
  ])('is refused for %s', async (_what, change, message) => {
    const file = bar(fresh(), 3, 2);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    const { code, err } = await runSoret(['export', file, '--to', 'snakemake']);
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });
});
