import { diagnostic } from '../../diagnostic.js';
import { head, part, type Findings } from '../../finding.js';
import { remove } from '../../fixes.js';
import type { ModelView } from '../../model-view.js';
import { isRadial, layeredSize } from '../../sizes.js';
import { isShape } from '../../../catalogue/places.js';
import type * as ast from '../../../generated/ast.js';

const model = (size: string) =>
  `solid steel { conductivity = 50 W/(m*K) }\nsolid glass { conductivity = 1 W/(m*K) }\ngeometry slab {\n${size}  layer a { thickness = 1 mm; medium = steel }\n  layer b { thickness = 2 mm; medium = glass }\n}\n`;

export const layerConflict = diagnostic({
  code: 'conflict/layers',
  severity: 'error',
  title: 'Layers that contradict the geometry',
  doc: 'Layers lie along the coordinate in the order written, and their thicknesses add up to the size of the domain: a `length` or `outer_radius` beside them would say it twice, and a `medium` or `cells` of the whole would say which layer? An interface joins two layers that touch.',
  bad: model('  length = 5 mm\n'),
  good: model(''),
});

export function* layersMustFitTheGeometry(geometry: ast.Geometry, view: ModelView): Findings {
  if (geometry.layers.length === 0 || !isShape(geometry.shape) || geometry.shape === 'rectangle') return;
  const replaced = [layeredSize(geometry.shape), ...(geometry.layers.every((l) => view.property(l, 'medium')) ? ['medium'] : [])];
  for (const property of view.properties(geometry, ...replaced)) {
    yield {
      at: head(property),
      message:
        property.key === 'medium'
          ? 'Every layer has its medium; that of the whole has no effect.'
          : `The thicknesses of the layers make the ${isRadial(geometry.shape) ? 'outer radius' : 'length'}; ${property.key} says it again.`,
      advice: `remove ${property.key}`,
      related: [{ at: part(geometry.layers[0]!, 'name'), message: 'the first layer' }],
      fixes: [{ title: `Remove ${property.key}`, edits: [remove(property)] }],
    };
  }
}
export function* interfaceMustJoinNeighbours(joint: ast.Interface): Findings {
  const geometry = joint.$container;
  const names = geometry.layers.map((l) => l.name);
  const [first, second] = [names.indexOf(joint.first.$refText), names.indexOf(joint.second.$refText)];
  if (first < 0 || second < 0 || second === first + 1) return;
  const swapped = first === second + 1;
  yield {
    at: part(joint, 'second'),
    message: swapped
      ? `${joint.second.$refText} lies before ${joint.first.$refText}.`
      : `${joint.first.$refText} and ${joint.second.$refText} do not touch.`,
    advice: swapped
      ? `write interface ${joint.second.$refText} ${joint.first.$refText}; a partition coefficient is then that of ${joint.first.$refText} over ${joint.second.$refText}`
      : `the layers in order are ${names.join(', ')}`,
  };
}
