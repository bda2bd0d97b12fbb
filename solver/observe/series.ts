/** Values that plots draw, read off one state after the other. */
import type { Plot, PlotSeries } from '../problem.js';
import { measureValue } from './functionals.js';
import { spotOf, valueAt } from './interpolation.js';
import type { Observer } from './observer.js';
import { sampled, type Samples } from './sampling.js';

/** Plot series: a profile per time, or a line per place with a value per time. */
export class SeriesCollector {
  private readonly drawn: readonly {
    readonly key: string;
    readonly plot: Plot;
    readonly series: PlotSeries;
    readonly lines: number[][];
    readonly profiles: Float64Array[];
  }[];
  constructor(
    plots: readonly Plot[],
    study: string,
    private readonly observer: Observer,
    private readonly samples: Samples,
    transient: boolean,
  ) {
    this.drawn = plots.flatMap((plot, p) => {
      const here = (plot.of.length === 0 || plot.of.includes(study)) && typeof plot.over === 'string' && (plot.over !== 't' || transient);
      return here
        ? plot.series.map((series, s) => ({
            key: `${p}/${s}`,
            plot,
            series,
            lines: plot.over === 't' ? (plot.at.length > 0 && !series.measure ? plot.at : [null]).map(() => []) : [],
            profiles: [],
          }))
        : [];
    });
  }
  collect(): void {
    const { observer, samples } = this;
    for (const { plot, series, lines, profiles } of this.drawn) {
      if (plot.over !== 't') profiles.push(sampled(samples, observer.nodal(series.formula)));
      else if (series.measure || plot.at.length === 0) lines[0]!.push(measureValue(observer, series.formula));
      else plot.at.forEach((place, k) => lines[k]!.push(this.valueAtPlace(series, place)));
    }
  }
  private valueAtPlace(series: PlotSeries, place: Plot['at'][number]): number {
    const { observer } = this;
    const { regions } = observer.system.geometry;
    const x = place ? observer.scalar(observer.readings.reading(place).expression) : regions[regions.length - 1]!.to;
    const spot = spotOf(observer.system, x);
    return spot ? valueAt(observer.nodal(series.formula), spot) : NaN;
  }
  values(): Record<string, readonly Float64Array[]> {
    return Object.fromEntries(
      this.drawn.map(({ key, plot, lines, profiles }) => [key, plot.over === 't' ? lines.map((l) => Float64Array.from(l)) : profiles]),
    );
  }
}
