/** Messages of the language about units, taken apart for the banner: the wording of the one is tested against the other. */
import { describe, expect, test } from 'vitest';
import { unitError } from '../../extension/webview/report/unitRows.js';
import { open } from '../language/session.js';

async function messages(line: string): Promise<readonly string[]> {
  const { check } = await open(`species A { molar_mass = 1 g/mol }\nspecies B { molar_mass = 2 g/mol }\nmixture m of A, B { ${line} }`);
  return check.problems.map((p) => p.message);
}

describe('units of an error', () => {
  test('needed and found stand in rows', async () => {
    const [message = ''] = await messages('soret(A) = 3 m^2/s');
    expect(unitError(message)).toEqual({
      title: 'soret has the wrong unit',
      rows: [
        { role: 'needs', unit: '1/K', name: 'inverse temperature difference' },
        { role: 'is', unit: 'm²/s', name: 'diffusivity' },
      ],
      rest: [],
    });
  });
  test('terms of a sum stand in rows', async () => {
    const [message = ''] = await messages('density = 1 kg/m^3 + 2 s');
    expect(unitError(message)?.rows.map(({ role, unit }) => [role, unit])).toEqual([
      ['1 kg/m^3', 'kg/m³'],
      ['2 s', 's'],
    ]);
  });
  test('other errors have none', () => expect(unitError('hot is not declared.')).toBeUndefined());
});
