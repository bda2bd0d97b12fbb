/** D′_T,i of three or more components from whatever states it; undefined when nothing does. */
import { add, divide, multiply, negate, one, temperature as T, type Expression } from '../../expression/expression.js';
import type { PropertyValue } from '../../problem.js';
import { kineticFactor } from '../kinetic/index.js';
import { allNamed, isWord, spelled } from '../properties.js';
import { isWanting } from '../reading.js';
import { apply, square } from '../symbolic.js';
import type { MulticomponentState } from './multicomponent_diffusion.js';
import { primedFromRelative, relativeCoefficients, relativeFromFactors, type StatedPair } from './pair_soret.js';
import type { Statements } from './statements.js';

type State = MulticomponentState & { readonly fick: readonly (readonly Expression[])[] };

export function multicomponentThermodiffusion(statements: Statements, at: State): Expression[] | undefined {
  const { properties } = statements.medium;
  const independent = at.names.slice(0, -1);
  const plain = properties.find(({ name, of }) => of.length === 1 && onlyBinary.has(name));
  if (plain)
    statements.findings.report(
      'physics/unsupported',
      `${spelled(plain.name, ...plain.of)} is defined for two components; ${statements.medium.name} has ${at.names.length}`,
      plain.origin,
      `use \`thermodiffusion_prime(${plain.of[0]})\`, \`soret_prime(${plain.of[0]})\` or the pair form \`soret(${plain.of[0]}, ${at.names.find((name) => name !== plain.of[0])})\``,
    );
  if (allNamed(properties, 'thermodiffusion_prime').length > 0) return closed(statements, at, 'thermodiffusion_prime');
  if (allNamed(properties, 'soret_prime').length > 0) return apply(at.fick, closed(statements, at, 'soret_prime'));
  const pairs = properties.filter(({ name, of }) => name === 'soret' && of.length === 2);
  if (pairs.length > 0) return fromPairs(statements, at, pairs);
  const factors = properties.filter(({ name, of }) => name === 'thermal_diffusion_factor' && of.length === 2);
  if (factors.length > 0) return fromFactors(statements, at, factors);
  const cross = independent.map((name) => statements.stated('onsager', name, 'heat') ?? statements.stated('onsager', 'heat', name));
  if (cross.every((stated) => stated === undefined)) return undefined;
  // D′_T,i = L_iq/(ρ T²)
  return cross.map((stated, i) => {
    const L = (stated && statements.translate(stated)) ?? statements.missing(spelled('onsager', independent[i]!, 'heat'));
    return divide(L, multiply(at.density, square(T)));
  });
}
const onlyBinary: ReadonlySet<string> = new Set([
  'soret',
  'thermodiffusion',
  'thermal_diffusion_factor',
  'thermal_diffusion_ratio',
  'heat_of_transport',
  'thermal_diffusion_coefficient',
]);

/** All n or n − 1 of the primed coefficients, whose sum is zero; the independent ones. */
function closed(statements: Statements, at: State, property: 'thermodiffusion_prime' | 'soret_prime'): Expression[] {
  const stated = at.names.map((name) => statements.expression(property, name));
  const missing = at.names.filter((_, i) => stated[i] === undefined);
  if (missing.length > 1)
    statements.missing(
      missing
        .slice(0, -1)
        .map((name) => spelled(property, name))
        .join(', '),
    );
  const sum = add(...stated.filter((value) => value !== undefined));
  return stated.slice(0, -1).map((value) => value ?? negate(sum));
}

function fromPairs(statements: Statements, at: State, pairs: readonly PropertyValue[]): Expression[] {
  const known = pairs.flatMap((stated): StatedPair[] => {
    const [first, second] = stated.of.map((name) => at.names.indexOf(name)) as [number, number];
    const soret = statements.translate(stated);
    return first < 0 || second < 0 || !soret ? [] : [{ first, second, soret }];
  });
  const relative = relativeCoefficients(at.names.length, known);
  const complete = relative.map(
    (a, i) => a ?? statements.missing(`a pair form \`soret\` that connects ${at.names[i]!} with ${at.names[0]!}`),
  );
  return apply(at.fick, primedFromRelative(at.w, complete).slice(0, -1));
}

function fromFactors(statements: Statements, at: State, stated: readonly PropertyValue[]): Expression[] {
  const { M } = at;
  if (!M) return at.fick.map(() => statements.missing('the molar masses of all components for thermal diffusion factors of pairs'));
  const x = at.names.map((name) => {
    const value = statements.moleFraction(name);
    return isWanting(value) ? statements.missing(value.what) : value;
  });
  const factor = (i: number, j: number): Expression | undefined => {
    const [a, b] = [at.names[i]!, at.names[j]!];
    const pair = stated.find(({ of }) => of[0] === a && of[1] === b);
    if (isWord(pair, 'kinetic')) {
      const both = add(x[i]!, x[j]!);
      return kineticFactor(statements, a, b, divide(x[i]!, both));
    }
    return pair && statements.translate(pair);
  };
  at.names.forEach((a, i) =>
    at.names.slice(i + 1).forEach((b) => {
      if (stated.some(({ of }) => of.includes(a) && of.includes(b))) return;
      statements.missing(`${spelled('thermal_diffusion_factor', a, b)} too (0 when the pair does not separate)`, stated[0]!.origin);
    }),
  );
  const relative = relativeFromFactors(factor, x, divide(one, T));
  return apply(at.fick, primedFromRelative(at.w, relative).slice(0, -1));
}
