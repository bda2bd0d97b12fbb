/** Random media of every kind, with coefficients that are constant or follow temperature and composition. */
import { rounded, type Dice } from './dice.js';

export interface RandomMedium {
  readonly kind: 'solution' | 'mixture' | 'gas' | 'suspension' | 'solid';
  /** Species or particles. */
  readonly substances: string;
  /** The block of a medium of that name; other names give other coefficients for the same substances. */
  readonly block: (name: string) => string;
  /** Composition fields as written, with typical values and their unit: `c(A)` → 1 mol/m^3. */
  readonly fields: readonly {
    readonly component: string;
    readonly letter: 'c' | 'w' | 'x';
    readonly value: number;
    readonly unit: string;
  }[];
  /** Typical values [m²/s, W/(m·K), m²/s]. */
  readonly diffusivity: number;
  readonly conductivity: number;
  readonly thermalDiffusivity: number;
  /** Mean temperature and largest difference worth trying [K]. */
  readonly temperature: number;
  readonly span: number;
  /** Wall fluxes as shares of value·D/L need the density in mixtures [kg/m³]. */
  readonly density: number;
}

/** `value unit`, or that with a dependence on temperature. */
function withTemperature(dice: Dice, value: number, unit: string, T: number, bends: boolean): string {
  const constant = `${value} ${unit}`.trim();
  if (!bends) return constant;
  const form = dice.share();
  if (form < 0.45) return `${constant} * exp(${dice.between(500, 2500)} K * (1 / (${T} K) - 1 / T))`;
  if (form < 0.8) return `${constant} * (1 + ${dice.between(-4e-3, 4e-3)} 1/K * (T - ${T} K))`;
  return `${constant} * (T / ${T} K)^${dice.between(0.5, 2)}`;
}

/** S_T of a component: constant, changing sign with temperature, or following composition. */
function soretCoefficient(dice: Dice, size: number, T: number, field: string | undefined, typical: number, unit: string): string {
  const S = rounded(dice.sign() * size);
  const form = dice.share();
  if (form < 0.4) return `${S} 1/K`;
  if (form < 0.55) return `iacopini_piazza(${S} 1/K, ${dice.between(T - 10, T + 10)} K, ${dice.between(15, 40)} K)`;
  if (form < 0.75) return `${S} 1/K * (1 + ${dice.between(-0.02, 0.02)} 1/K * (T - ${T} K))`;
  if (form < 0.95 && field) return `${S} 1/K * (1 + ${dice.between(-0.6, 0.6)} * ${field} / (${typical}${unit ? ` ${unit}` : ''}))`;
  // A corner where the field passes: the robust scheme's case.
  return form < 0.97 ? `if T < ${dice.between(T - 3, T + 3)} K then ${S} 1/K else ${rounded(0.5 * S)} 1/K` : `${S} 1/K`;
}

function thermal(dice: Dice, T: number, conductivity: number, density: number, heatCapacity: number, constantDensity = true): string[] {
  return [
    `density = ${withTemperature(dice, density, 'kg/m^3', T, !constantDensity && dice.chance(0.3))}`,
    `conductivity = ${withTemperature(dice, conductivity, 'W/(m*K)', T, dice.chance(0.4))}`,
    `heat_capacity = ${withTemperature(dice, heatCapacity, 'J/(kg*K)', T, dice.chance(0.2))}`,
  ];
}

const braces = (head: string, lines: readonly string[]): string => `${head} {\n${lines.map((line) => `  ${line}\n`).join('')}}`;

function solution(dice: Dice): RandomMedium {
  const T = dice.between(280, 340);
  const solutes = dice.chance(0.3) ? ['A', 'B'] : ['A'];
  const diffusivity = dice.decade(1e-11, 3e-9);
  const strong = dice.chance(0.1);
  const values = solutes.map(() => dice.decade(1e-2, 100));
  const [conductivity, density, heatCapacity] = [dice.between(0.1, 0.7), dice.between(700, 1200), dice.between(1500, 4200)];
  return {
    kind: 'solution',
    substances: [
      ...solutes.map((s) => `species ${s} { molar_mass = ${dice.between(20, 300)} g/mol }`),
      'species S { molar_mass = 18 g/mol }',
    ].join('\n'),
    block: (name) =>
      braces(`solution ${name} of ${solutes.join(', ')} in S`, [
        ...thermal(dice, T, rounded(conductivity * dice.decade(0.5, 2)), density, heatCapacity),
        'dufour = off',
        ...solutes.flatMap((s, k) => [
          `diffusion(${s}) = ${withTemperature(dice, rounded(diffusivity * dice.decade(0.4, 2.5)), 'm^2/s', T, dice.chance(0.5))}`,
          dice.chance(0.15)
            ? `heat_of_transport(${s}) = ${dice.between(-20, 20)} kJ/mol`
            : `soret(${s}) = ${soretCoefficient(dice, strong ? dice.decade(0.1, 1) : dice.decade(1e-3, 5e-2), T, `c(${s})`, values[k]!, 'mol/m^3')}`,
        ]),
      ]),
    fields: solutes.map((component, k) => ({ component, letter: 'c' as const, value: values[k]!, unit: 'mol/m^3' })),
    diffusivity,
    conductivity,
    thermalDiffusivity: conductivity / (density * heatCapacity),
    temperature: T,
    span: strong ? 25 : 50,
    density,
  };
}

