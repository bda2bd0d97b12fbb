/** Diagnostics that the physics finds when it makes the equations of a model. */
import { diagnostic } from '../../diagnostic.js';

export const physicsRecords = [
  diagnostic({
    code: 'physics/unsupported',
    severity: 'error',
    title: 'Combination that the equations do not cover',
    doc: 'The statements are each right, but no equation of the solver covers them together. The message names the combination; nothing stated is left out silently.',
    bad: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry rectangle { width = 1 cm; height = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\nboundary right { temperature = 20 degC }\nsteady rest\n',
    good: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\nboundary right { temperature = 20 degC }\nsteady rest\n',
  }),
  diagnostic({
    code: 'physics/boundary',
    severity: 'error',
    title: 'Condition that the wall or interface cannot have',
    doc: 'A condition of a wall concerns a component that the medium there does not have, or an interface joins layers that do not touch.',
    bad: 'species A { molar_mass = 50 g/mol }\nspecies W { molar_mass = 18 g/mol }\nsolution s of A in W { diffusion(A) = 1e-9 m^2/s; conductivity = 0.6 W/(m*K) }\nsolid glass { conductivity = 1 W/(m*K) }\ngeometry slab { layer wall { thickness = 1 mm; medium = glass } layer fluid { thickness = 1 mm; medium = s } }\ninitial { temperature = 20 degC; c(A) = 1 mol/m^3 }\nboundary left { temperature = 20 degC; c(A) = 2 mol/m^3 }\nsteady rest\n',
    good: 'species A { molar_mass = 50 g/mol }\nspecies W { molar_mass = 18 g/mol }\nsolution s of A in W { diffusion(A) = 1e-9 m^2/s; conductivity = 0.6 W/(m*K) }\nsolid glass { conductivity = 1 W/(m*K) }\ngeometry slab { layer wall { thickness = 1 mm; medium = glass } layer fluid { thickness = 1 mm; medium = s } }\ninitial { temperature = 20 degC; c(A) = 1 mol/m^3 }\nboundary left { temperature = 20 degC }\nboundary right { c(A) = 2 mol/m^3 }\nsteady rest\n',
  }),
] as const;
