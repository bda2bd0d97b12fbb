/** A model of a wanted number of lines: the first example, and as many mixtures, values and measures as fill the rest. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const example = readFileSync(path.resolve(import.meta.dirname, '../../examples/gin-and-tonic.soret'), 'utf8');

/** Eleven lines that look like what people write. */
const filler = (n: number): string => `
/** Blend number ${n}. */
mixture blend_${n} of ethanol, water {
  density        = ${900 + (n % 90)} kg/m^3 * (1 - 2.1e-4 1/K * (T - 298.15 K))
  diffusion      = 4.${n % 10}e-10 m^2/s * exp(-1500 K * (1/T - 1/298.15 K))
  soret(ethanol) = -3.2e-3 1/K + 1e-5 1/K * (w(ethanol) - 0.4)  // towards the hot side
  conductivity   = 0.35 W/(m*K)
  heat_capacity  = 3.8 kJ/(kg*K)
}
let     width_${n} = ${1 + (n % 7)} mm + gap
measure drop_${n}  = value(w(ethanol), left) - mean(w(ethanol)) * ${n % 5}
`;
/** At most that many lines, all declarations whole. */
export function longModel(lines: number): string {
  let text = example;
  const count = (t: string) => t.split('\n').length;
  for (let n = 1; count(text + filler(n)) <= lines; n++) text += filler(n);
  return text;
}
