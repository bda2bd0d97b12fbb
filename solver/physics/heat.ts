/** What has to be known of heat for the studies asked for, said in the user's words when it is not. */
import type { Problem } from '../problem.js';
import { statedConditions } from './boundaries/stated.js';
import type { Findings } from './findings.js';
import type { ResolvedMedium } from './media/resolved.js';

/** Does any layer state a conductivity? Without one a temperature between fixed walls is that of a uniform conductor. */
export const hasConductivity = (layers: readonly ResolvedMedium[]): boolean => layers.some((medium) => medium.conductivity !== undefined);

export function heatReasons(problem: Problem, layers: readonly ResolvedMedium[], findings: Findings): void {
  const heatedTransient = problem.studies.some((study) => study.kind === 'transient' && !study.instantHeat);
  const anyConductivity = hasConductivity(layers);
  const fluxes = problem.boundaries
    .flatMap(({ conditions }) => statedConditions(conditions))
    .filter(({ condition }) => condition.balance === 'heat' && condition.kind !== 'value')
    .map(({ stated }) => stated);
  const produced = problem.sources.filter(({ name }) => name === 'heat');
  const reason = fluxes[0] ?? produced[0];
  for (const medium of layers) {
    const { name, origin } = medium.medium;
    if (medium.conductivity === undefined && (anyConductivity || reason || heatedTransient)) {
      const why = reason ? `for \`${reason.name}\`` : heatedTransient ? 'for a transient of heat' : 'like the other layers';
      findings.missing(
        `${name} needs \`conductivity\` ${why}`,
        origin,
        heatedTransient ? 'or let heat be quasi-steady: `temperature = instant`' : undefined,
      );
    }
    if (heatedTransient && medium.enthalpy === undefined) {
      const wanted = ['density', 'heat_capacity'].filter(
        (property) => !medium.medium.properties.some((stated) => stated.name === property),
      );
      const what = wanted.map((property) => '`' + property + '`').join(' and ');
      findings.missing(`${name} needs ${what} for a transient of heat`, origin, 'or let heat be quasi-steady: `temperature = instant`');
    }
  }
}
