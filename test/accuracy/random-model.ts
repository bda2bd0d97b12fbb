/** A random model as a scientist could have written it: medium, geometry, walls, initial state, one study, measures. */
import { Dice, rounded } from './dice.js';
import { randomMedium, type RandomMedium } from './random-media.js';

export interface RandomModel {
  readonly text: string;
  readonly tolerance: number;
}

interface Scene {
  readonly dice: Dice;
  readonly medium: RandomMedium;
  readonly steady: boolean;
  /** Along the coordinate [m], and the time in which the slowest field crosses it [s]. */
  readonly length: number;
  readonly until: number;
  readonly sides: readonly string[];
  /** Area of the inner wall over that of the outer. */
  readonly narrowing: number;
  /** Of temperature between the walls [K]. */
  readonly difference: number;
}

const block = (head: string, lines: readonly string[]): string => `${head} {\n${lines.map((line) => `  ${line}\n`).join('')}}`;

export function randomModel(seed: number): RandomModel {
  const dice = new Dice(seed);
  const medium = randomMedium(dice);
  const steady = dice.chance(0.4);
  const isGas = medium.kind === 'gas';
  const length = isGas ? dice.decade(2e-3, 0.1) : medium.kind === 'solid' ? dice.decade(1e-3, 0.1) : dice.decade(1e-4, 5e-3);
  const tau = length ** 2 / (Math.PI ** 2 * medium.diffusivity);
  const until = rounded(tau * dice.decade(0.02, 4));
  const shape = dice.pick('slab', 'slab', 'cylinder', 'sphere');
  const inner = shape === 'slab' || dice.chance(0.4) ? 0 : rounded(length * dice.decade(0.1, 3));
  const layers = medium.kind !== 'suspension' && dice.chance(0.3) ? dice.pick(2, 2, 3) : 1;
  const sides = shape === 'slab' ? ['left', 'right'] : inner > 0 ? ['inner', 'outer'] : ['outer'];
  // Heat through a wide outer wall leaves through the narrow inner one, and would need more than there is from 0 K on.
  const narrowing = inner > 0 ? (inner / (inner + length)) ** (shape === 'sphere' ? 2 : shape === 'cylinder' ? 1 : 0) : 1;
  const scene: Scene = { dice, medium, steady, length, until, sides, narrowing, difference: dice.between(2, medium.span) };
  const tolerance = rounded(10 ** dice.pick(-3, -4, -5, -6, -6, -7, -8));
  const media = Array.from({ length: layers }, (_, k) => `m${k + 1}`);
  const text = [
    `model "Random model ${seed}"`,
    medium.substances,
    ...media.map((name) => medium.block(name)),
    geometry(scene, shape, inner, media),
    block('initial', initial(scene)),
    ...walls(scene),
    ...sources(scene),
    study(scene, tolerance),
    ...measures(scene, shape, inner),
    '',
  ].join('\n');
  return { text, tolerance };
}

function geometry({ dice, length, medium }: Scene, shape: string, inner: number, media: readonly string[]): string {
  const radius = inner > 0 ? [`inner_radius = ${inner} m`] : [];
  if (media.length === 1)
    return block(`geometry ${shape}`, [
      ...(shape === 'slab' ? [`length = ${length} m`] : [...radius, `outer_radius = ${rounded(inner + length)} m`]),
      `medium = ${media[0]}`,
      ...(medium.kind === 'suspension' && shape === 'slab' && dice.chance(0.4) ? ['gravity = g_0'] : []),
    ]);
  const shares = media.map(() => dice.between(0.3, 1));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return block(`geometry ${shape}`, [
    ...radius,
    ...media.map((name, k) => `layer l${k + 1} { thickness = ${rounded((length * shares[k]!) / whole)} m; medium = ${name} }`),
    ...media.slice(1).flatMap((_, k) => {
      const conditions = [
        ...(medium.kind === 'solution' && dice.chance(0.4) ? [`partition(A) = ${dice.decade(0.3, 3)}`] : []),
        ...(dice.chance(0.4) ? [`resistance = ${rounded((length / medium.conductivity) * dice.decade(0.02, 0.5))} m^2*K/W`] : []),
      ];
      return conditions.length ? [`interface l${k + 1} l${k + 2} { ${conditions.join('; ')} }`] : [];
    }),
  ]);
}

function initial({ dice, medium, length, difference, sides }: Scene): string[] {
  const T = medium.temperature;
  const coordinate = sides[0] === 'left' ? 'x' : 'r';
  // A smooth dent in the middle of the coordinate keeps curved geometries smooth at the axis.
  const dent = (size: number, unit: string) => `${size}${unit} * exp(-(${coordinate} / (${rounded(length * dice.between(0.3, 0.8))} m))^2)`;
  const form = dice.share();
  const temperature =
    form < 0.7 || coordinate === 'r'
      ? `${T} K`
      : form < 0.85
        ? `${T} K + ${rounded(difference / length)} K/m * x`
        : `${T} K + ${dent(difference, ' K')}`;
  return [
    `temperature = ${temperature}`,
    ...medium.fields.map(({ component, letter, value, unit }) => {
      const suffix = unit && ` ${unit}`;
      const base = `${letter}(${component}) = ${value}${suffix}`;
      return dice.chance(0.25) ? `${base} + ${dent(rounded(0.4 * value), suffix)}` : base;
    }),
  ];
}

