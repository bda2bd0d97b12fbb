/** One card for every kind of figure; a kind without one does not compile. */
import type { Figure, FigureKind } from '../figures/figure.js';
import type { Card, CardServices } from './card.js';
import { EllipseCard } from './ellipseCard.js';
import { LineCard } from './lineCard.js';
import { MapCard } from './mapCard.js';
import { MatrixCard } from './matrixCard.js';
import { SpectrumCard } from './spectrumCard.js';

type Maker<K extends FigureKind> = new (id: string, services: CardServices) => Card<Extract<Figure, { kind: K }>>;
const makers: { readonly [K in FigureKind]: Maker<K> } = {
  lines: LineCard,
  map: MapCard,
  matrix: MatrixCard,
  spectrum: SpectrumCard,
  ellipse: EllipseCard,
};

/** The caller only updates a card with figures of the kind that it was made for. */
export const makeCard = (figure: Figure, services: CardServices): Card => new makers[figure.kind](figure.id, services) as Card;
