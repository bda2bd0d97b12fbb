/** Colours for figures that leave the editor: black on white, whatever the theme. */
import { paletteOf } from '../theme/palette.js';

const inks: Readonly<Record<string, string>> = {
  'editor-background': '#ffffff',
  foreground: '#1f1f1f',
  descriptionForeground: '#4a4a4a',
  'charts-blue': '#1a85ff',
  'charts-orange': '#d18616',
  'charts-green': '#388a34',
  'charts-purple': '#652d90',
  'charts-red': '#e51400',
  'charts-yellow': '#bf8803',
  'font-family': 'Helvetica, Arial, sans-serif',
};
export const paperPalette = paletteOf((name) => inks[name] ?? '', false);
