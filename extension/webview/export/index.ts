/** The table of exports: a figure as data, drawing or script; the whole run as data. */
import type { Figure } from '../figures/figure.js';
import { outcomeOf, type ViewState } from '../state/state.js';
import type { Palette } from '../theme/palette.js';
import { bibtex, citations } from './bibtex.js';
import type { ExportChoice } from './choice.js';
import { csv } from './csv.js';
import { standAlone } from './drawing.js';
import { json } from './json.js';
import { paperPalette } from './paper.js';
import { png } from './png.js';
import { python } from './python.js';
import { svg } from './svg.js';
import { vtk } from './vtk.js';
import { say } from '../words/say.js';

export type { ExportChoice };

/** A file name without anything that file systems refuse. */
const slug = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'result';

/** For one figure when it is named, else for the run with its first drawing. */
export function exportChoices(state: ViewState, figures: readonly Figure[], id: string | null, palette: Palette): readonly ExportChoice[] {
  const { shown, study } = state;
  if (!shown || study === null) return [];
  const figure = figures.find((f) => f.id === id);
  const name = slug(`${(state.document?.fileName ?? 'model').replace(/\.soret$/, '')} ${study}${figure ? ` ${figure.id}` : ''}`);
  const celsius = state.document?.source ? /\bdegC\b|°C/.test(state.document.source) : false;
  const options = figure ? (state.options[figure.id] ?? {}) : {};
  const choices: ExportChoice[] = [];
  const add = (format: ExportChoice['format'], extension: string, words: string, detail: string, content: ExportChoice['content']): void =>
    void choices.push({ key: format, words, detail, format, name: `${name}.${extension}`, content });
  add('csv', 'csv', figure ? say.numbersOfPlot : say.numbersOfPlots, 'CSV', () => csv(shown, study, figure ? [figure] : figures));
  if (figure) {
    const drawing = (inks: Palette): string =>
      figure.kind === 'lines' ? svg(figure, options, inks, celsius) : (standAlone(figure.id) ?? '');
    if (figure.kind !== 'matrix') {
      add('svg', 'svg', say.drawingVectors, 'SVG', () => drawing(paperPalette));
      add('png', 'png', say.drawingPixels, 'PNG', () => png(drawing(palette)));
    }
    if (figure.kind === 'lines') add('python', 'py', say.script, 'Python', () => python(shown, study, figure, options, celsius));
    return choices;
  }
  add('json', 'json', say.wholeRun, 'JSON', () => json(shown));
  const outcome = outcomeOf(state);
  if (outcome?.kind === 'steady' || outcome?.kind === 'transient')
    add('vtk', 'vtk', say.fieldsForParaView, 'VTK', () => vtk(shown, outcome));
  if (citations(shown.problem).length > 0) add('bibtex', 'bib', say.sources, 'BibTeX', () => bibtex(shown.problem));
  return choices;
}