/** Eigenvalues are real: of two off-diagonal entries whose product is too negative for that the second changes its sign. */
function diffusionMatrix(dice: Dice, diffusivity: number): readonly string[] {
  const [AA, AB, BA, BB] = [dice.between(0.8, 1.4), dice.between(-0.2, 0.25), dice.between(-0.2, 0.25), dice.between(0.5, 1)];
  const isReal = (AA - BB) ** 2 + 4 * AB * BA > 1e-3;
  const D = (share: number) => `${rounded(diffusivity * share)} m^2/s`;
  return [
    `diffusion(A, A) = ${D(AA)}`,
    `diffusion(A, B) = ${D(AB)}`,
    `diffusion(B, A) = ${D(isReal ? BA : -BA)}`,
    `diffusion(B, B) = ${D(BB)}`,
  ];
}

function mixture(dice: Dice): RandomMedium {
  const T = dice.between(285, 330);
  const ternary = dice.chance(0.35);
  const names = ternary ? ['A', 'B', 'C'] : ['A', 'B'];
  const diffusivity = dice.decade(1e-10, 2e-9);
  const [conductivity, density, heatCapacity] = [dice.between(0.1, 0.5), dice.between(700, 1200), dice.between(1500, 3500)];
  const first = dice.between(0.15, 0.45);
  const second = dice.between(0.15, 0.4);
  return {
    kind: 'mixture',
    substances: names.map((s) => `species ${s} { molar_mass = ${dice.between(18, 170)} g/mol }`).join('\n'),
    block: (name) =>
      braces(`mixture ${name} of ${names.join(', ')}`, [
        ...thermal(dice, T, rounded(conductivity * dice.decade(0.6, 1.6)), density, heatCapacity),
        ...(ternary || dice.chance(0.4) ? ['dufour = off'] : []),
        ...(ternary
          ? [
              ...diffusionMatrix(dice, diffusivity),
              `soret_prime(A) = ${rounded(dice.sign() * dice.decade(2e-4, 3e-3))} 1/K`,
              `soret_prime(B) = ${rounded(dice.sign() * dice.decade(2e-4, 3e-3))} 1/K`,
            ]
          : [
              `diffusion = ${withTemperature(dice, rounded(diffusivity * dice.decade(0.5, 2)), 'm^2/s', T, dice.chance(0.5))}`,
              dice.chance(0.2)
                ? `thermodiffusion(A) = ${rounded(dice.sign() * diffusivity * dice.decade(1e-3, 1e-2))} m^2/(s*K)`
                : `soret(A) = ${soretCoefficient(dice, dice.decade(1e-3, 2e-2), T, 'w(A)', first, '')}`,
            ]),
      ]),
    fields: [
      { component: 'A', letter: 'w', value: first, unit: '' },
      ...(ternary ? [{ component: 'B', letter: 'w' as const, value: second, unit: '' }] : []),
    ],
    diffusivity,
    conductivity,
    thermalDiffusivity: conductivity / (density * heatCapacity),
    temperature: T,
    span: 40,
    density,
  };
}

