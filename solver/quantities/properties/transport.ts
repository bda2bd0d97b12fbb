/** Coefficients of diffusion and thermodiffusion, in every convention that the field uses. Sign: S_T > 0 sends the named component to the COLD side. */
import type { PropertyRecord } from '../property.js';

const component = ['component'] as const;
const dilute = ['solution'] as const;
const either = ['solution', 'mixture'] as const;
const settled = 'de Groot & Mazur (1962) ch. XI §7';

export const transport = {
  diffusion: {
    symbol: 'D',
    title: 'diffusion coefficient',
    doc: "Fick's coefficient, thermodynamic factor included. In a mixture of three or more, `diffusion(A, B)` is the matrix D_AB of the first n − 1 components.",
    formula: 'J = −ρ[D ∇w + …]',
    source: settled,
    uses: [
      { in: ['mixture'], quantities: ['diffusivity'], words: ['kinetic'], depends: 'state', must: 'be positive' },
      { in: ['mixture'], arguments: ['component', 'component'], quantities: ['diffusivity'], depends: 'state' },
      { in: ['solution'], arguments: component, quantities: ['diffusivity'], depends: 'state', must: 'be positive' },
      {
        in: ['suspension'],
        arguments: component,
        quantities: ['diffusivity'],
        words: ['stokes_einstein'],
        depends: 'state',
        must: 'be positive',
      },
      { in: ['suspension'], quantities: ['diffusivity'], words: ['stokes_einstein'], depends: 'state', must: 'be positive' },
    ],
  },
  maxwell_stefan: {
    symbol: 'Ð',
    title: 'Maxwell–Stefan diffusivity',
    doc: 'Of a pair of components, symmetric; gives the whole Fick matrix.',
    uses: [
      {
        in: ['mixture'],
        arguments: ['component', 'component'],
        quantities: ['diffusivity'],
        words: ['kinetic'],
        depends: 'state',
        must: 'be positive',
      },
    ],
  },
  soret: {
    symbol: 'S_T',
    title: 'Soret coefficient',
    doc: 'Positive: the named component goes to the cold side. In a mixture of three or more, the pair form `soret(A, C)`: ∇ln(w_A/w_C) = −S_T ∇T.',
    formula: '∇ln[w/(1−w)] = −S_T ∇T at rest; dilute ∇ln c = −S_T ∇T',
    source: settled,
    uses: [
      { in: ['solution', 'suspension'], arguments: component, quantities: ['inverseTemperature'], depends: 'state' },
      { in: ['mixture'], arguments: component, quantities: ['inverseTemperature'], words: ['kinetic'], depends: 'state' },
      { in: ['mixture'], arguments: ['component', 'component'], quantities: ['inverseTemperature'], depends: 'state' },
    ],
  },
  thermodiffusion: {
    symbol: 'D_T',
    title: 'thermodiffusion coefficient',
    doc: 'D_T = S_T D. Does not contain the composition factor; in a mixture of three or more use `thermodiffusion_prime`.',
    formula: 'J = −ρ[D ∇w + D_T w(1−w) ∇T]',
    source: settled,
    uses: [{ in: ['solution', 'mixture', 'suspension'], arguments: component, quantities: ['thermodiffusion'], depends: 'state' }],
  },
  thermal_diffusion_factor: {
    symbol: 'α_T',
    title: 'thermal diffusion factor',
    doc: 'α_T = T S_T, the usual number for gases. In a mixture of three or more, α of a pair: `thermal_diffusion_factor(A, B)`, α_BA = −α_AB.',
    formula: 'α_T = T S_T; several: ∇x_i = −Σ_j x_i x_j α_ij ∇ln T at rest',
    uses: [
      { in: ['solution'], arguments: component, quantities: ['number'], depends: 'state' },
      { in: ['mixture'], arguments: component, quantities: ['number'], words: ['kinetic'], depends: 'state' },
      { in: ['mixture'], arguments: ['component', 'component'], quantities: ['number'], words: ['kinetic'], depends: 'state' },
    ],
  },
  thermal_diffusion_ratio: {
    symbol: 'k_T',
    title: 'thermal diffusion ratio',
    doc: 'k_T = α_T x_A x_B with mole fractions.',
    formula: 'k_T = T S_T x_A x_B',
    uses: [{ in: ['mixture'], arguments: component, quantities: ['number'], depends: 'state' }],
  },
  heat_of_transport: {
    symbol: 'Q*',
    title: 'heat of transport',
    doc: 'Per mole or per particle: the unit decides. Goes with S_T: Q* > 0 sends the component to the cold side.',
    formula: 'S_T = Q*/(R T² Γ) dilute; S_T = Q*_A M_B/(R T² M̄ Γ) in a binary mixture',
    uses: [
      { in: either, arguments: component, quantities: ['molarEnergy', 'energy'], depends: 'state' },
      { in: ['species'], quantities: ['molarEnergy', 'energy'], depends: 'state' },
    ],
  },
  thermal_diffusion_coefficient: {
    symbol: 'Dᵀ',
    title: 'thermal diffusion coefficient of the ∇ln T form',
    doc: 'The form of Cantera, Fluent, COMSOL and OpenFOAM; its sign convention must be stated.',
    formula: 'Dᵀ = ρ w(1−w) D_T T',
    uses: [
      {
        in: ['mixture'],
        arguments: component,
        options: { convention: ['minus_grad_lnT', 'plus_grad_lnT'] },
        quantities: ['massThermalDiffusion'],
        depends: 'state',
      },
    ],
  },
  dufour: {
    symbol: 'D″',
    title: 'Dufour coefficient',
    doc: 'Equal to D_T by Onsager. `dufour = off` turns the effect off.',
    formula: 'D″ = D_T',
    source: settled,
    uses: [
      { in: either, arguments: component, quantities: ['thermodiffusion'], depends: 'state' },
      { in: either, words: ['off', 'on'] },
    ],
  },
  thermodiffusion_prime: {
    symbol: 'D′_T',
    title: 'primed thermodiffusion coefficient',
    doc: 'For three or more components; contains the composition factor. The D′_T of all components sum to zero.',
    formula: 'J_i = −ρ[Σ_j D_ij ∇w_j + D′_T,i ∇T]',
    uses: [{ in: ['mixture'], arguments: component, quantities: ['thermodiffusion'], depends: 'state' }],
  },
  soret_prime: {
    symbol: 'S′_T',
    title: 'primed Soret coefficient',
    doc: 'For three or more components: ∇w = −S′_T ∇T at rest, S′_T = D⁻¹D′_T.',
    formula: '∇w_i = −S′_T,i ∇T',
    uses: [{ in: ['mixture'], arguments: component, quantities: ['inverseTemperature'], depends: 'state' }],
  },
  onsager: {
    symbol: 'L',
    title: 'Onsager coefficient',
    doc: '`onsager(A, A)`, `onsager(A, heat)`, `onsager(heat, heat)`; symmetric. May be the only input: D, D_T, Dufour and λ₀ follow.',
    formula: 'J_1 = −L_1q ∇T/T² − L_11 μ_11 ∇w_1/(w_2 T)',
    source: settled,
    uses: [
      {
        in: ['mixture'],
        arguments: ['component or heat', 'component or heat'],
        quantities: ['onsagerMass', 'onsagerCross', 'onsagerHeat'],
        depends: 'state',
      },
    ],
  },
  thermodynamic_factor: {
    symbol: 'Γ',
    title: 'thermodynamic factor',
    doc: '1 + ∂ln γ/∂ln x; 1 when ideal. Enters Dufour, ε, Q* and L only.',
    uses: [{ in: either, quantities: ['number'], depends: 'state', must: 'be positive' }],
  },
  activity: {
    symbol: 'Γ',
    title: 'thermodynamic factor of a solute',
    doc: 'Γ = 1 + ∂ln γ/∂ln c of one solute.',
    uses: [{ in: dilute, arguments: component, quantities: ['number'], depends: 'state', must: 'be positive' }],
  },
  solubility: {
    title: 'solubility limit',
    doc: 'A concentration above it is a warning of the run.',
    uses: [{ in: dilute, arguments: component, quantities: ['concentration'], depends: 'state', must: 'be positive' }],
  },
  thermophoresis: {
    symbol: 'K_th',
    title: 'thermophoretic coefficient',
    doc: 'v = −K_th ν ∇T/T: `talbot` (all Knudsen numbers), `waldmann` (free molecular), `epstein` (continuum), or a number.',
    formula: 'v_th = −K_th (ν/T) ∇T',
    source: 'Talbot et al. (1980)',
    uses: [{ in: ['suspension'], quantities: ['number'], words: ['talbot', 'waldmann', 'epstein'], depends: 'state' }],
  },
} as const satisfies Record<string, PropertyRecord>;
