/** Properties of substances and media that every medium may have. */
import type { PropertyRecord } from '../property.js';

export const matter = {
  molar_mass: {
    symbol: 'M',
    title: 'molar mass',
    doc: 'Mass of one mole.',
    uses: [
      { in: ['species'], quantities: ['molarMass'], depends: 'parameter', must: 'be positive' },
      { in: ['suspension'], quantities: ['molarMass'], depends: 'parameter', must: 'be positive' },
    ],
  },
  lj_diameter: {
    symbol: 'σ',
    title: 'Lennard-Jones diameter',
    doc: 'Collision diameter for `= kinetic` gases.',
    uses: [{ in: ['species'], quantities: ['length'], depends: 'parameter', must: 'be positive' }],
  },
  lj_well: {
    symbol: 'ε/k',
    title: 'Lennard-Jones well depth',
    doc: 'Depth of the potential divided by the Boltzmann constant.',
    uses: [{ in: ['species'], quantities: ['temperatureDifference'], depends: 'parameter', must: 'be positive' }],
  },
  charge: {
    symbol: 'z',
    title: 'charge number',
    doc: 'Charge in units of e: +1 for Na⁺, −1 for Cl⁻.',
    uses: [{ in: ['species'], quantities: ['number'], depends: 'number' }],
  },
  formula: { title: 'chemical formula', doc: 'Shown in hovers and plots.', uses: [{ in: ['species'], value: 'text' }] },
  reference: {
    title: 'citation',
    doc: 'Where a value comes from (text, may hold a DOI). Inside a medium `reference(A)` may also name a library entry.',
    uses: [
      { in: ['species', 'particle'], value: 'text' },
      { in: ['solution', 'mixture', 'suspension', 'solid'], arguments: ['component'], value: 'text' },
      { in: ['solution', 'mixture', 'suspension', 'solid', 'data'], value: 'text' },
    ],
  },
  diameter: {
    symbol: 'd',
    title: 'diameter',
    doc: 'Diameter of a particle; its regime follows from Kn = mean free path / radius.',
    uses: [{ in: ['particle', 'species'], quantities: ['length'], depends: 'parameter', must: 'be positive' }],
  },
  accommodation: {
    symbol: 'α',
    title: 'accommodation coefficient',
    doc: 'Fraction of gas molecules that leave a particle diffusely; 0.9 when not given.',
    uses: [{ in: ['particle'], quantities: ['number'], depends: 'parameter', must: 'be within 0…1' }],
  },
  density: {
    symbol: 'ρ',
    title: 'density',
    doc: 'Mass per volume.',
    uses: [
      {
        in: ['species', 'particle', 'solution', 'mixture', 'suspension', 'solid'],
        quantities: ['density'],
        depends: 'state',
        must: 'be positive',
      },
    ],
  },
  conductivity: {
    symbol: 'λ₀',
    title: 'thermal conductivity',
    doc: 'At uniform composition (λ₀). The conductivity at rest is λ∞ = λ₀(1 − ε).',
    formula: 'J′_q = −λ₀∇T + Dufour part',
    source: 'de Groot & Mazur (1962) ch. XI §7',
    uses: [
      { in: ['particle', 'solution', 'suspension', 'solid'], quantities: ['conductivity'], depends: 'state', must: 'be positive' },
      { in: ['mixture'], quantities: ['conductivity'], words: ['kinetic'], depends: 'state', must: 'be positive' },
    ],
  },
  heat_capacity: {
    symbol: 'c_p',
    title: 'heat capacity',
    doc: 'Specific heat capacity of a medium; of a species per kg or per mole (the unit decides), which turns on the enthalpy carried by diffusion.',
    formula: '∂H/∂T = ρ c_p',
    uses: [
      { in: ['solution', 'mixture', 'suspension', 'solid'], quantities: ['specificHeat'], depends: 'state', must: 'be positive' },
      { in: ['species'], quantities: ['specificHeat', 'molarHeat'], depends: 'state', must: 'be positive' },
    ],
  },
  viscosity: {
    symbol: 'η',
    title: 'dynamic viscosity',
    doc: 'Dynamic viscosity of the medium.',
    uses: [
      { in: ['solution'], quantities: ['viscosity'], depends: 'state', must: 'be positive' },
      { in: ['mixture', 'suspension'], quantities: ['viscosity'], words: ['kinetic'], depends: 'state', must: 'be positive' },
    ],
  },
  pressure: {
    symbol: 'p',
    title: 'pressure',
    doc: 'Uniform pressure of a gas; with it and without `density` the gas is ideal: ρ = p M̄/(R T).',
    uses: [{ in: ['mixture', 'suspension'], quantities: ['pressure'], depends: 'parameter', must: 'be positive' }],
  },
  mean_free_path: {
    symbol: 'λ',
    title: 'mean free path',
    doc: 'Of the gas molecules; from viscosity, molar mass and pressure when not given: 2η/(ρ c̄).',
    uses: [{ in: ['suspension'], quantities: ['length'], depends: 'state', must: 'be positive' }],
  },
  porosity: {
    symbol: 'φ',
    title: 'porosity',
    doc: 'Fluid fraction of a porous medium: multiplies storage and flux.',
    uses: [{ in: ['solution', 'mixture'], quantities: ['number'], depends: 'place', must: 'be within 0…1' }],
  },
  tortuosity: {
    symbol: 'τ',
    title: 'tortuosity',
    doc: 'D and D_T are divided by τ²; S_T is unchanged.',
    formula: 'D/τ², D_T/τ²',
    uses: [{ in: ['solution', 'mixture'], quantities: ['number'], depends: 'place', must: 'be positive' }],
  },
  thermal_expansion: {
    symbol: 'β_T',
    title: 'thermal expansion coefficient',
    doc: '−(1/ρ)∂ρ/∂T, for Rayleigh numbers and convection.',
    uses: [{ in: ['solution', 'mixture'], quantities: ['volumeExpansion'], depends: 'parameter' }],
  },
  solutal_expansion: {
    symbol: 'β_w',
    title: 'solutal expansion coefficient',
    doc: '(1/ρ)∂ρ/∂w of a component, for the separation ratio ψ.',
    uses: [{ in: ['solution', 'mixture'], arguments: ['component'], quantities: ['number'], depends: 'parameter' }],
  },
  specific_volume: {
    symbol: 'v',
    title: 'partial specific volume',
    doc: 'For settling and barodiffusion of a dissolved component.',
    uses: [
      { in: ['solution', 'mixture'], arguments: ['component'], quantities: ['specificVolume'], depends: 'parameter', must: 'be positive' },
    ],
  },
} as const satisfies Record<string, PropertyRecord>;
