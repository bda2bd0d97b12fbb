/** What an agent is told when it connects. */

/** A finished model, to write others by. */
export const exampleModel = `model "Ethanol and water between two plates"
param hot = 30 degC from 20 degC to 60 degC
species ethanol { molar_mass = 46.07 g/mol }
species water   { molar_mass = 18.015 g/mol }
mixture liquid of ethanol, water {
  density        = 935 kg/m^3
  diffusion      = 4.5e-10 m^2/s
  soret(ethanol) = -3.2e-3 1/K
  conductivity   = 0.35 W/(m*K)
  heat_capacity  = 3.8 kJ/(kg*K)
}
geometry slab { length = 1 mm; medium = liquid }
initial { temperature = 20 degC; w(ethanol) = 0.4 }
boundary left { temperature = 20 degC }
boundary right { temperature = hot }
steady rest
transient relax { until = 10 min }
measure separation = value(w(ethanol), left) - value(w(ethanol), right)
expect separation of rest is -7.7e-3 within 2 %
`;

export const instructions = `Soret models thermodiffusion (the Soret effect), thermophoresis and heat conduction in .soret files.
Write a model, check it until it has no errors, then run it. Quantities carry units, and the checker compares their dimensions.
"library" lists measured materials, which a model imports by: import "soret:NAME"; "explain" tells what the code of a diagnostic means.
A finished model:

${exampleModel}`;
