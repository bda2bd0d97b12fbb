/** De Groot's linearised cell as a model writes it, with D and S for its coefficients: text alone, so that tests in an editor can use it. */
export const deGrootCell = `species A { molar_mass = 132.21 g/mol }
species B { molar_mass = 170.34 g/mol }
mixture m of A, B {
  density       = 842 kg/m^3
  diffusion     = D
  soret(A)      = S * 0.25 / (w(A) * (1 - w(A)))
  conductivity  = 0.13 W/(m*K)
  heat_capacity = 2 kJ/(kg*K)
  dufour        = off
}
geometry slab { length = 1.5 mm; medium = m }
initial        { temperature = 295.15 K; w(A) = 0.5 }
boundary left  { temperature = 295.15 K }
boundary right { temperature = 301.15 K }
`;
