import { expect, test } from 'vitest';
import { contrast, fromLab, parseColour, toLab } from '../../extension/webview/theme/colour.js';
import { paletteOf } from '../../extension/webview/theme/palette.js';
import { themes, type ThemeName } from './themes.js';

const shares = [0, 0.25, 0.5, 0.75, 1];

test.each(Object.keys(themes) as ThemeName[])('every ink can be read on the paper of %s', (name) => {
  const high = name.startsWith('highContrast');
  const palette = paletteOf((variable) => themes[name][variable] ?? '', high);
  for (const colour of palette.categories) expect(contrast(colour, palette.paper)).toBeGreaterThanOrEqual(high ? 4.5 : 3);
  const ramp = shares.map((share) => contrast(palette.time(share), palette.paper));
  expect(ramp[0]).toBeGreaterThanOrEqual(high ? 4.8 : 3.3);
  for (let i = 1; i < ramp.length; i++) expect(ramp[i]).toBeGreaterThan(ramp[i - 1] ?? 0);
  for (const share of shares) expect(contrast(palette.asText(palette.time(share)), palette.paper)).toBeGreaterThanOrEqual(high ? 7 : 4.5);
  expect(contrast(palette.muted, palette.paper)).toBeGreaterThanOrEqual(4.5);
});

test('a theme without any variable still gives readable inks', () => {
  const palette = paletteOf(() => '', false);
  for (const colour of palette.categories) expect(contrast(colour, palette.paper)).toBeGreaterThanOrEqual(3);
});

test('colours are read as themes write them', () => {
  expect(parseColour('#fff')).toEqual([255, 255, 255]);
  expect(parseColour('rgba(255, 255, 255, 0.5)', [0, 0, 0])).toEqual([128, 128, 128]);
  expect(parseColour('#ffffff80', [0, 0, 0])).toEqual([128, 128, 128]);
  expect(parseColour('teal')).toBeNull();
  expect(fromLab(toLab([12, 200, 90]))).toEqual([12, 200, 90]);
});
