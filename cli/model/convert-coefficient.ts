/** One coefficient of thermodiffusion as another, by the same relations that the solver lowers models with. */
import { constant, type Expression } from '../../solver/expression/expression.js';
import { evaluate } from '../../solver/expression/evaluate.js';
import { relations } from '../../solver/physics/relations/index.js';
import type { LocalState, StateKey } from '../../solver/physics/relations/relation.js';
import type { QuantityName } from '../../solver/quantities/quantity.js';
import { UsageError } from '../command.js';
import type { Convention } from './conventions.js';

/** What may have to be known of the mixture, as options of the command. */
export const stateOptions = {
  at: { quantity: 'temperature', placeholder: '25 degC', doc: 'temperature' },
  diffusion: { quantity: 'diffusivity', placeholder: '6.21e-10 m^2/s', doc: 'diffusion coefficient D' },
  w: { quantity: 'number', placeholder: '0.5', doc: 'mass fraction of the named component (makes it a binary mixture, else dilute)' },
  x: { quantity: 'number', placeholder: '0.5', doc: 'mole fraction of the named component' },
  'molar-mass': {
    quantity: 'molarMass',
    placeholder: '132.21 g/mol, 170.34 g/mol',
    doc: 'molar masses of the named component and of its partner',
  },
  density: { quantity: 'density', placeholder: '842 kg/m^3', doc: 'density' },
  gamma: { quantity: 'number', placeholder: '1', doc: 'thermodynamic factor (1 when ideal)' },
} as const satisfies Record<string, { quantity: QuantityName; placeholder: string; doc: string }>;
export type StateOption = keyof typeof stateOptions;
export type LocalValues = Readonly<Partial<Record<StateOption, readonly number[]>>>;

const optionOf: Readonly<Partial<Record<StateKey, StateOption>>> = {
  temperature: 'at',
  diffusion: 'diffusion',
  massFraction: 'w',
  moleFraction: 'x',
  density: 'density',
  molarMass: 'molar-mass',
  otherMolarMass: 'molar-mass',
};

/** Avogadro constant [1/mol] (exact, SI 2019). */
const N_A = 6.02214076e23;

/** Throws `UsageError` naming the option that is missing. */
export function convertCoefficient(si: number, from: Convention, to: Convention, given: LocalValues, perParticle: boolean): number {
  const needs = (c: Convention) => relations[c.property].needs(localState(given).kind);
  // D_T, D″ and Dᵀ are all proportional to D: between them it cancels.
  const cancels = needs(from).includes('diffusion') && needs(to).includes('diffusion') && given.diffusion === undefined;
  const state = localState(cancels ? { ...given, diffusion: [1] } : given);
  const dependsOnTemperature = (c: Convention) => c.property !== 'soret' && c.property !== 'thermodiffusion' && c.property !== 'dufour';
  const needed = new Set<StateKey>([
    ...(from.property === to.property ? [] : [...relations[from.property].needs(state.kind), ...relations[to.property].needs(state.kind)]),
    ...(from.property !== to.property && (dependsOnTemperature(from) || dependsOnTemperature(to)) ? (['temperature'] as const) : []),
  ]);
  const missing = [...needed].filter((key) => state.known[key] === undefined).map((key) => optionOf[key]);
  if (missing.length > 0) {
    const options = [...new Set(missing)].filter((o) => o !== undefined);
    throw new UsageError(
      `${from.symbol} to ${to.symbol} depends on more: give ${options.map((o) => `--${o} '${stateOptions[o].placeholder}'`).join(' ')}.`,
    );
  }
  const value = constant(perParticle ? si * N_A : si);
  const local: LocalState = { kind: state.kind, ...state.known, temperature: state.known.temperature ?? constant(NaN) };
  if (from.property === to.property) return perParticle ? si * N_A : si;
  const soret = relations[from.property].toSoret(value, local);
  return evaluate(relations[to.property].fromSoret(soret, local), () => NaN);
}

function localState(given: LocalValues): { kind: LocalState['kind']; known: Partial<Record<StateKey, Expression>> } {
  const one = (option: StateOption, index = 0) => {
    const value = given[option]?.[index];
    return value === undefined ? undefined : constant(value);
  };
  const [M, other] = given['molar-mass'] ?? [];
  const w = given.w?.[0];
  const x = given.x?.[0];
  // Mass and mole fraction follow from one another when both molar masses are known.
  const both = M !== undefined && other !== undefined;
  const massFraction = w ?? (x !== undefined && both ? (x * M) / (x * M + (1 - x) * other) : undefined);
  const moleFraction = x ?? (w !== undefined && both ? w / M / (w / M + (1 - w) / other) : undefined);
  return {
    kind: w !== undefined || x !== undefined ? 'binary' : 'dilute',
    known: {
      temperature: one('at'),
      diffusion: one('diffusion'),
      density: one('density'),
      molarMass: one('molar-mass'),
      otherMolarMass: one('molar-mass', 1),
      thermodynamicFactor: one('gamma'),
      massFraction: massFraction === undefined ? undefined : constant(massFraction),
      moleFraction: moleFraction === undefined ? undefined : constant(moleFraction),
    },
  };
}
