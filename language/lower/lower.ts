/** Syntax tree → `Problem`. The only place where the two meet. Never throws. */
import type { Formula } from '../../solver/formula.js';
import type { Problem } from '../../solver/problem.js';
import { isPlaceName } from '../check/rules/places.js';
import * as ast from '../generated/ast.js';
import { lowerCorrelations } from './correlations.js';
import { lowerDataSet } from './data.js';
import { lowerExpectation, lowerMeasure, studyNameOf, timeOf } from './expectations.js';
import { lowerBoundary, lowerGeometry } from './geometry.js';
import { lowerFormula } from './formula.js';
import { hashOf } from './hash.js';
import type { Lowering, LowerProblem } from './lowering.js';
import { lowerMedium, lowerSubstance, mediaOf, substancesOf } from './matter.js';
import { originOf } from './origin.js';
import { lowerParameter } from './parameters.js';
import { lowerPlot } from './plots.js';
import { lowerProperties } from './properties.js';
import { lowerReaction } from './reactions.js';
import { lowerStudy } from './studies.js';

export type LowerResult = { readonly problem: Problem } | { readonly problems: readonly LowerProblem[] };

/** Only for documents without errors; what is wrong nevertheless comes back as problems. */
export function lower(model: ast.Model, lowering: Lowering): LowerResult {
  try {
    return lowerModel(model, lowering);
  } catch (error) {
    // expressions nested beyond the stack: everything else is a defect and must not stop the editor either
    const message =
      error instanceof RangeError ? 'This model nests expressions too deeply.' : `The model cannot be prepared for a run: ${String(error)}`;
    return { problems: [{ code: 'limit/nesting', message, range: originOf(model) }] };
  }
}

function lowerModel(model: ast.Model, lowering: Lowering): LowerResult {
  const all = <N extends ast.Declaration>(is: (node: unknown) => node is N): N[] => model.declarations.filter(is);
  const geometry = all(ast.isGeometry)[0];
  if (!geometry) {
    lowering.problem('missing/geometry', 'The model has no geometry: write geometry slab { … }.', originOf(model));
    return { problems: lowering.problems };
  }
  for (const param of all(ast.isParam)) lowering.parameterName(param);
  const sources = all(ast.isSource);
  const reactions = sources.flatMap((source) => source.reactions);
  const media = mediaOf(geometry);
  const studies = model.declarations.filter((d) => ast.isStudy(d));
  const lowered = {
    substances: substancesOf(media).map((substance) => lowerSubstance(substance, lowering)),
    media: media.map((medium) => lowerMedium(medium, lowering)),
    geometry: lowerGeometry(geometry, lowering),
    initial: all(ast.isInitial).flatMap((block) => lowerProperties(block.properties, lowering)),
    boundaries: all(ast.isBoundary).flatMap((boundary) => lowerBoundary(boundary, lowering)),
    sources: sources.flatMap((source) => lowerProperties(source.properties, lowering)),
    reactions: reactions.flatMap((reaction) => lowerReaction(reaction, lowering)),
    studies: studies.map((study) => lowerStudy(study, timesWanted(study, model, studies, lowering), lowering)),
    measures: all(ast.isMeasure).map((measure) => lowerMeasure(measure, lowering)),
    data: all(ast.isData).flatMap((data) => lowerDataSet(data, lowering)),
    plots: all(ast.isPlot).flatMap((plot) => lowerPlot(plot, geometry, lowering) ?? []),
    expectations: all(ast.isExpect).map((expect) => lowerExpectation(expect, studies, lowering)),
  };
  // last, because imported params are met on the way
  const parameters = lowering.parameters.map((param) => lowerParameter(param, lowering));
  const correlations = lowerCorrelations(lowering);
  if (!lowered.geometry || lowering.problems.length > 0) return { problems: lowering.problems };
  const uncertainties = lowering.uncertainties.size > 0 ? [...lowering.uncertainties.values()] : undefined;
  const body = { parameters, uncertainties, ...(correlations && { correlations }), ...lowered, geometry: lowered.geometry };
  return { problem: { title: all(ast.isTitle)[0]?.text ?? '', hash: hashOf(body), ...body } };
}

/** Times at which plots and expectations look at a transient. */
function timesWanted(study: ast.Study, model: ast.Model, studies: readonly ast.Study[], lowering: Lowering): Formula[] {
  if (!ast.isTransient(study)) return [];
  return model.declarations.flatMap((declaration): Formula[] => {
    if (ast.isExpect(declaration)) {
      const name = studyNameOf(declaration, studies);
      const repeats = studies.find((s) => s.name === name && ast.isFit(s))?.properties.find((p) => p.key === 'study')?.value;
      const time = name === study.name || (ast.isRef(repeats) && repeats.target.ref === study) ? timeOf(declaration, lowering) : undefined;
      return time ? [time] : [];
    }
    if (!ast.isPlot(declaration) || !isProfile(declaration)) return [];
    const drawn = declaration.studies.length === 0 || declaration.studies.some((s) => s.ref === study);
    const times = declaration.places.filter((place) => place.key === undefined && !isPlaceName(place.value));
    return drawn ? times.map((place) => lowerFormula(place.value, lowering)) : [];
  });
}
/** Its `at` lists times. */
const isProfile = (plot: ast.Plot): boolean => plot.axis?.$type !== 'Ref' || plot.axis.target.$refText !== 't';