function gas(dice: Dice): RandomMedium {
  const T = dice.between(290, 400);
  const diffusivity = dice.decade(1e-5, 1e-4);
  const many = dice.chance(0.4);
  const names = many ? ['A', 'B', 'C'] : ['A', 'B'];
  const [conductivity, heatCapacity] = [dice.between(0.02, 0.08), dice.between(700, 1400)];
  const masses = names.map(() => dice.between(4, 60));
  // Layers that touch have one pressure.
  const pressure = dice.between(0.5, 2);
  const density = (1e5 * 30e-3) / (8.314 * T);
  const pair = () => withTemperature(dice, rounded(diffusivity * dice.decade(0.4, 2.5)), 'm^2/s', T, dice.chance(0.5));
  return {
    kind: 'gas',
    substances: names
      .map(
        (s, k) =>
          `species ${s} { molar_mass = ${masses[k]!} g/mol; lj_diameter = ${dice.between(2.6, 4.2)} Å; lj_well = ${dice.between(30, 200)} K }`,
      )
      .join('\n'),
    block: (name) => {
      const kinetic = dice.chance(0.25) && !many;
      return braces(`mixture ${name} of ${names.join(', ')}`, [
        dice.chance(0.5) ? `pressure = ${pressure} bar` : 'density = 1.1 kg/m^3',
        `conductivity = ${withTemperature(dice, conductivity, 'W/(m*K)', T, dice.chance(0.5))}`,
        `heat_capacity = ${heatCapacity} J/(kg*K)`,
        ...(dice.chance(0.3) ? ['dufour = off'] : []),
        ...(many
          ? [`maxwell_stefan(A, B) = ${pair()}`, `maxwell_stefan(A, C) = ${pair()}`, `maxwell_stefan(B, C) = ${pair()}`]
          : kinetic
            ? ['diffusion = 6e-5 m^2/s', 'thermal_diffusion_factor(A) = kinetic']
            : [`diffusion = ${pair()}`, `thermal_diffusion_factor(A) = ${dice.between(-0.4, 0.4)}`]),
        ...(many
          ? [`thermal_diffusion_factor(A, C) = ${dice.between(-0.3, 0.3)}`, `thermal_diffusion_factor(B, C) = ${dice.between(-0.3, 0.3)}`]
          : []),
        ...(many ? [`thermal_diffusion_factor(A, B) = ${dice.between(-0.2, 0.2)}`] : []),
      ]);
    },
    fields: names.slice(0, -1).map((component) => ({ component, letter: 'x' as const, value: dice.between(0.15, 0.4), unit: '' })),
    diffusivity,
    conductivity,
    thermalDiffusivity: conductivity / (density * heatCapacity),
    temperature: T,
    span: 120,
    density,
  };
}

function suspension(dice: Dice): RandomMedium {
  const T = dice.between(285, 320);
  const inGas = dice.chance(0.4);
  const diffusivity = dice.decade(1e-12, 1e-10);
  const value = dice.decade(1e-8, 1e-4);
  const [conductivity, density, heatCapacity] = inGas ? [0.026, 1.16, 1007] : [0.6, 1000, 4180];
  return {
    kind: 'suspension',
    substances: [
      `particle P { diameter = ${dice.between(20, 400)} nm; density = ${dice.between(1050, 2000)} kg/m^3; conductivity = 0.25 W/(m*K) }`,
      'species F { molar_mass = 28 g/mol }',
    ].join('\n'),
    block: (name) =>
      braces(`suspension ${name} of P in F`, [
        ...thermal(dice, T, conductivity, density, heatCapacity),
        ...(inGas
          ? [
              'pressure = 1 bar',
              'molar_mass = 29 g/mol',
              'viscosity = 1.85e-5 Pa*s',
              `diffusion = ${rounded(1e3 * diffusivity)} m^2/s`,
              'thermophoresis = talbot',
            ]
          : [
              'viscosity = 1e-3 Pa*s',
              `diffusion(P) = ${withTemperature(dice, rounded(diffusivity * dice.decade(0.5, 2)), 'm^2/s', T, dice.chance(0.5))}`,
              `soret(P) = ${soretCoefficient(dice, dice.decade(5e-3, 0.3), T, 'c(P)', value, 'mol/m^3')}`,
            ]),
      ]),
    fields: [{ component: 'P', letter: 'c', value, unit: 'mol/m^3' }],
    diffusivity: inGas ? 1e3 * diffusivity : diffusivity,
    conductivity,
    thermalDiffusivity: conductivity / (density * heatCapacity),
    temperature: T,
    span: inGas ? 10 : 25,
    density,
  };
}

function solid(dice: Dice): RandomMedium {
  const T = dice.between(300, 900);
  const [conductivity, density, heatCapacity] = [dice.decade(0.5, 100), dice.between(1500, 9000), dice.between(300, 1200)];
  const thermalDiffusivity = conductivity / (density * heatCapacity);
  return {
    kind: 'solid',
    substances: '',
    block: (name) => braces(`solid ${name}`, thermal(dice, T, rounded(conductivity * dice.decade(0.3, 3)), density, heatCapacity)),
    fields: [],
    diffusivity: thermalDiffusivity,
    conductivity,
    thermalDiffusivity,
    temperature: T,
    span: 100,
    density,
  };
}

export function randomMedium(dice: Dice): RandomMedium {
  const kind = dice.share();
  if (kind < 0.3) return solution(dice);
  if (kind < 0.6) return mixture(dice);
  if (kind < 0.78) return gas(dice);
  if (kind < 0.9) return suspension(dice);
  return solid(dice);
}
