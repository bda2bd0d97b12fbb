import { subtract } from '../../expression/expression.js';
import { allNamed } from '../properties.js';
import { Findings } from '../findings.js';
import { translate } from '../translate.js';
import { isWanting } from '../reading.js';
import { warning, type Check } from './check.js';

export const solubility: Check = ({ layers }) =>
  layers.flatMap(({ medium }, index) =>
    allNamed(medium.medium.properties, 'solubility').flatMap((stated) => {
      const species = stated.of[0]!;
      const c = medium.reading.composition('c', species);
      if (stated.value.kind === 'word' || isWanting(c)) return [];
      const scope = { reading: medium.reading, unknowns: [], findings: new Findings(), place: medium.medium.name };
      const limit = translate(stated.value, scope, stated.origin);
      return [
        {
          warning: warning(
            'physics/solubility',
            `${species} exceeds its solubility in ${medium.medium.name}: a second phase would form`,
            'lower the concentration, or read the result as supersaturated',
            stated.origin,
          ),
          violation: layers.map((_, i) => (i === index ? subtract(c, limit) : undefined)),
        },
      ];
    }),
  );
