import type { MediumContext } from './index.js';
import type { ResolvedMedium } from './resolved.js';
import { resolveSolid } from './solid.js';

export function resolveMulticomponent(context: MediumContext): ResolvedMedium {
  context.findings.report('physics/unsupported', `${context.medium.name} has more than two components`, context.medium.origin);
  return resolveSolid(context);
}
