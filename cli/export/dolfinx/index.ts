/** A stand-alone DOLFINx (PETSc, MPI) program of the same weak form: readable, and runnable with any number of processes. */
import { version } from '../../../package.json';
import type { TransportSystem } from '../../../solver/assembly/system.js';
import { evaluate } from '../../../solver/expression/evaluate.js';
import type { Expression } from '../../../solver/expression/expression.js';
import { formulate } from '../../../solver/physics/index.js';
import type { Problem, SteadyStudy, TransientStudy } from '../../../solver/problem.js';
import { UsageError } from '../../command.js';
import type { Artefact } from '../artefact.js';
import { NotExportable, pythonExpression, pythonName, type Library } from './expression.js';
import { program } from './program.js';

/** Cells of a layer that states none: quadratic elements, so this is finer than the default of the bundled solver. */
const DEFAULT_CELLS = 200;

export const dolfinx: Artefact = {
  doc: 'dolfinx: a program for DOLFINx (mpirun)',
  needsRun: false,
  files({ problem }, stem) {
    const formulated = formulate(problem);
    if ('reasons' in formulated) throw new UsageError(formulated.reasons[0]?.message ?? 'the model cannot be formulated');
    const studies = problem.studies.filter((s): s is SteadyStudy | TransientStudy => s.kind === 'steady' || s.kind === 'transient');
    try {
      return studies.map((study) => ({
        name: `${stem}-${study.name}.py`,
        text: write(problem, formulated.formulation.system, study, stem),
      }));
    } catch (error) {
      if (error instanceof NotExportable) throw new UsageError(`this model cannot be exported to DOLFINx: ${error.message}.`);
      throw error;
    }
  },
};

function write(problem: Problem, system: TransportSystem, study: SteadyStudy | TransientStudy, stem: string): string {
  if (system.joints.flat().some((j) => j.kind !== 'continuous') || system.regions.some((r) => r.present.includes(false)))
    throw new NotExportable('its fields jump between layers, which continuous elements cannot follow');
  const values = parameterValues(problem, study);
  const lookup = (symbol: string) => values.get(symbol) ?? NaN;
  const number = (e: Expression) => evaluate(e, lookup);
  const edges = system.regions.reduce((sum, r) => [...sum, sum.at(-1)! + number(r.thickness)], [number(system.start)]);
  const per = (of: (region: TransportSystem['regions'][number]) => Expression, library: Library) =>
    piecewise(
      system.regions.map((r) => pythonExpression(of(r), library)),
      library,
    );
  const each = <R>(of: (index: number) => R): R[] => system.unknowns.map((_, i) => of(i));
  return program({
    title: problem.title,
    heading: `Written by soret ${version} from model ${problem.hash}, study ${study.name}.`,
    output: `${stem}-${study.name}.csv`,
    parameters: problem.parameters.map((p) => [pythonName(`param ${p.name}`), values.get(`param ${p.name}`)!] as const),
    edges,
    cells: system.regions.map((r) => r.cells ?? DEFAULT_CELLS),
    areaExponent: system.areaExponent,
    unknowns: system.unknowns.map((u) => ({ name: pythonName(u.id), label: u.id, unit: u.unit })),
    scales: each((i) => scale(system, i, lookup)),
    initial: each((i) => per((r) => r.initial[i]!, 'np')),
    storage: each((i) => per((r) => r.storage[i]!, 'ufl')),
    transport: each((i) => each((j) => per((r) => r.transport[i]![j]!, 'ufl'))),
    drift: each((i) => per((r) => r.drift[i]!, 'ufl')),
    source: each((i) => per((r) => r.source[i]!, 'ufl')),
    walls: system.walls.map((wall) =>
      wall.map((c) =>
        c.kind === 'value'
          ? { kind: 'value' as const, text: pythonExpression(c.value, 'np') }
          : { kind: 'flux' as const, text: pythonExpression(c.inward, 'ufl') },
      ),
    ),
    times: study.kind === 'transient' ? outputTimes(study, lookup) : undefined,
  });
}

function parameterValues(problem: Problem, study: SteadyStudy | TransientStudy): ReadonlyMap<string, number> {
  const values = new Map(problem.parameters.map((p) => [`param ${p.name}`, p.value]));
  for (const { parameter, value } of study.set) if (value.kind === 'number') values.set(`param ${parameter}`, value.value);
  return values;
}

function outputTimes(study: TransientStudy, lookup: (symbol: string) => number): readonly number[] {
  const formulas = [...study.times, study.until];
  const numbers = formulas.flatMap((f) => (f.kind === 'number' ? [f.value] : f.kind === 'parameter' ? [lookup(`param ${f.name}`)] : []));
  return [...new Set(numbers)].filter((t) => t > 0).sort((a, b) => a - b);
}

/** A value in each layer. */
const piecewise = (texts: readonly string[], library: Library): string =>
  texts.every((text) => text === texts[0])
    ? texts[0]!
    : texts
        .slice(0, -1)
        .reduceRight(
          (rest, text, i) =>
            library === 'ufl'
              ? `ufl.conditional(ufl.lt(x, EDGES[${i + 1}]), ${text}, ${rest})`
              : `np.where(x < EDGES[${i + 1}], ${text}, ${rest})`,
          texts.at(-1)!,
        );

/** Typical size of an unknown: all of them are solved for in units of it. */
function scale(system: TransportSystem, index: number, lookup: (symbol: string) => number): number {
  const at = (symbol: string) => (symbol === 'x' || symbol === 't' ? 0 : lookup(symbol));
  const stated = [
    ...system.regions.map((r) => evaluate(r.initial[index]!, at)),
    ...system.walls.map((wall) => (wall[index]!.kind === 'value' ? evaluate(wall[index]!.value, at) : 0)),
  ].map(Math.abs);
  const largest = Math.max(...stated.filter(Number.isFinite));
  return largest > 0 ? largest : 1;
}
