import { diagnostic } from '../../diagnostic.js';
import type { Findings } from '../../finding.js';
import { renamed } from '../../fixes.js';
import { refText, type ModelView } from '../../model-view.js';
import { numeral } from '../../../../solver/quantities/numeral.js';
import { isRadial } from '../../sizes.js';
import { isShape, isSide, shapes, sidesOf } from '../../../catalogue/places.js';
import { isSolidCore } from '../name/side.js';
import * as ast from '../../../generated/ast.js';
import { nodesOf } from '../../walk.js';

export const outside = diagnostic({
  code: 'study/outside',
  severity: 'error',
  title: 'Place outside the domain',
  doc: 'A value can be taken only inside the geometry or at one of its sides.',
  bad: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\nsteady rest\nmeasure inside = value(T, x = 2 cm)\n',
  good: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\nsteady rest\nmeasure inside = value(T, x = 2 mm)\n',
});

export function* placeMustLieInTheDomain(root: ast.Model, model: ModelView): Findings {
  const geometry = model.geometry;
  if (!geometry || !isShape(geometry.shape)) return;
  for (const holder of [...model.measures, ...model.plots, ...model.expects]) {
    for (const node of nodesOf(holder)) {
      if (!ast.isArgument(node)) continue;
      yield* coordinate(node, geometry, model);
      yield* side(node, geometry, model);
    }
  }
}
function* coordinate(argument: ast.Argument, geometry: ast.Geometry, model: ModelView): Findings {
  const axis = argument.key;
  if (axis === undefined || !['x', 'y', 'r', 'z'].includes(axis) || !isShape(geometry.shape)) return;
  const axes: readonly string[] = shapes[geometry.shape].axes;
  if (!axes.includes(axis)) {
    yield {
      at: { node: argument, part: 'key' },
      message: `A ${geometry.shape} has no coordinate ${axis}.`,
      advice: `it has ${axes.join(' and ')}`,
      fixes: axes.map((a) => renamed({ node: argument, part: 'key' }, a)),
    };
    return;
  }
  const value = model.number(argument.value);
  const [low, high] = extentOf(geometry, axis, model);
  if (value === undefined || low === undefined || high === undefined) return;
  const slack = 1e-9 * (high - low);
  if (value >= low - slack && value <= high + slack) return;
  yield {
    at: argument.value,
    message: `${axis} = ${numeral(value, 6)} m lies outside the ${geometry.shape}, which reaches from ${numeral(low, 6)} m to ${numeral(high, 6)} m.`,
    advice: 'choose a place inside',
  };
}
function* side(argument: ast.Argument, geometry: ast.Geometry, model: ModelView): Findings {
  const name = argument.key === undefined ? refText(argument.value) : undefined;
  if (name === undefined || !isSide(name) || !isShape(geometry.shape)) return;
  const solid = isRadial(geometry.shape) && isSolidCore(geometry, model);
  const present = sidesOf(geometry.shape).filter((s) => !(solid && s === 'inner'));
  if (present.includes(name)) return;
  yield {
    at: argument.value,
    message: `A ${solid ? 'solid ' : ''}${geometry.shape} has no side called ${name}.`,
    advice: `its sides are ${present.join(', ')}${solid ? '; write r = 0 m for the axis' : ''}`,
    fixes: present.map((s) => renamed(argument.value, s)),
  };
}
/** Ends of the domain along an axis [m]. */
function extentOf(geometry: ast.Geometry, axis: string, model: ModelView): readonly [number | undefined, number | undefined] {
  const size = (name: string) => model.number(model.property(geometry, name)?.value);
  const layers = geometry.layers.map((l) => model.number(model.property(l, 'thickness')?.value));
  const sum = layers.some((l) => l === undefined) ? undefined : layers.reduce((total: number, l) => total + l!, 0);
  if (axis === 'r') {
    const inner = model.property(geometry, 'inner_radius') ? size('inner_radius') : 0;
    return [
      inner,
      geometry.layers.length > 0 ? (sum === undefined || inner === undefined ? undefined : inner + sum) : size('outer_radius'),
    ];
  }
  if (axis === 'y') return [0, size('height')];
  return [0, geometry.shape === 'rectangle' ? size('width') : geometry.layers.length > 0 ? sum : size('length')];
}
