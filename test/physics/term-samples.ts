/** One closed model of every term in the table, from the example of its own record. */
import { terms } from '../../solver/physics/terms/index.js';
import type { Term } from '../../solver/physics/terms/term.js';
import { lowered } from '../language/session.js';
import type { Sample } from './samples.js';

/** What every medium states, unless the example states it. */
const usual: Readonly<Record<string, readonly string[]>> = {
  solution: ['density = 1000 kg/m^3', 'diffusion(A) = 1e-9 m^2/s'],
  mixture: ['density = 900 kg/m^3', 'diffusion = 1e-9 m^2/s'],
  suspension: ['density = 1000 kg/m^3', 'diffusion(A) = 1e-12 m^2/s', 'viscosity = 1 mPa*s'],
  solid: ['density = 7800 kg/m^3'],
};
const thermal = ['conductivity = 0.6 W/(m*K)', 'heat_capacity = 4180 J/(kg*K)'];
const nameOf = (statement: string): string => /\w+/.exec(statement)![0];
/** A component is declared with what its medium asks of it, unless the example declares it. */
const declared = (kind: string): readonly string[] => [
  kind === 'suspension'
    ? 'particle A { diameter = 20 nm; density = 1800 kg/m^3; conductivity = 0.25 W/(m*K) }'
    : 'species A { molar_mass = 100 g/mol }',
  'species W { molar_mass = 18 g/mol }',
];

export async function termSample({ title, example }: Term): Promise<Sample> {
  const [, kind, name] = /^(solution|mixture|suspension|solid) (\w+)/m.exec(example)!;
  const statements = [...usual[kind!]!, ...thermal].filter((one) => !new RegExp(`\\b${nameOf(one)}\\b`).test(example.split('{').at(-1)!));
  const components = kind === 'solid' ? [] : declared(kind!).filter((one) => !example.includes(one.split(' {')[0]!));
  const amounts = { solution: 'c(A) = 100 mol/m^3', mixture: 'w(A) = 0.3', suspension: 'c(A) = 1e-9 mol/m^3', solid: '' }[kind!];
  const text = `${components.join('\n')}
${example.replace(/\s*}\s*$/, `; ${statements.join('; ')} }`)}
geometry slab { length = 1 mm; medium = ${name}; gravity = 9.81 m/s^2 }
initial { temperature = 300 K; ${amounts} }
boundary left { temperature = 295 K }
boundary right { temperature = 310 K }
steady rest
measure q = heat_flux(left)
`;
  const composition: Readonly<Record<string, number>> = {
    solution: { 'c(A)': 80 },
    mixture: { 'w(A)': 0.28 },
    suspension: { 'c(A)': 8e-10 },
    solid: {},
  }[kind!]!;
  return { name: `term: ${title}`, model: await lowered(text), state: { T: 301, ...composition } };
}
export const termSamples: readonly Sample[] = await Promise.all(terms.map(termSample));
