/** Repeatable random choices, written as a model writes them. */
export class Dice {
  private state: number;
  constructor(seed: number) {
    this.state = (seed * 0x9e3779b1 + 0x7f4a7c15) >>> 0;
    for (let k = 0; k < 5; k++) this.share();
  }
  /** Uniform in [0, 1): mulberry32. */
  share(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let z = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    z = (z + Math.imul(z ^ (z >>> 7), 61 | z)) ^ z;
    return ((z ^ (z >>> 14)) >>> 0) / 4294967296;
  }
  chance(probability: number): boolean {
    return this.share() < probability;
  }
  pick<V>(...choices: readonly V[]): V {
    return choices[Math.floor(this.share() * choices.length)]!;
  }
  /** Uniform between two numbers. */
  between(low: number, high: number): number {
    return rounded(low + (high - low) * this.share());
  }
  /** Uniform in the logarithm. */
  decade(low: number, high: number): number {
    return rounded(low * (high / low) ** this.share());
  }
  sign(): 1 | -1 {
    return this.chance(0.5) ? 1 : -1;
  }
}

/** What a model's text says is what is meant: four digits. */
export const rounded = (value: number): number => Number(value.toPrecision(4));
