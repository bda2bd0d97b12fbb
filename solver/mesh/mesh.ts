/** What was chosen to discretise a system: the scheme, the polynomial order, and the element edges of each region. */
export interface Mesh {
  readonly scheme: 'spectral elements' | 'finite volumes';
  /** 1 for finite volumes. */
  readonly order: number;
  /** Per region: element edges as fractions of its thickness. */
  readonly edges: readonly Float64Array[];
}
