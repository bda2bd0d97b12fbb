/** Mixtures: two components have closed forms, three or more a matrix. */
import { resolveBinary } from './binary.js';
import type { MediumContext } from './index.js';
import { resolveMulticomponent } from './multicomponent.js';
import type { ResolvedMedium } from './resolved.js';

export const resolveMixture = (context: MediumContext): ResolvedMedium =>
  context.medium.components.length === 2 ? resolveBinary(context) : resolveMulticomponent(context);
