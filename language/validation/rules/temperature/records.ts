/** Diagnostics of temperature points and differences: the checker of dimensions finds them. */
import { diagnostic } from '../../diagnostic.js';

export const temperatureRecords = [
  diagnostic({
    code: 'temperature/sum',
    severity: 'error',
    title: 'Two temperature readings added',
    doc: '20 °C + 5 °C is not 25 °C: both are readings on a scale with an arbitrary zero. Add a difference: `20 degC + 5 K`. The difference of two readings is allowed and is in kelvin.',
    bad: 'let warm = 20 degC + 5 degC\n',
    good: 'let warm = 20 degC + 5 K\n',
  }),
  diagnostic({
    code: 'temperature/factor',
    severity: 'error',
    title: 'Temperature reading in a product, a quotient or a power',
    doc: 'Twice 20 °C is not 40 °C, and 1/(25 °C) is not a physical quantity. Use the absolute temperature in kelvin (298.15 K) or a difference.',
    bad: 'let twice = 2 * 20 degC\n',
    good: 'let twice = 2 * 293.15 K\n',
  }),
  diagnostic({
    code: 'temperature/not-a-difference',
    severity: 'error',
    title: 'Temperature reading where a difference is wanted',
    doc: 'Here a temperature difference is meant, in kelvin: 25 K, not 25 °C (which is 298.15 K).',
    bad: 'species A { molar_mass = 28 g/mol; lj_well = 97 degC }\n',
    good: 'species A { molar_mass = 28 g/mol; lj_well = 97 K }\n',
  }),
  diagnostic({
    code: 'temperature/not-a-point',
    severity: 'error',
    title: 'Temperature difference where a temperature is wanted',
    doc: 'The difference of two temperatures is not itself a temperature: a wall at `hot - cold` would be near absolute zero.',
    bad: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\nlet hot = 30 degC\nboundary left { temperature = hot - 20 degC }\n',
    good: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\nlet hot = 30 degC\nboundary left { temperature = hot - 20 K }\n',
  }),
  diagnostic({
    code: 'temperature/degree-in-unit',
    severity: 'warning',
    title: 'Degree Celsius inside a unit',
    doc: 'In `3e-3 1/degC` or `W/(m*degC)` the degree is a difference, hence the same as a kelvin. It is read so; write K to say so.',
    bad: 'solid steel { conductivity = 50 W/(m*degC) }\n',
    good: 'solid steel { conductivity = 50 W/(m*K) }\n',
  }),
] as const;
