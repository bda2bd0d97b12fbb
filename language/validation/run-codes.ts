/** Pages of the codes that only a run can report: what the solver's own tables say of them, and what helps. */
import { warningCodes, type WarningCode } from '../../solver/physics/checks/check.js';
import { runReasonCodes, type RunReasonCode } from '../../solver/study/reasons.js';
import { pageFile } from './diagnostic.js';

type RunCode = RunReasonCode | WarningCode;

const help: Readonly<Record<RunCode, string>> = {
  'run/not-finite':
    'The message names the field, the place and the time. A coefficient divides by something that becomes zero there, or takes the root or the logarithm of a negative value. Bound it with `min` and `max`, or use `table`, which stays constant outside its data.',
  'run/stalled':
    'The solver shortens its steps until a change can be followed; here it found no end. A coefficient or a source jumps with its own field (`if T > …`), or grows without limit (an explosion). Smooth the jump over a few per cent of its range, or end the study earlier.',
  'run/runaway':
    'A source (or a flux through a wall) grows with the very field that it feeds, faster than conduction or diffusion can take it away: a thermal explosion, an autocatalytic reaction. There is no steady state that the start leads to, and a transient ends when the growth has no bound any more. The message names the place where it grows fastest and the instant; what was computed until then is kept. For a slab of width L between cold walls with a source Q exp(ΔT/θ) this happens above Q (L/2)²/(k θ) = 0.878 (Frank-Kamenetskii). Make the source smaller or bounded, cool better, or make the body thinner.',
  'run/singular':
    'A diffusivity or a conductivity is zero somewhere, or nothing fixes the level of a field. Give the coefficient a small positive value there, or fix a value at a wall.',
  'run/no-steady-state':
    'What enters and cannot leave accumulates for ever. Fix a value or a transfer coefficient at a wall, let sources and fluxes cancel, or use a transient to see how it grows.',
  'run/study':
    'A study starts from, or repeats, one that has no single final state, or that failed. Run that one first and read its reason.',
  'run/exhausted':
    'A flux through a wall or a sink went on taking a component after the last of it was gone. The run ends there; what was computed until then is kept. Let the flux vanish with the composition: `mass_transfer(A)` with `ambient(A)`, a `rate` in proportion to `c(A)`, or a smaller `flux(A)`.',
  'run/negative':
    'A concentration fell below zero by more than the error of the computation: a sink or a flux takes more than there is. Let it vanish with the concentration, as `rate = k * c(A)` does.',
  'run/tolerance':
    'The estimated error stays above the wanted `tolerance`. A field jumps or has a layer thinner than the mesh: give more `cells` there or a `grading`, or accept a larger tolerance. The result and its estimated error are kept.',
  'run/time-dependent':
    'A steady study has no time: what depends on `t` is taken at t = 0. Use a transient, or `set` the parameters of the final state.',
  'run/measure':
    'The measure or the plot asks for something that this solution does not have, such as a field of another medium or a wall that does not exist here.',
  'run/data': 'The data of a fit need a column for what is observed and one for what it is observed over, inside the range of the study.',
  'run/uncertainty':
    'Numbers stated with `±` are moved by their uncertainty and the study is solved again. With some of these values it has no solution: a diffusivity or a conductivity becomes negative, a place leaves the domain. The result itself stands. State smaller uncertainties, write a positive coefficient as `exp(…)` of an uncertain exponent, or switch it off with `propagation = off` in the study.',
  'fit/identifiability':
    'Two parameters that change the measure in the same way cannot be fitted together: only a combination of them shows. The condition number is that of the normal matrix scaled to a unit diagonal: 1 when the parameters are independent, above 10^4 when the errors of single parameters say little. Fix one of them, or add data that tell them apart: other times, other places, another measure. A parameter that changes nothing that was measured cannot be fitted at all.',
  'fit/at-bound':
    'The smallest deviation lies outside the range of `vary`, so the parameter rests on its bound: its value is the bound, not a measurement, and it has no standard error. Widen the range if larger values are possible; if they are not, the model or the data miss something.',
  'fit/deviations':
    'At the best values the deviations are larger than the stated uncertainties, or hang together along the curve where random errors would change their sign. Standard errors are meaningless then. Look at the picture of the fit: is a zero offset, a slow start, a second process missing in the model, is a unit or the moment t = 0 wrong, is the uncertainty of the data too small? Single outliers are what `loss = robust` is for.',
  'fit/not-converged':
    'The parameters still changed when the iterations ended. The values given are the best so far; do not use their standard errors. Start nearer to the answer, narrow the ranges, or fit fewer parameters.',
  'physics/absolute-zero':
    'A wall or a source takes more heat than conduction can bring: T would have to fall below 0 K. No body does that; take less heat, or let it flow to an `ambient` through a `heat_transfer`.',
  'physics/dilute-limit':
    'In a `solution` the solvent is taken as constant; above some per cent of solute that is no longer true. Describe it as a `mixture`, whose equations hold at every composition.',
  'physics/solubility':
    'A second phase would form where the concentration exceeds `solubility(A)`; the equations describe one phase. Read the result as supersaturated, or lower the concentration.',
  'physics/density-varies':
    'The fluxes are relative to the centre of mass, which rests while the density is nearly constant. A density that varies by more than a tenth moves the fluid; take the fluxes as estimates.',
  'physics/composition-range':
    'A mass fraction left 0…1. A primed coefficient that does not vanish with its component, or a flux that takes what is not there, drives it out: give it the factor w(A).',
  'physics/unknown-heat-flux':
    'Without a `conductivity` the temperature between two walls is that of a uniform conductor, whatever its conductivity, so that the heat that flows is unknown. State `conductivity` in the medium.',
  'physics/convection':
    'The Rayleigh number is above its onset value: gravity would stir the fluid, and the equations take it at rest. Heat from above, narrow the gap, or set `gravity = 0 m/s^2` to see what microgravity would show.',
};

const meanings: Readonly<Record<RunCode, string>> = { ...runReasonCodes, ...warningCodes };
const isRunCode = (code: string): code is RunCode => Object.hasOwn(meanings, code);

export const runCodes = Object.keys(meanings) as readonly RunCode[];
/** Undefined when no run reports that code. */
export const runPage = (code: string): string | undefined =>
  isRunCode(code)
    ? `# ${meanings[code].replace(/\.$/, '')}\n\n\`${code}\` · Reported by a run, with the place and the time.\n\n${help[code]}\n`
    : undefined;
export const runRow = (code: RunCode): string => `| [\`${code}\`](${pageFile(code)}) | run | ${meanings[code].replace(/\.$/, '')} |`;
