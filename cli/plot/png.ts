/** SVG figures as PNG pictures, drawn by resvg with letters of our own so that they look the same on every machine. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { ObstacleError } from '../command.js';

/** Pixels per unit of the SVG: sharp on a slide and in print at column width (1280 × 800 for a plot). */
const scale = 2;
const library = '@resvg/resvg-wasm';
const family = 'DejaVu Sans';

/** The part of resvg's own interface that is used; it may be absent, so its types are not imported. */
export interface Rasteriser {
  initWasm(program: Uint8Array): Promise<void>;
  readonly Resvg: new (
    svg: string,
    options: {
      readonly fitTo: { readonly mode: 'zoom'; readonly value: number };
      readonly font: {
        readonly fontBuffers: readonly Uint8Array[];
        readonly defaultFontFamily: string;
        readonly sansSerifFamily: string;
      };
    },
  ) => { render(): { asPng(): Uint8Array; free(): void }; free(): void };
}

export interface Loaded {
  readonly rasteriser: Rasteriser;
  readonly program: Uint8Array;
  readonly letters: Uint8Array;
}

let ready: Promise<(svg: string) => Uint8Array> | undefined;

/** Draws an SVG as a PNG file. Throws `ObstacleError` when the library or the letters are not there. */
export function pngDrawer(load: () => Loaded = installed): Promise<(svg: string) => Uint8Array> {
  // The library takes its program once per process.
  return (ready ??= prepare(load).catch((error: unknown) => {
    ready = undefined;
    throw error;
  }));
}

async function prepare(load: () => Loaded): Promise<(svg: string) => Uint8Array> {
  const { rasteriser, program, letters } = loaded(load);
  await rasteriser.initWasm(program);
  const font = { fontBuffers: [letters], defaultFontFamily: family, sansSerifFamily: family };
  return (svg) => {
    const drawing = new rasteriser.Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, font });
    const image = drawing.render();
    const file = image.asPng();
    image.free();
    drawing.free();
    return file;
  };
}

function loaded(load: () => Loaded): Loaded {
  try {
    return load();
  } catch {
    throw new ObstacleError(
      `--plot png draws with the package ${library}, which is not installed here (it is optional). ` +
        `Install it with "npm install ${library}" in the folder that soret is installed in, ` +
        'or use --plot svg, which browsers, Inkscape and LaTeX read.',
    );
  }
}

function installed(): Loaded {
  const require = createRequire(import.meta.url);
  return {
    rasteriser: require(library) as Rasteriser,
    program: readFileSync(require.resolve(`${library}/index_bg.wasm`)),
    letters: readFileSync(fileURLToPath(new URL('./dejavu-sans.ttf', import.meta.url))),
  };
}
