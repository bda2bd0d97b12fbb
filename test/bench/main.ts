/** Measures, prints, and writes docs/benchmarks.md with its figure. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exponent, growOnce, growth, type Grown } from './growth.js';
import { availablePeers, runPeer, transientMethod, type PeerResult } from './peers.js';
import { benchmarks } from './problems.js';
import { latencies, markdown } from './report.js';
import { firstSolve, interactive, runSolver, workPrecision, type Point, type SolverResult } from './solver.js';
import { milliseconds } from './timing.js';
import { logarithmicSvg, type Series } from './logarithmic-svg.js';

const workPrecisionAxes = {
  title: 'B2: heat and mass with Dufour',
  x: 'time of one run [ms]',
  y: 'largest error / range of the field',
} as const;
const growthAxes = { title: 'Gin and tonic on more and more cells', x: 'unknowns', y: 'time of one run [ms]' } as const;
const ofPoint = ({ milliseconds, error }: Point) => ({ x: milliseconds, y: error });

const flags = process.argv.slice(2);
if (flags[0] === '--cold') {
  const benchmark = benchmarks.find((b) => b.name === flags[1])!;
  process.stdout.write(String(await firstSolve(benchmark.name, benchmark.study)));
} else if (flags[0] === '--growth') {
  process.stdout.write(JSON.stringify(await growOnce(flags[1] as Grown['study'], Number(flags[2]))));
} else await bench(flags.includes('--quick'), !flags.includes('--no-peers'));

async function bench(quick: boolean, withPeers: boolean): Promise<void> {
  const { peers, missing } = withPeers ? availablePeers() : { peers: [], missing: ['left out by --no-peers'] };
  for (const what of missing) console.log(`not compared with ${what}`);
  const own: SolverResult[] = [];
  const others: PeerResult[] = [];
  for (const benchmark of benchmarks) {
    const result = await runSolver(benchmark, quick);
    own.push(result);
    console.log(
      `${benchmark.name}  soret  least ${milliseconds(result.warm.least)} ms, median ${milliseconds(result.warm.median)} ms, cold ${milliseconds(result.cold.median)} ms, error ${result.error.toExponential(1)} (claimed ${result.claimed.toExponential(1)})`,
    );
    for (const peer of peers) {
      const other = runPeer(peer, benchmark);
      others.push(other);
      console.log(
        `${benchmark.name}  ${other.peer}  least ${milliseconds(other.time.least)} ms, error ${other.error.toExponential(1)}: ${(other.time.least / result.warm.least).toFixed(1)} times as long, cold ${(other.time.least / result.cold.median).toFixed(1)} times`,
      );
    }
  }
  const felt = await interactive();
  console.log(`gin and tonic  least ${milliseconds(felt.example.least)} ms, median ${milliseconds(felt.example.median)} ms`);
  console.log(
    `slider frame   median ${milliseconds(felt.frame.median)} ms, p95 ${milliseconds(felt.frame.p95)} ms; whole results ${milliseconds(felt.slider.median)} ms`,
  );
  if (quick) return;
  const b2 = benchmarks.find((b) => b.name === 'b2')!;
  const series: Series[] = [
    { label: 'soret', colour: '#0072b2', points: (await workPrecision(b2, [1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8])).map(ofPoint) },
    ...peers.map((peer, i) => ({
      label: `${transientMethod(peer)}, 1000 cells`,
      colour: ['#d55e00', '#009e73', '#cc79a7'][i]!,
      points: [1e-3, 1e-4, 1e-5, 1e-6, 1e-7].map((rtol) => {
        const { time, error } = runPeer(peer, b2, rtol);
        return ofPoint({ milliseconds: time.least, error });
      }),
    })),
  ];
  const grown = growth();
  const growing: Series[] = (['rest', 'relax'] as const).map((study, i) => {
    const points = grown.filter((g) => g.study === study);
    const kind = study === 'rest' ? 'steady' : 'transient';
    return {
      label: `${kind}, exponent ${exponent(points).toFixed(2)}`,
      colour: ['#0072b2', '#d55e00'][i]!,
      points: points.map((g) => ({ x: g.unknowns, y: g.milliseconds })),
    };
  });
  const docs = path.join(process.cwd(), 'docs');
  mkdirSync(path.join(docs, 'images'), { recursive: true });
  writeFileSync(path.join(docs, 'images/work-precision.svg'), logarithmicSvg({ ...workPrecisionAxes, legend: 'right' }, series));
  writeFileSync(path.join(docs, 'images/growth.svg'), logarithmicSvg({ ...growthAxes, legend: 'left' }, growing));
  writeFileSync(path.join(docs, 'benchmarks.md'), markdown({ own, others, felt, missing, grown, latencies: latencies() }));
  console.log('wrote docs/benchmarks.md, docs/images/work-precision.svg and docs/images/growth.svg');
}
