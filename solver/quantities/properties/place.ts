/** Properties of geometry, initial state, boundaries and sources. */
import type { PropertyRecord } from '../property.js';

export const place = {
  length: {
    symbol: 'L',
    title: 'length',
    doc: 'Thickness of the slab along x.',
    uses: [{ in: ['geometry'], quantities: ['length'], depends: 'parameter', must: 'be positive' }],
  },
  width: {
    title: 'width',
    doc: 'Of a rectangle, along x; two dimensions are not solved yet.',
    uses: [{ in: ['geometry'], quantities: ['length'], depends: 'parameter', must: 'be positive' }],
  },
  height: {
    title: 'height',
    doc: 'Of a rectangle, along y; two dimensions are not solved yet.',
    uses: [{ in: ['geometry'], quantities: ['length'], depends: 'parameter', must: 'be positive' }],
  },
  inner_radius: {
    title: 'inner radius',
    doc: 'Of a hollow cylinder or sphere; 0 (solid) when not given.',
    uses: [{ in: ['geometry'], quantities: ['length'], depends: 'parameter', must: 'not be negative' }],
  },
  outer_radius: {
    title: 'outer radius',
    doc: 'Of a cylinder or sphere.',
    uses: [{ in: ['geometry'], quantities: ['length'], depends: 'parameter', must: 'be positive' }],
  },
  thickness: {
    title: 'thickness',
    doc: 'Of a layer along the coordinate.',
    uses: [{ in: ['layer'], quantities: ['length'], depends: 'parameter', must: 'be positive' }],
  },
  medium: {
    title: 'medium',
    doc: 'The solution, mixture, suspension or solid that fills it.',
    uses: [{ in: ['geometry', 'layer'], value: 'medium' }],
  },
  cells: {
    title: 'cells',
    doc: 'Number of cells; chosen from the wanted accuracy when not given.',
    uses: [{ in: ['geometry', 'layer'], quantities: ['number'], depends: 'number', must: 'be a whole number' }],
  },
  grading: {
    title: 'grading',
    doc: 'Ratio of the largest to the smallest cell; above 1 the cells are fine at the walls.',
    uses: [{ in: ['geometry', 'layer'], quantities: ['number'], depends: 'number', must: 'be positive' }],
  },
  order: {
    title: 'polynomial order',
    doc: 'Of the spectral elements; chosen by the solver when not given.',
    uses: [{ in: ['geometry'], quantities: ['number'], depends: 'number', must: 'be a whole number' }],
  },
  scheme: {
    title: 'discretisation',
    doc: '`spectral` elements or robust finite `volumes`; chosen by the solver when not given.',
    uses: [{ in: ['geometry'], words: ['spectral', 'volumes'] }],
  },
  gravity: {
    symbol: 'g',
    title: 'gravity',
    doc: 'Points to −x in a slab (left is the bottom). 0 shows microgravity.',
    uses: [{ in: ['geometry'], quantities: ['acceleration'], depends: 'parameter' }],
  },
  resistance: {
    title: 'thermal contact resistance',
    doc: 'Lets T jump between two layers: q = ΔT/resistance.',
    uses: [{ in: ['interface'], quantities: ['thermalResistance'], depends: 'time', must: 'not be negative' }],
  },
  partition: {
    symbol: 'k',
    title: 'partition coefficient',
    doc: 'c_B/c_A at the interface of layers A and B.',
    uses: [{ in: ['interface'], arguments: ['component'], quantities: ['number'], depends: 'time', must: 'be positive' }],
  },
  temperature: {
    symbol: 'T',
    title: 'temperature',
    doc: 'Initial temperature, or temperature of a wall. In a transient `temperature = instant` makes heat quasi-steady.',
    uses: [
      { in: ['initial'], quantities: ['temperature'], depends: 'place' },
      { in: ['boundary'], quantities: ['temperature'], depends: 'time' },
      { in: ['transient'], words: ['instant'] },
    ],
  },
  w: {
    symbol: 'w',
    title: 'mass fraction',
    doc: 'Mass fraction of a component.',
    uses: [
      { in: ['initial'], arguments: ['component'], quantities: ['massFraction'], depends: 'place', must: 'be within 0…1' },
      { in: ['boundary'], arguments: ['component'], quantities: ['massFraction'], depends: 'time', must: 'be within 0…1' },
      { in: ['source'], arguments: ['component'], quantities: ['massSource'], depends: 'state' },
    ],
  },
  x: {
    symbol: 'x',
    title: 'mole fraction',
    doc: 'Mole fraction of a component.',
    uses: [
      { in: ['initial'], arguments: ['component'], quantities: ['moleFraction'], depends: 'place', must: 'be within 0…1' },
      { in: ['boundary'], arguments: ['component'], quantities: ['moleFraction'], depends: 'time', must: 'be within 0…1' },
    ],
  },
  c: {
    symbol: 'c',
    title: 'amount concentration',
    doc: 'Concentration of a solute.',
    uses: [
      { in: ['initial'], arguments: ['component'], quantities: ['concentration'], depends: 'place', must: 'not be negative' },
      { in: ['boundary'], arguments: ['component'], quantities: ['concentration'], depends: 'time', must: 'not be negative' },
      { in: ['source'], arguments: ['component'], quantities: ['molarSource'], depends: 'state' },
    ],
  },
  heat_flux: {
    symbol: 'q',
    title: 'heat flux',
    doc: "Heat INTO the domain through this wall (J'_q, Dufour part included).",
    uses: [{ in: ['boundary'], quantities: ['heatFlux'], depends: 'state' }],
  },
  heat_transfer: {
    symbol: 'h',
    title: 'heat transfer coefficient',
    doc: 'With `ambient`: q = h (T_ambient − T) into the domain.',
    uses: [{ in: ['boundary'], quantities: ['heatTransfer'], depends: 'time', must: 'not be negative' }],
  },
  ambient: {
    title: 'ambient value',
    doc: 'Ambient temperature for `heat_transfer`, or `ambient(A)` for `mass_transfer(A)` (concentration in a solution, mass fraction in a mixture).',
    uses: [
      { in: ['boundary'], quantities: ['temperature'], depends: 'time' },
      {
        in: ['boundary'],
        arguments: ['component'],
        quantities: ['concentration', 'massFraction'],
        depends: 'time',
        must: 'not be negative',
      },
    ],
  },
  flux: {
    symbol: 'J',
    title: 'flux',
    doc: 'Total flux of a component INTO the domain: molar in solutions, mass in mixtures.',
    uses: [{ in: ['boundary'], arguments: ['component'], quantities: ['molarFlux', 'massFlux'], depends: 'state' }],
  },
  mass_transfer: {
    symbol: 'k_m',
    title: 'mass transfer coefficient',
    doc: 'With `ambient(A)`: J = k_m (c_ambient − c) into the domain; in mixtures times ρ.',
    uses: [{ in: ['boundary'], arguments: ['component'], quantities: ['velocity'], depends: 'time', must: 'not be negative' }],
  },
  absorbing: {
    title: 'absorbing wall',
    doc: '`absorbing(A) = yes`: the wall takes every particle, c = 0 there.',
    uses: [{ in: ['boundary'], arguments: ['component'], value: 'yes or no' }],
  },
  heat: {
    title: 'heat source',
    doc: 'Heat produced per volume.',
    uses: [{ in: ['source'], quantities: ['heatSource'], depends: 'state' }],
  },
  rate: {
    title: 'reaction rate',
    doc: 'Of the reaction as written.',
    uses: [{ in: ['reaction'], quantities: ['molarSource'], depends: 'state', required: true }],
  },
} as const satisfies Record<string, PropertyRecord>;
