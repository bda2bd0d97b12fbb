/**
 * Latency of the language server as an editor feels it: the bundled server as a process, the protocol over stdio.
 * A keystroke is a one-character change; its answer is the diagnostics of that version. Completion is asked for right behind a keystroke.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, bench, describe } from 'vitest';
import { prepare } from '../../solver/solve.js';
import { bundledServer, positionAt, Session } from '../server/session.js';
import { longModel } from './long-model.js';
import { latencyFile, type Latency } from './report.js';

const sizes = [300, 1000, 5000] as const;
/** Latencies wanted at the 95th percentile [ms], by lines of the file. */
const wanted = { 300: [25, 20, 10], 1000: [60, 40, 15], 5000: [450, 150, 30] } as const;
const rows: (readonly string[])[] = [];
const latencies: Latency[] = [];

const quantile = (samples: readonly number[], q: number): number =>
  [...samples].sort((a, b) => a - b)[Math.min(samples.length - 1, Math.floor(q * samples.length))]!;
const milliseconds = (value: number): string => value.toFixed(1).padStart(7);
function report(what: string, lines: number, samples: readonly number[], limit: number): void {
  const p95 = quantile(samples, 0.95);
  latencies.push({ what, lines, median: quantile(samples, 0.5), p95, wanted: limit });
  rows.push([
    what.padEnd(26),
    String(lines).padStart(5),
    milliseconds(quantile(samples, 0.5)),
    milliseconds(p95),
    milliseconds(limit),
    p95 <= limit ? 'ok' : 'TOO SLOW',
  ]);
}
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

describe.each(sizes)('%i lines', (lines) => {
  const rounds = lines > 2000 ? 25 : 60;
  bench(
    `keystroke, completion, hover`,
    async () => {
      const session = await Session.start();
      const text = longModel(lines);
      const uri = await session.open(text);
      await session.diagnostics(uri);
      const middle = positionAt(text, text.indexOf('kg/m^3', text.length / 2) - 1);
      const behind = { line: middle.line, character: middle.character + 1 };
      const insert = () => session.change(uri, { range: { start: middle, end: middle }, text: '7' });
      const remove = () => session.change(uri, { range: { start: middle, end: behind }, text: '' });
      const keystrokes: number[] = [];
      const completions: number[] = [];
      const hovers: number[] = [];
      const property = positionAt(text, text.indexOf('soret(', text.length / 2));
      for (let i = 0; i < rounds + 5; i++) {
        const keystroke = await timed(async () => {
          await insert();
          await session.diagnostics(uri);
        });
        const completion = await timed(async () => {
          await remove();
          await session.at('completion', uri, { line: property.line, character: property.character + 3 });
        });
        await session.diagnostics(uri);
        const hover = await timed(() => session.at('hover', uri, property));
        // the first rounds warm the compiler up
        if (i < 5) continue;
        keystrokes.push(keystroke);
        completions.push(completion);
        hovers.push(hover);
      }
      const [k, c, h] = wanted[lines];
      report('keystroke → diagnostics', lines, keystrokes, k);
      report('completion', lines, completions, c);
      report('hover', lines, hovers, h);
      await session.stop();
    },
    { iterations: 1, warmupIterations: 0, time: 0, warmupTime: 0 },
  );
});

describe('gin and tonic', () => {
  bench(
    'keystroke → diagnostics, keystroke → curve',
    async () => {
      const session = await Session.start();
      const text = readFileSync(new URL('../../examples/gin-and-tonic.soret', import.meta.url), 'utf8');
      const uri = await session.open(text);
      await session.diagnostics(uri);
      const digit = positionAt(text, text.indexOf('4.5e-10') + 2);
      const behind = { line: digit.line, character: digit.character + 1 };
      const keystrokes: number[] = [];
      const curves: number[] = [];
      for (let i = 0; i < 70; i++) {
        const change = () => session.change(uri, { range: { start: digit, end: behind }, text: String(1 + (i % 9)) });
        const keystroke = await timed(async () => {
          await change();
          await session.diagnostics(uri);
        });
        // What the results view does: ask for the model, formulate, solve every study with its error.
        const solved = await timed(async () => {
          const answer = await session.request('soret/model', { uri });
          if (answer.state === 'ready') prepare(answer.problem).run();
        });
        if (i < 10) continue;
        keystrokes.push(keystroke);
        curves.push(keystroke + solved);
      }
      report('keystroke → diagnostics', 31, keystrokes, 20);
      report('keystroke → curve', 31, curves, 150);
      await session.stop();
    },
    { iterations: 1, warmupIterations: 0, time: 0, warmupTime: 0 },
  );
});

describe('start', () => {
  bench(
    'cold open to first diagnostics; bundle',
    async () => {
      const server = await bundledServer();
      const samples: number[] = [];
      for (let i = 0; i < 8; i++) {
        let session: Session | undefined;
        samples.push(
          await timed(async () => {
            session = await Session.start();
            await session.check(longModel(300));
          }),
        );
        await session?.stop();
      }
      report('cold open → diagnostics', 300, samples, 500);
      const size = statSync(server).size / 1000;
      rows.push([
        'bundle, minified [kB]'.padEnd(26),
        ''.padStart(5),
        ''.padStart(7),
        milliseconds(size),
        milliseconds(700),
        size <= 700 ? 'ok' : 'TOO LARGE',
      ]);
    },
    { iterations: 1, warmupIterations: 0, time: 0, warmupTime: 0 },
  );
});

afterAll(() => {
  mkdirSync(path.dirname(latencyFile), { recursive: true });
  writeFileSync(latencyFile, JSON.stringify(latencies));
  const head = ['what'.padEnd(26), 'lines'.padStart(5), 'p50 ms'.padStart(7), 'p95 ms'.padStart(7), 'limit'.padStart(7), ''];
  console.log(['', head.join('  '), ...rows.map((row) => row.join('  ')), ''].join('\n'));
});
