/** Which studies stand in one plot: those that it names, when the chosen one is among them. */
import type { FieldOutcome } from '../../../solver/outcome.js';
import type { Plot } from '../../../solver/problem.js';
import { fieldOutcome, type PlotContext } from './plot.js';

export interface DrawnStudy {
  readonly name: string;
  readonly outcome: FieldOutcome;
  readonly chosen: boolean;
}

/** The chosen study first, then the others in the order of the statement; none when the plot is not about the chosen one. */
export function drawnStudies(plot: Plot, context: PlotContext): readonly DrawnStudy[] {
  const { study, run } = context;
  if (plot.of.length > 0 && !plot.of.includes(study)) return [];
  const names = [study, ...plot.of.filter((name) => name !== study)];
  return names.flatMap((name) => {
    const outcome = fieldOutcome(run, name);
    return outcome ? [{ name, outcome, chosen: name === study }] : [];
  });
}

export const studyWords = (name: string): string => name.replace(/_/g, ' ');
