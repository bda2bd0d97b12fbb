/** What must hold of every term in the table: run on the example of its own record. */
import { describe, expect, it, test } from 'vitest';
import type { Expression } from '../../solver/expression/expression.js';
import { entropyProduction } from '../../solver/physics/entropy.js';
import type { ResolvedMedium } from '../../solver/physics/media/resolved.js';
import { contributions, terms } from '../../solver/physics/terms/index.js';
import type { Contributions, Row, Term } from '../../solver/physics/terms/term.js';
import type { Problem } from '../../solver/problem.js';
import { catalogue } from '../../solver/quantities/catalogue.js';
import { discretise, march, spectral, total, volumes } from '../solver/support/run.js';
import { at } from './evaluation.js';
import { formulated, resolved } from './model.js';
import { diagnose } from '../documents/marks.js';
import { termSamples } from './term-samples.js';

/** m, K and V in one list. */
function entries(medium: ResolvedMedium, chosen: readonly Term[]): readonly Expression[] {
  const sum: Contributions = contributions(medium, chosen);
  const rows: readonly Row[] = [...sum.species, 'heat'];
  return rows.flatMap((row) => [sum.storage(row), sum.drift(row), ...rows.map((by) => sum.transport(row, by))]);
}
const without = (model: Problem, names: readonly string[]): Problem => {
  const kept = <T extends { readonly properties: Problem['initial'] }>(block: T): T => ({
    ...block,
    properties: block.properties.filter(({ name }) => !names.includes(name)),
  });
  return { ...model, substances: model.substances.map(kept), media: model.media.map(kept), geometry: kept(model.geometry) };
};

test('every term has its own title', () => expect(new Set(terms.map(({ title }) => title)).size).toBe(terms.length));

describe.each(terms.map((term, i) => [term.title, term, termSamples[i]!] as const))('%s', (_, term, { model, state }) => {
  it('reads properties that a medium, a component or the geometry may state', () => {
    const places = new Set(['solution', 'mixture', 'suspension', 'solid', 'species', 'particle', 'geometry']);
    expect(term.coefficients).not.toHaveLength(0);
    for (const name of term.coefficients)
      expect(
        catalogue[name].uses.some((use) => use.in.some((place) => places.has(place))),
        name,
      ).toBe(true);
    expect(term.equation).not.toBe('');
  });
  it('shows a coefficient of its own in an example without errors', async () => {
    expect(term.coefficients.some((name) => new RegExp(`\\b${name}\\b`).test(term.example))).toBe(true);
    const reported = await diagnose(term.example);
    expect(reported.filter(({ severity }) => severity === 1).map(({ code }) => String(code))).not.toContain('syntax/error');
  });
  it('acts in its example, and only there where its coefficients are stated', () => {
    const medium = resolved(model);
    const others = terms.filter((other) => other !== term);
    const acting = (of: ResolvedMedium): number => {
      const [all, rest] = [entries(of, terms), entries(of, others)];
      return all.reduce((sum, e, i) => sum + Math.abs(at(e, state) - at(rest[i]!, state)), 0);
    };
    expect(acting(medium)).toBeGreaterThan(0);
    expect(acting(resolved(without(model, term.coefficients)))).not.toBe(acting(medium));
  });
  it('changes the entropy production if it says that it dissipates, and not at all otherwise', () => {
    const medium = resolved(model);
    const gradients = { 'grad T': 1e4, 'grad c(A)': 3e4, 'grad w(A)': 50 };
    const with_ = at(entropyProduction(medium), { ...state, ...gradients });
    const less = at(
      entropyProduction(
        medium,
        terms.filter((other) => other !== term),
      ),
      { ...state, ...gradients },
    );
    expect(with_).toBeGreaterThan(0);
    if (term.entropy === 'dissipates') expect(less).not.toBe(with_);
    else expect(less).toBe(with_);
  });
  it('keeps the amount of every component in a closed cell', () => {
    const { system } = formulated(model);
    for (const mesh of [spectral(8, 2), volumes(30)]) {
      const d = discretise(system, mesh);
      const { states, failure } = march(
        d,
        [0.1, 10],
        system.unknowns.map(({ id }) => 1e-7 * state[id]!),
      );
      expect(failure).toBeUndefined();
      system.unknowns.forEach(({ kind }, i) => {
        if (kind === 'temperature') return;
        const before = total(d, d.initial(), i);
        for (const u of states) expect(Math.abs(total(d, u, i) / before - 1)).toBeLessThan(1e-12);
      });
    }
  });
});
