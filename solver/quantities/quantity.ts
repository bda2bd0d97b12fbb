/** The quantities that properties are measured in: one record each (name in words, dimension, preferred spelling of the unit). */
import { dimension, dimensionless, type Dimension } from './dimension.js';

export interface QuantityRecord {
  /** In words, as messages say it: "this is m²/s (diffusivity)". */
  readonly title: string;
  readonly dimension: Dimension;
  /** Units offered in completion, the SI one first. */
  readonly units: readonly string[];
  /** A temperature point: `25 degC` is allowed and means 298.15 K. */
  readonly point?: boolean;
  /** Dimensionless kinds that must not be mixed up. */
  readonly fraction?: 'mass' | 'mole' | 'volume' | 'angle';
}
const q = (title: string, d: Dimension, ...units: string[]): QuantityRecord => ({ title, dimension: d, units });

export const quantities = {
  number: q('number', dimensionless, '1', '%'),
  massFraction: { ...q('mass fraction', dimensionless, '1', '%', 'ppm'), fraction: 'mass' },
  moleFraction: { ...q('mole fraction', dimensionless, '1', '%', 'ppm'), fraction: 'mole' },
  length: q('length', dimension({ m: 1 }), 'm', 'mm', 'µm', 'cm', 'nm'),
  time: q('time', dimension({ s: 1 }), 's', 'min', 'h', 'd', 'ms', 'a'),
  temperature: { ...q('temperature', dimension({ K: 1 }), 'K', 'degC'), point: true },
  temperatureDifference: q('temperature difference', dimension({ K: 1 }), 'K'),
  inverseTemperature: q('inverse temperature difference', dimension({ K: -1 }), '1/K'),
  molarMass: q('molar mass', dimension({ kg: 1, mol: -1 }), 'kg/mol', 'g/mol'),
  density: q('density', dimension({ kg: 1, m: -3 }), 'kg/m^3', 'g/cm^3'),
  concentration: q('amount concentration', dimension({ mol: 1, m: -3 }), 'mol/m^3', 'mol/L', 'mmol/L'),
  diffusivity: q('diffusivity', dimension({ m: 2, s: -1 }), 'm^2/s', 'cm^2/s', 'mm^2/s'),
  thermodiffusion: q('thermodiffusion coefficient', dimension({ m: 2, s: -1, K: -1 }), 'm^2/(s*K)', 'cm^2/(s*K)'),
  massThermalDiffusion: q('thermal diffusion coefficient (∇ln T form)', dimension({ kg: 1, m: -1, s: -1 }), 'kg/(m*s)'),
  molarEnergy: q('molar energy', dimension({ kg: 1, m: 2, s: -2, mol: -1 }), 'J/mol', 'kJ/mol', 'kcal/mol'),
  energy: q('energy per particle', dimension({ kg: 1, m: 2, s: -2 }), 'J', 'eV'),
  conductivity: q('thermal conductivity', dimension({ kg: 1, m: 1, s: -3, K: -1 }), 'W/(m*K)', 'mW/(m*K)'),
  specificHeat: q('specific heat capacity', dimension({ m: 2, s: -2, K: -1 }), 'J/(kg*K)', 'kJ/(kg*K)', 'cal/(g*K)'),
  molarHeat: q('molar heat capacity', dimension({ kg: 1, m: 2, s: -2, K: -1, mol: -1 }), 'J/(mol*K)'),
  viscosity: q('dynamic viscosity', dimension({ kg: 1, m: -1, s: -1 }), 'Pa*s', 'mPa*s', 'cP'),
  pressure: q('pressure', dimension({ kg: 1, m: -1, s: -2 }), 'Pa', 'bar', 'atm', 'kPa', 'mmHg'),
  heatFlux: q('heat flux', dimension({ kg: 1, s: -3 }), 'W/m^2', 'W/cm^2', 'kW/m^2'),
  heatTransfer: q('heat transfer coefficient', dimension({ kg: 1, s: -3, K: -1 }), 'W/(m^2*K)'),
  thermalResistance: q('thermal contact resistance', dimension({ kg: -1, s: 3, K: 1 }), 'm^2*K/W'),
  velocity: q('velocity', dimension({ m: 1, s: -1 }), 'm/s', 'mm/s', 'µm/s', 'cm/s'),
  acceleration: q('acceleration', dimension({ m: 1, s: -2 }), 'm/s^2'),
  molarFlux: q('molar flux', dimension({ mol: 1, m: -2, s: -1 }), 'mol/(m^2*s)'),
  massFlux: q('mass flux', dimension({ kg: 1, m: -2, s: -1 }), 'kg/(m^2*s)'),
  heatSource: q('heat source', dimension({ kg: 1, m: -1, s: -3 }), 'W/m^3', 'W/cm^3'),
  molarSource: q('production', dimension({ mol: 1, m: -3, s: -1 }), 'mol/(m^3*s)'),
  massSource: q('production', dimension({ kg: 1, m: -3, s: -1 }), 'kg/(m^3*s)'),
  volumeExpansion: q('expansion coefficient', dimension({ K: -1 }), '1/K'),
  specificVolume: q('specific volume', dimension({ m: 3, kg: -1 }), 'm^3/kg', 'cm^3/g'),
  onsagerMass: q('Onsager coefficient L_ik', dimension({ kg: 1, K: 1, s: 1, m: -3 }), 'kg*K*s/m^3'),
  onsagerCross: q('Onsager coefficient L_iq', dimension({ kg: 1, K: 1, m: -1, s: -1 }), 'kg*K/(m*s)'),
  onsagerHeat: q('Onsager coefficient L_qq', dimension({ kg: 1, m: 1, s: -3, K: 1 }), 'W*K/m'),
  entropyRate: q('entropy production per area', dimension({ kg: 1, s: -3, K: -1 }), 'W/(K*m^2)'),
} as const satisfies Record<string, QuantityRecord>;

export type QuantityName = keyof typeof quantities;
