/** The pixels of a PNG file of eight bits per channel with alpha, as resvg writes it. */
import { inflateSync } from 'node:zlib';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** 0 (black) to 255 (white) of one pixel. */
  grey(x: number, y: number): number;
}

const bytes = 4;

export function pixelsOf(file: Buffer): Pixels {
  if (file.subarray(1, 4).toString('latin1') !== 'PNG') throw new Error('no PNG file');
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  if (file[24] !== 8 || file[25] !== 6 || file[28] !== 0) throw new Error('not eight bits per channel with alpha');
  const packed: Buffer[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.subarray(at + 4, at + 8).toString('latin1') === 'IDAT') packed.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(packed));
  const row = width * bytes;
  const out = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)]!;
    for (let i = 0; i < row; i++) {
      const left = i >= bytes ? out[y * row + i - bytes]! : 0;
      const above = y > 0 ? out[(y - 1) * row + i]! : 0;
      const corner = i >= bytes && y > 0 ? out[(y - 1) * row + i - bytes]! : 0;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter]!;
      out[y * row + i] = raw[y * (row + 1) + 1 + i]! + guess;
    }
  }
  return { width, height, grey: (x, y) => (out[y * row + x * bytes]! + out[y * row + x * bytes + 1]! + out[y * row + x * bytes + 2]!) / 3 };
}

function paeth(left: number, above: number, corner: number): number {
  const p = left + above - corner;
  const [a, b, c] = [Math.abs(p - left), Math.abs(p - above), Math.abs(p - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}
