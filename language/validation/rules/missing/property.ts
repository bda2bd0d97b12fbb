import { catalogue, propertyNames, usesIn } from '../../../../solver/quantities/catalogue.js';
import { diagnostic } from '../../diagnostic.js';
import { part, type Findings, type Place } from '../../finding.js';
import { blockKind, type Block, type ModelView } from '../../model-view.js';
import { isShape } from '../../../catalogue/places.js';
import { layeredSize, sizesOf } from '../../sizes.js';
import * as ast from '../../../generated/ast.js';

export const missingProperty = diagnostic({
  code: 'missing/property',
  severity: 'error',
  title: 'Property missing',
  doc: 'A transient needs its end (`until`), a geometry its size, a sweep or fit the study that it repeats, a reaction its rate.',
  bad: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { medium = steel }\n',
  good: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\n',
});

/** Blocks without a body (`transient relax`) are judged too. */
export function* blockMustHaveItsProperties(block: Block, model: ModelView): Findings {
  const kind = blockKind(block);
  for (const name of propertyNames) {
    if (!usesIn(name, kind).some((use) => use.required) || model.properties(block, name).length > 0) continue;
    yield {
      at: title(block),
      message: `The ${kind}${'name' in block ? ` ${block.name}` : ''} needs ${name} (${catalogue[name].title}).`,
      advice: catalogue[name].doc,
    };
  }
}
export function* geometryMustHaveItsSize(geometry: ast.Geometry, model: ModelView): Findings {
  if (!isShape(geometry.shape)) return;
  const replaced = geometry.layers.length > 0 ? layeredSize(geometry.shape) : undefined;
  for (const size of sizesOf[geometry.shape]) {
    if (!size.required || size.name === replaced || model.property(geometry, size.name)) continue;
    yield {
      at: part(geometry, 'shape'),
      message: `The ${geometry.shape} needs ${size.name} (${catalogue[size.name].title}).`,
      advice: `write ${size.name} = and a length`,
    };
  }
}
export function* layerMustHaveAThickness(layer: ast.Layer, model: ModelView): Findings {
  if (model.property(layer, 'thickness')) return;
  yield { at: part(layer, 'name'), message: `The layer ${layer.name} needs thickness.`, advice: 'write thickness = and a length' };
}
export function* variationMustBeStated(study: ast.Sweep | ast.Fit, model: ModelView): Findings {
  if (model.properties(study, 'vary').length > 0) return;
  const fit = ast.isFit(study);
  const param = model.params[0]?.name ?? 'NAME';
  yield {
    at: part(study, 'name'),
    message: `The ${fit ? 'fit' : 'sweep'} ${study.name} varies nothing.`,
    advice: fit ? `write vary(${param}) = range(low, high)` : `write vary(${param}) = linspace(low, high, 11)`,
  };
}
export const title = (block: Block): Place => ('name' in block ? part(block, 'name') : ast.isBoundary(block) ? part(block, 'side') : block);
