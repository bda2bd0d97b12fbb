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

/** Blocks without a body (`transient relax`) are judged too. All that is missing is said at once. */
export function* blockMustHaveItsProperties(block: Block, model: ModelView): Findings {
  const kind = blockKind(block);
  const missing = propertyNames
    .filter((name) => usesIn(name, kind).some((use) => use.required) && model.properties(block, name).length === 0)
    .map((name) => ({
      needs: name === catalogue[name].title ? name : `${name} (${catalogue[name].title})`,
      write: `${name} = …`,
      alone: catalogue[name].doc,
    }));
  if ((ast.isSweep(block) || ast.isFit(block)) && model.properties(block, 'vary').length === 0) {
    const param = model.params[0]?.name ?? 'NAME';
    const write = `vary(${param}) = ${ast.isFit(block) ? 'range(low, high)' : 'linspace(low, high, 11)'}`;
    missing.push({ needs: `vary(${param})`, write, alone: `write ${write}` });
  }
  const [first, ...others] = missing;
  if (!first) return;
  yield {
    at: title(block),
    message: `The ${kind}${'name' in block ? ` ${block.name}` : ''} needs ${inWords(missing.map(({ needs }) => needs))}.`,
    advice: others.length === 0 ? first.alone : `write ${missing.map(({ write }) => write).join('; ')}`,
  };
}
const inWords = (list: readonly string[]): string => list.join(', ').replace(/, ([^,]*)$/, ' and $1');
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
export const title = (block: Block): Place => ('name' in block ? part(block, 'name') : ast.isBoundary(block) ? part(block, 'side') : block);
