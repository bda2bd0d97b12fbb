/** The second law over the protocol: the direction in words, the largest value, both statements, fixes on both. */
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyEdits, Session } from './session.js';

let session: Session;
beforeAll(async () => void (session = await Session.start()));
afterAll(() => session.stop());

const gin = (soret: string) => `species ethanol { molar_mass = 46.07 g/mol }
species water { molar_mass = 18.015 g/mol }
mixture gin of ethanol, water {
  density = 935 kg/m^3
  diffusion = 4.5e-10 m^2/s
  soret(ethanol) = ${soret}
  conductivity = 0.35 W/(m*K)
}
`;
const ofCode = (diagnostics: readonly Diagnostic[]) => diagnostics.filter((d) => d.code === 'onsager/second-law');

test('both statements are marked, each with the other as a related place and a fix of its own', async () => {
  const text = gin('3.2 1/K');
  const uri = await session.open(text);
  const [soret, conductivity] = ofCode(await session.diagnostics(uri));
  expect([soret!.range.start.line, conductivity!.range.start.line]).toEqual([5, 6]);
  expect(soret!.relatedInformation!.map((r) => r.location.range.start.line)).toEqual([6]);
  expect(conductivity!.relatedInformation!.map((r) => r.location.range.start.line)).toEqual([5]);
  for (const diagnostic of [soret!, conductivity!]) {
    const actions = await session.of<CodeAction[]>('codeAction', uri, { range: diagnostic.range, context: { diagnostics: [diagnostic] } });
    const fix = actions.find(({ title }) => /^Write .* that destroys no entropy$/.test(title))!;
    expect(ofCode(await session.check(applyEdits(text, fix.edit!.changes![uri]!)))).toEqual([]);
  }
});
test('the eigenvector in words: every flow against what drives it, and the other way for the other sign', async () => {
  const words = async (soret: string) => (ofCode(await session.check(gin(soret)))[0]!.message as string).split('\n')[1];
  expect(await words('3.2 1/K')).toMatch(
    /^= where composition drives ethanol to the hot side \(w\(ethanol\) falling by [0-9.]+ per K\), heat would flow from the cold to the hot side and ethanol to the cold side$/,
  );
  expect(await words('-3.2 1/K')).toMatch(
    /^= where composition drives ethanol to the cold side \(w\(ethanol\) rising by [0-9.]+ per K\), heat would flow from the cold to the hot side and ethanol to the hot side$/,
  );
});
test('the largest |S_T| is where ε = 1', async () => {
  // at w = ½ and 298.15 K
  const [T, w, rho, D, lambda, M1, M2] = [298.15, 0.5, 935, 4.5e-10, 0.35, 46.07e-3, 18.015e-3];
  // G = ∂(μ₁ − μ₂)/∂w₁ of an ideal mixture [J/kg]: R T / (w₁ w₂ (w₁ M₂ + w₂ M₁))
  const G = (8.314462618 * T) / (w * (1 - w) * (w * M2 + (1 - w) * M1));
  // ε = ρ T D (w₁ w₂ S_T)² G / λ
  const largest = Math.sqrt(lambda / (rho * T * D * (w * (1 - w)) ** 2 * G));
  const { message } = ofCode(await session.check(`${gin('3.2 1/K')}initial { temperature = 25 degC; w(ethanol) = 0.5 }\n`))[0]!;
  expect(message).toContain(`|soret(ethanol)| must stay below ${Number(largest.toPrecision(3))} 1/K`);
});
test('components among themselves: L_AB² < L_AA L_BB', async () => {
  const ternary = (cross: string) =>
    `species A { molar_mass = 132 g/mol }\nspecies B { molar_mass = 134 g/mol }\nspecies C { molar_mass = 170 g/mol }\nmixture m of A, B, C {\n  density = 870 kg/m^3\n  onsager(A, A) = 2e-9 kg*K*s/m^3\n  onsager(A, B) = ${cross} kg*K*s/m^3\n  onsager(B, B) = 8e-9 kg*K*s/m^3\n}\n`;
  expect(ofCode(await session.check(ternary('3.9e-9')))).toEqual([]);
  const [found, ...others] = ofCode(await session.check(ternary('-4.1e-9')));
  expect(others).toEqual([]);
  expect(found!.message).toContain('where composition drives A one way and B the same way, each would move against what drives it');
  expect(found!.message).toContain('|onsager(A, B)| must stay below 4e-9 kg*K*s/m^3');
  expect(found!.relatedInformation).toHaveLength(2);
});
