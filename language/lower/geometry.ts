/** The geometry: shape, layers along the coordinate, interfaces. */
import { isExact, number, operation, type Formula } from '../../solver/formula.js';
import type { Boundary, Geometry, Interface, Layer, Shape } from '../../solver/problem.js';
import { isShape, isSide } from '../catalogue/places.js';
import type * as ast from '../generated/ast.js';
import { lowerFormula } from './formula.js';
import type { Lowering } from './lowering.js';
import { originOf } from './origin.js';
import { lowerProperties } from './properties.js';

type Block = { readonly properties: readonly ast.Property[] };
const valueOf = (block: Block, key: string): ast.Expr | undefined => block.properties.find((p) => p.key === key)?.value;
const mediumOf = (block: Block): string | undefined => {
  const value = valueOf(block, 'medium');
  return value?.$type === 'Ref' ? value.target.$refText : undefined;
};

/** Properties that become part of a layer. */
const ofLayers: ReadonlySet<string> = new Set(['length', 'width', 'outer_radius', 'medium', 'thickness']);

export function lowerGeometry(geometry: ast.Geometry, lowering: Lowering): Geometry | undefined {
  const origin = originOf(geometry);
  const { shape } = geometry;
  if (!isShape(shape)) {
    lowering.problem('name/misplaced', `${shape} is not a shape: write slab, cylinder or sphere.`, origin);
    return undefined;
  }
  const layered = geometry.layers.length > 0;
  return {
    shape,
    layers: layered ? geometry.layers.map((layer) => lowerLayer(layer, geometry, lowering)) : [onlyLayer(shape, geometry, lowering)],
    interfaces: geometry.interfaces.map((joint) => lowerInterface(joint, lowering)),
    properties: lowerProperties(
      geometry.properties.filter((p) => !ofLayers.has(p.key) && (layered || p.key !== 'cells')),
      lowering,
    ),
    origin,
  };
}

/** Size along the coordinate of a geometry without layers. */
function sizeOf(shape: Shape, geometry: ast.Geometry, lowering: Lowering): Formula | undefined {
  const of = (key: string) => {
    const value = valueOf(geometry, key);
    return value && lowerFormula(value, lowering);
  };
  if (shape === 'slab') return of('length');
  if (shape === 'rectangle') return of('width');
  const outer = of('outer_radius');
  const inner = of('inner_radius');
  if (!outer || !inner) return outer;
  return isExact(outer) && isExact(inner) ? number(outer.value - inner.value) : operation('subtract', outer, inner);
}
const sizeName: Record<Shape, string> = { slab: 'length', rectangle: 'width', cylinder: 'outer_radius', sphere: 'outer_radius' };

function onlyLayer(shape: Shape, geometry: ast.Geometry, lowering: Lowering): Layer {
  const origin = originOf(geometry);
  const thickness = sizeOf(shape, geometry, lowering);
  if (!thickness) lowering.problem('missing/property', `The ${shape} needs its ${sizeName[shape]}.`, origin);
  const medium = mediumOf(geometry);
  if (medium === undefined) lowering.problem('missing/property', `The ${shape} needs its medium.`, origin);
  return {
    name: '',
    thickness: thickness ?? number(NaN),
    medium: medium ?? '',
    cells: lowering.check.valueOf(valueOf(geometry, 'cells')),
    origin,
  };
}

function lowerLayer(layer: ast.Layer, geometry: ast.Geometry, lowering: Lowering): Layer {
  const origin = originOf(layer);
  const thickness = valueOf(layer, 'thickness');
  if (!thickness) lowering.problem('missing/property', `The layer ${layer.name} needs its thickness.`, origin);
  const medium = mediumOf(layer) ?? mediumOf(geometry);
  if (medium === undefined) lowering.problem('missing/property', `The layer ${layer.name} needs its medium.`, origin);
  return {
    name: layer.name,
    thickness: lowerFormula(thickness, lowering),
    medium: medium ?? '',
    cells: lowering.check.valueOf(valueOf(layer, 'cells')),
    grading: lowering.check.valueOf(valueOf(layer, 'grading')),
    origin,
  };
}
const lowerInterface = (joint: ast.Interface, lowering: Lowering): Interface => ({
  between: [joint.first.$refText, joint.second.$refText],
  properties: lowerProperties(joint.properties, lowering),
  origin: originOf(joint),
});

export function lowerBoundary(boundary: ast.Boundary, lowering: Lowering): Boundary[] {
  const { side } = boundary;
  const origin = originOf(boundary);
  if (isSide(side)) return [{ side, conditions: lowerProperties(boundary.properties, lowering), origin }];
  lowering.problem('name/misplaced', `${side} is not a boundary.`, origin);
  return [];
}
