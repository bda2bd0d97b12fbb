/** Diagnostics that the physics finds when it makes the equations of a model. */
import { diagnostic } from '../../diagnostic.js';

const model = (condition: string) =>
  `species ethanol { molar_mass = 46.07 g/mol }\nspecies water { molar_mass = 18.015 g/mol }\nmixture gin of ethanol, water { density = 935 kg/m^3; diffusion = 4.5e-10 m^2/s; soret(ethanol) = -3.2e-3 1/K }\ngeometry slab { length = 1 mm; medium = gin }\ninitial { temperature = 20 degC; w(ethanol) = 0.4 }\nboundary left { temperature = 20 degC; ${condition} }\nboundary right { temperature = 30 degC; w(ethanol) = 0.4 }\nsteady rest\n`;

export const physicsRecords = [
  diagnostic({
    code: 'physics/unsupported',
    severity: 'error',
    title: 'Combination that the equations do not cover',
    doc: 'The statements are each right, but no equation of the solver covers them together. The message names the combination; nothing stated is left out silently.',
    bad: 'solid steel { conductivity = 50 W/(m*K) * (1 + y/(1 m)) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\nsteady rest\n',
    good: 'solid steel { conductivity = 50 W/(m*K) * (1 + x/(1 m)) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\nsteady rest\n',
  }),
  diagnostic({
    code: 'physics/boundary',
    severity: 'error',
    title: 'Condition that the wall cannot have',
    doc: 'The last component of a mixture closes the balance: its flux is minus that of the others, so a condition on it is one on them. State one condition for each component but the last.',
    bad: model('flux(ethanol) = -1e-6 kg/(m^2*s); flux(water) = 2e-6 kg/(m^2*s)'),
    good: model('flux(ethanol) = -1e-6 kg/(m^2*s)'),
  }),
] as const;
