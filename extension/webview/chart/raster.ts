/** A grid of values as pixels in the colour table of maps. */
import { viridis } from '../theme/viridis.js';

/** 256 colours as bytes. */
const table = Uint8ClampedArray.from(Array.from({ length: 256 }, (_, i) => viridis(i / 255)).flat());

/** `values` row by row from below; one pixel per value, so that the browser interpolates in value order. */
export function raster(values: Float64Array, columns: number, rows: number, low: number, high: number): string {
  const canvas = document.createElement('canvas');
  canvas.width = columns;
  canvas.height = rows;
  const context = canvas.getContext('2d');
  if (!context) return '';
  const image = context.createImageData(columns, rows);
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const share = ((values[j * columns + i] ?? low) - low) / (high - low);
      const k = 3 * Math.round(255 * Math.min(1, Math.max(0, share)));
      const at = 4 * ((rows - 1 - j) * columns + i);
      image.data[at] = table[k] ?? 0;
      image.data[at + 1] = table[k + 1] ?? 0;
      image.data[at + 2] = table[k + 2] ?? 0;
      image.data[at + 3] = 255;
    }
  context.putImageData(image, 0, 0);
  return canvas.toDataURL('image/png');
}
