/** Numbers that tell whether a layer between horizontal plates begins to move. Heated from below counts positive. */

export interface LayerState {
  /** g [m/s²], α [1/K] thermal expansion, ΔT = T_bottom − T_top [K], L [m], ν [m²/s], a [m²/s] thermal diffusivity. */
  readonly gravity: number;
  readonly thermalExpansion: number;
  readonly temperatureDifference: number;
  readonly thickness: number;
  readonly kinematicViscosity: number;
  readonly thermalDiffusivity: number;
}

/** Ra = g α ΔT L³/(ν a) */
export const rayleighNumber = (s: LayerState): number =>
  (s.gravity * s.thermalExpansion * s.temperatureDifference * s.thickness ** 3) / (s.kinematicViscosity * s.thermalDiffusivity);

/** ψ = β S_T w(1−w)/α with β = (1/ρ)∂ρ/∂w of the same component as S_T; ψ > 0 destabilises when heated from below. */
export const separationRatio = (solutalExpansion: number, soret: number, w: number, thermalExpansion: number): number =>
  (solutalExpansion * soret * w * (1 - w)) / thermalExpansion;

/** Onset without solute between rigid conducting plates. */
export const criticalRayleigh = 1707.762;

/** Long-wave onset between rigid, conducting, impermeable plates, Ra_c = 720 (D/a)/ψ; infinite unless ψ > 0. */
export const longWaveOnset = (diffusivity: number, thermalDiffusivity: number, psi: number): number =>
  psi > 0 ? (720 * diffusivity) / thermalDiffusivity / psi : Number.POSITIVE_INFINITY;
