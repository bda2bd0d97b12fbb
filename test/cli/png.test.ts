/** `--plot png`: real pictures with their words, and what is said where they cannot be drawn. */
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { pngDrawer } from '../../cli/plot/png.js';
import { pixelsOf, type Pixels } from './png-pixels.js';
import { runSoret } from './run-soret.js';

const gin = fileURLToPath(new URL('../../examples/gin-and-tonic.soret', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'soret-png-'));

function isInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve('@resvg/resvg-wasm');
    return true;
  } catch {
    return false;
  }
}
const installed = isInstalled();
if (!installed) console.warn('NOT TESTED: --plot png, because the optional package @resvg/resvg-wasm is not installed (npm install).');

test('without the package: what is missing, how to get it, what to do instead', async () => {
  const absent = () => {
    throw new Error('Cannot find module');
  };
  if (!installed) {
    const { code, err } = await runSoret(['run', gin, '--out', path.join(folder, 'none'), '--plot', 'png']);
    expect(code).toBe(3);
    expect(err).toContain('npm install @resvg/resvg-wasm');
  }
  await expect(pngDrawer(absent)).rejects.toThrow(/@resvg\/resvg-wasm, which is not installed here.*npm install.*--plot svg/);
});

const darkIn = (pixels: Pixels, left: number, right: number, top: number, bottom: number): number => {
  let dark = 0;
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) if (pixels.grey(x, y) < 128) dark++;
  return dark;
};

describe.skipIf(!installed)('with the package', () => {
  test('the plots of a model become pictures with axes, curves and words', async () => {
    const out = path.join(folder, 'drawn');
    const { code, err } = await runSoret(['run', gin, '--out', out, '--plot', 'png']);
    expect(code).toBe(0);
    expect(err).toContain('gin-and-tonic-plot-1.png');
    expect(readdirSync(out).filter((name) => /plot/.test(name))).toEqual(['gin-and-tonic-plot-1.png', 'gin-and-tonic-plot-2.png']);
    const pixels = pixelsOf(readFileSync(path.join(out, 'gin-and-tonic-plot-1.png')));
    expect([pixels.width, pixels.height]).toEqual([1280, 800]);
    // Title above, numbers and name beside the frame, numbers and name below it: nothing but words is there.
    expect(darkIn(pixels, 168, 1240, 0, 70)).toBeGreaterThan(300);
    expect(darkIn(pixels, 0, 160, 80, 688)).toBeGreaterThan(300);
    expect(darkIn(pixels, 168, 1240, 700, 800)).toBeGreaterThan(300);
    expect(darkIn(pixels, 180, 1230, 90, 680)).toBeGreaterThan(1000);
    expect(pixels.grey(3, 3)).toBe(255);
  });

  test('every letter that labels use is drawn, and as itself', async () => {
    const draw = await pngDrawer();
    const drawn = (text: string) =>
      Buffer.from(
        draw(
          `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" font-family="system-ui, sans-serif"><text x="8" y="28" font-size="20">${text}</text></svg>`,
        ),
      ).toString('base64');
    // A letter that no font has looks like any other such letter.
    const unknown = drawn('\u4e00');
    for (const letter of 'AZaz09αβγδΔΓλμµρσφψΩÐäöüß²³⁻¹⁰₁₂·×±−→∂∇≤≥°Åé√∞') expect(drawn(letter), letter).not.toBe(unknown);
    expect(drawn('a')).not.toBe(drawn('b'));
  });
});