/** A temperature of a wall: constant, or a function of time in transients. */
function wallTemperature({ dice, steady, until, difference }: Scene, T: number): string {
  const form = steady ? 0 : dice.share();
  const [a, b] = [rounded(until * dice.between(0.05, 0.4)), rounded(until * dice.between(0.1, 0.5))];
  if (form < 0.7) return `${T} K`;
  if (form < 0.82)
    return `${T} K + ${rounded(0.3 * difference)} K * sin(${rounded((2 * Math.PI) / (until * dice.between(0.2, 2)))} 1/s * t)`;
  if (form < 0.9) return `${T} K + ${rounded(0.5 * difference)} K * ramp(t, ${a} s, ${b} s)`;
  if (form < 0.95) return `${T} K + ${rounded(0.5 * difference)} K * step(t, ${a} s)`;
  return `${T} K + ${rounded(0.5 * difference)} K * pulse(t, ${a} s, ${b} s)`;
}

function walls(scene: Scene): string[] {
  const { dice, medium, sides, length, narrowing, difference, steady } = scene;
  const conditions = sides.map((): string[] => []);
  const T = medium.temperature;
  // Heat: one wall at least ties the temperature.
  const tied = Math.floor(dice.share() * sides.length);
  sides.forEach((_, k) => {
    const here = rounded(T + (k === 0 && sides.length > 1 ? 0 : difference));
    const form = dice.share();
    const h = rounded((medium.conductivity / length) * dice.decade(0.2, 10));
    const convective = [`heat_transfer = ${h} W/(m^2*K)`, `ambient = ${wallTemperature(scene, here)}`];
    if (k === tied ? form < 0.75 : form < 0.55) conditions[k]!.push(`temperature = ${wallTemperature(scene, here)}`);
    else if (k === tied || form < 0.75) conditions[k]!.push(...convective);
    else if (form < 0.9)
      conditions[k]!.push(`heat_flux = ${rounded(((dice.sign() * medium.conductivity) / length) * 0.5 * difference * narrowing)} W/m^2`);
  });
  // Mole fractions are stated all or none at a wall, and so they are where mass flows.
  const [opened, opening] = [dice.chance(0.5), Math.floor(dice.share() * sides.length)];
  for (const { component, letter, value, unit } of medium.fields) {
    if (letter === 'x' ? !opened : dice.chance(0.5)) continue;
    const suffix = unit && ` ${unit}`;
    const open = letter === 'x' ? opening : Math.floor(dice.share() * sides.length);
    const per = letter === 'c' ? 1 : medium.density;
    const speed = medium.diffusivity / length;
    sides.forEach((_, k) => {
      const there = rounded(value * dice.between(0.5, 1.3));
      const form = dice.share();
      const exchange = [
        `mass_transfer(${component}) = ${rounded(speed * dice.decade(0.2, 10))} m/s`,
        `ambient(${component}) = ${there}${suffix}`,
      ];
      if (k === open) conditions[k]!.push(...(form < 0.7 || letter === 'x' ? [`${letter}(${component}) = ${there}${suffix}`] : exchange));
      else if (letter === 'x') return;
      else if (form < 0.25) conditions[k]!.push(`${letter}(${component}) = ${there}${suffix}`);
      else if (form < 0.4)
        conditions[k]!.push(
          `flux(${component}) = ${rounded(per * value * speed * dice.between(0.05, 0.3))} ${letter === 'c' ? 'mol' : 'kg'}/(m^2*s)`,
        );
      else if (form < 0.5) conditions[k]!.push(...exchange);
      else if (form < 0.55 && letter === 'c' && !steady) conditions[k]!.push(`absorbing(${component}) = yes`);
    });
  }
  return sides.flatMap((side, k) => (conditions[k]!.length ? [block(`boundary ${side}`, conditions[k]!)] : []));
}

function sources({ dice, medium, length, difference }: Scene): string[] {
  const made: string[] = [];
  if (dice.chance(0.15)) made.push(`heat = ${rounded(((medium.conductivity * difference) / length ** 2) * dice.decade(0.2, 3))} W/m^3`);
  if (medium.fields.length === 2 && medium.kind === 'solution' && dice.chance(0.4)) {
    const rate = rounded((medium.diffusivity / length ** 2) * dice.decade(0.3, 20));
    made.push(`reaction decay { A -> B; rate = ${rate} 1/s * c(A) }`);
  }
  return made.length > 0 ? [block('source', made)] : [];
}

function study({ dice, steady, until, medium }: Scene, tolerance: number): string {
  if (steady) return `steady run { tolerance = ${tolerance} }`;
  const times = [dice.decade(1e-3, 0.2), dice.between(0.2, 0.9)].map((share) => `${rounded(until * share)} s`);
  // Heat that has no storage of its own matters most where it is fast beside matter.
  const instant = medium.fields.length > 0 && dice.chance(0.2) ? '; temperature = instant' : '';
  return `transient run { until = ${until} s; times = list(${times.join(', ')}); tolerance = ${tolerance}${instant} }`;
}

function measures({ medium, sides, length, dice }: Scene, shape: string, inner: number): string[] {
  const far = sides[sides.length - 1]!;
  const spot =
    shape === 'slab' ? `x = ${rounded(length * dice.between(0.1, 0.9))} m` : `r = ${rounded(inner + length * dice.between(0.1, 0.9))} m`;
  return [
    `measure q = heat_flux(${far})`,
    `measure T_mean = mean(T)`,
    `measure T_spot = value(T, ${spot})`,
    ...medium.fields.flatMap(({ component, letter }) => {
      const field = `${letter}(${component})`;
      return [
        `measure far_${component} = value(${field}, ${far})`,
        `measure mean_${component} = mean(${field})`,
        `measure spot_${component} = value(${field}, ${spot})`,
        `measure most_${component} = max(${field})`,
        `measure least_${component} = min(${field})`,
        `measure in_${component} = flux(${component}, ${far})`,
      ];
    }),
    ...(medium.kind === 'solid' ? [] : ['measure sigma = entropy_production']),
  ];
}
