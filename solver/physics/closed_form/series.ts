/** Sums of decaying modes Σ b_n φ(k_n x) e^{−λ_n t} with k_n = (n − offset) π/L: what linear diffusion in a slab leads to. */

export interface Mode {
  /** b_n at t = 0. */
  readonly amplitude: number;
  /** λ_n [1/s]; rises with n. */
  readonly rate: number;
}

export interface Sums {
  /** Σ b_n e^{−λ_n t} sin k_n x */
  readonly sine: number;
  /** Σ b_n e^{−λ_n t} k_n cos k_n x */
  readonly slope: number;
}

/** e^{−40} is below the rounding of any sum that begins with one. */
const negligible = 40;
const mostModes = 20_000;

export class DecayingSeries {
  private time = NaN;
  private amplitudes: readonly number[] | undefined;

  /** `mode(n)`, n = 1, 2, …; `offset` is 0 for whole half waves, ½ where one wall is sealed. */
  constructor(
    private readonly length: number,
    private readonly offset: 0 | 0.5,
    private readonly mode: (n: number) => Mode,
  ) {}

  /** The sums at a distance x [m] from the wall and a time t > 0 [s]; undefined when t is too short for a sum. */
  at(x: number, t: number): Sums | undefined {
    if (t !== this.time) [this.time, this.amplitudes] = [t, this.amplitudesAt(t)];
    const { amplitudes } = this;
    if (!amplitudes) return undefined;
    const unit = Math.PI / this.length;
    const turn = unit * x;
    const [stepSine, stepCosine] = [Math.sin(turn), Math.cos(turn)];
    let sine = Math.sin((1 - this.offset) * turn);
    let cosine = Math.cos((1 - this.offset) * turn);
    let [sum, slope] = [0, 0];
    for (let k = 0; k < amplitudes.length; k++) {
      const amplitude = amplitudes[k]!;
      sum += amplitude * sine;
      slope += amplitude * (k + 1 - this.offset) * unit * cosine;
      [sine, cosine] = [sine * stepCosine + cosine * stepSine, cosine * stepCosine - sine * stepSine];
    }
    return { sine: sum, slope };
  }

  private amplitudesAt(t: number): readonly number[] | undefined {
    const amplitudes: number[] = [];
    for (let n = 1; n <= mostModes; n++) {
      const { amplitude, rate } = this.mode(n);
      if (rate * t > negligible) return amplitudes;
      amplitudes.push(amplitude * Math.exp(-rate * t));
    }
    return undefined;
  }
}
