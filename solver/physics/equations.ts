/** The equations of a problem as it states them, or all reasons why it has none. Cheap: what only a run needs is added by `formulate`. */
import type { TransportSystem } from '../assembly/system.js';
import type { Reason } from '../outcome.js';
import type { Problem } from '../problem.js';
import { heatReasons } from './heat.js';
import { resolveModel, type Model } from './model.js';
import { reactionReasons } from './reactions.js';
import { readReasons } from './readable.js';
import { transportSystem } from './transport_system.js';

export type Equations = { readonly model: Model; readonly system: TransportSystem } | { readonly reasons: readonly Reason[] };

/** Never throws. */
export function equationsOf(problem: Problem): Equations {
  const model = resolveModel(problem);
  if ('reasons' in model) return model;
  const { layers, substances, findings } = model;
  heatReasons(problem, layers, findings);
  reactionReasons(problem, layers, substances, findings);
  readReasons(problem, layers, findings);
  const system = transportSystem(model);
  return findings.reasons.length > 0 ? { reasons: findings.reasons } : { model, system };
}
