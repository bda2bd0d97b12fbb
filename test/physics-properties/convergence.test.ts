/** Order of convergence of every medium (and so of every term) in every geometry behind every kind of wall, by manufactured solutions. */
import { describe, expect, it } from 'vitest';
import type { Mesh } from '../../solver/mesh/mesh.js';
import { evaluate } from '../../solver/expression/evaluate.js';
import { number } from '../../solver/formula.js';
import { boundaryConditions } from '../../solver/physics/boundaries/index.js';
import type { Geometry, Problem, PropertyValue, Side } from '../../solver/problem.js';
import { catalogue, type PropertyName } from '../../solver/quantities/catalogue.js';
import { formulated, p } from '../physics/model.js';
import { samples } from '../physics/samples.js';
import { termSamples } from '../physics/term-samples.js';
import { madeExact } from '../solver/support/manufactured.js';
import { discretise, march, nodes, spectral, volumes } from '../solver/support/run.js';
import { chosenSolution, scalesOf } from './chosen-solution.js';

const length = 1e-3;

const shapes: readonly { readonly name: string; readonly shape: Geometry['shape']; readonly inner?: number }[] = [
  { name: 'slab', shape: 'slab' },
  { name: 'solid cylinder', shape: 'cylinder' },
  { name: 'hollow cylinder', shape: 'cylinder', inner: 4e-4 },
  { name: 'solid sphere', shape: 'sphere' },
  { name: 'hollow sphere', shape: 'sphere', inner: 4e-4 },
];
type Shape = (typeof shapes)[number];
type Sample = (typeof samples)[number];

/** Sizes at which a wall's statement matters in a cell of a millimetre; anything new is 1 of its SI unit. */
const size: Readonly<Record<string, number>> = {
  temperature: 300,
  heatFlux: 1e3,
  heatTransfer: 500,
  velocity: 1e-6,
  molarFlux: 1e-5,
  massFlux: 1e-5,
};

function stated(name: PropertyName, { model, state }: Sample): PropertyValue | undefined {
  const [medium] = model.media;
  const own = Object.keys(state).find((id) => id !== 'T')!;
  const species = /\((.*)\)/.exec(own)![1]!;
  const use = catalogue[name].uses.find((candidate) => candidate.in.includes('boundary'));
  const ofSpecies = (use?.arguments?.length ?? 0) > 0;
  const quantity = use?.quantities?.[0];
  if (quantity === undefined) return p(`${name}(${species})`, 'yes');
  const diluted = medium!.kind === 'suspension' ? 1e-9 : 1;
  return p(ofSpecies ? `${name}(${species})` : name, (size[quantity] ?? 1) * (ofSpecies && name === 'flux' ? diluted : 1));
}

function model(sample: Sample, { shape, inner }: Shape, conditions: readonly PropertyValue[]): Problem {
  const base = sample.model;
  const own = Object.entries(sample.state).find(([id]) => id !== 'T')!;
  const ambient = [p('ambient', 310), p(`ambient(${/\((.*)\)/.exec(own[0])![1]!})`, own[1] * 1.1)];
  const slab = shape === 'slab';
  const side: Side = slab ? 'right' : 'outer';
  const others: Side[] = slab ? ['left'] : inner ? ['inner'] : [];
  return {
    ...base,
    geometry: { ...base.geometry, shape, properties: slab ? base.geometry.properties : inner ? [p('inner_radius', inner)] : [] },
    boundaries: [
      { ...base.boundaries[0]!, side, conditions: [...conditions, ...(conditions.length > 0 ? ambient : [])] },
      ...others.map((other) => ({ ...base.boundaries[0]!, side: other, conditions: [p('temperature', 300)] })),
    ],
    initial: base.initial.map((property) => (property.name === 'temperature' ? { ...property, value: number(300) } : property)),
  };
}

/** Largest nodal error of each unknown over its amplitude, at t = τ/2. */
function error(sample: Sample, shape: Shape, conditions: readonly PropertyValue[], mesh: Mesh, relative: number): number {
  const { system } = formulated(model(sample, shape, conditions));
  const scales = scalesOf(system, sample.state, length);
  const exact = chosenSolution(system, scales);
  const d = discretise(madeExact(system, [exact]), mesh);
  const until = scales.timescale / 2;
  const { states, failure } = march(
    d,
    [until],
    system.unknowns.map(({ id }) => relative * sample.state[id]!),
  );
  expect(failure).toBeUndefined();
  return Math.max(
    ...system.unknowns.flatMap(({ id }, i) =>
      nodes(d, states[0]!, i).map(
        ([position, value]) => Math.abs(value - evaluate(exact[i]!, (name) => (name === 'x' ? position : until))) / sample.state[id]!,
      ),
    ),
  );
}

/** A composition is fixed for all components of a wall together, in the measure of its medium. */
const alone = boundaryConditions.filter(({ balance, kind, towards }) => !(balance === 'matter' && kind === 'value' && towards));
const temperatureOnly = [p('temperature', 300)];
/** Every term that has a composition; what drifts along the coordinate has no direction on an axis. */
const ofTerms = termSamples.filter(({ state }) => Object.keys(state).length > 1);
const hasAxis = ({ shape, inner }: Shape): boolean => shape !== 'slab' && inner === undefined;
describe.each(shapes)('in a $name', (shape) => {
  const all = hasAxis(shape) ? samples : [...samples, ...ofTerms];
  it.each(all)('$name converges exponentially with the order of its elements', (sample) => {
    const [coarse, fine] = [4, 8].map((order) => error(sample, shape, temperatureOnly, spectral(order, 2), 1e-10));
    expect(fine! / coarse!).toBeLessThan(5e-3);
    expect(fine!).toBeLessThan(1e-6);
  });
  it.each(all)('$name converges with the second order of finite volumes', (sample) => {
    const [coarse, fine] = [20, 40].map((cells) => error(sample, shape, temperatureOnly, volumes(cells), 1e-8));
    expect(Math.log2(coarse! / fine!)).toBeGreaterThan(1.7);
  });
  describe.each(alone)('behind a wall of `$property`', ({ property }) => {
    it.each(samples)('$name', (sample) => {
      const condition = stated(property, sample);
      const conditions = condition ? [condition] : [];
      const [coarse, fine] = [4, 8].map((order) => error(sample, shape, conditions, spectral(order, 2), 1e-10));
      expect(fine! / coarse!).toBeLessThan(1e-2);
      expect(fine!).toBeLessThan(1e-6);
    });
  });
});
