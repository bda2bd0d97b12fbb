/** The drawing as pixels, three to a CSS pixel: sharp in print at column width. */
import { say } from '../words/say.js';
const pixels = 3;

export async function png(svgText: string): Promise<Uint8Array> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * pixels;
  canvas.height = image.naturalHeight * pixels;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error(say.noPixels);
  return new Uint8Array(await blob.arrayBuffer());
}
