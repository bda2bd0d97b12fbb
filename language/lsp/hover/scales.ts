/** Hover on a geometry or a study: how long things take and how far they go, at the middle of the model's range. */
import { AstUtils } from 'langium';
import * as ast from '../../generated/ast.js';
import type { SoretServices } from '../../services.js';
import { roundedText } from '../../units/convert.js';
import { dissipation } from '../../validation/coefficients/dissipation.js';
import { stateText } from '../../validation/coefficients/states.js';
import { code } from './coefficient.js';
import { localPhysics, viewOf, type LocalPhysics } from './local-physics.js';

export function geometryHover(geometry: ast.Geometry, services: SoretServices): string[] {
  const model = viewOf(AstUtils.getDocument(geometry), services);
  return model.mediaInUse().flatMap((medium) => {
    const physics = localPhysics(medium, services, model);
    if (!physics) return [];
    const rows = [...coefficients(physics)];
    const coupling = dissipation(physics.physical, model)?.coupling;
    if (coupling !== undefined) rows.push(['ε, Dufour correction of the conductivity', roundedText(coupling, 3)]);
    return rows.length ? [`${code(medium.name)} at ${stateText(physics.state)}:`, table(rows)] : [];
  });
}
export function studyHover(study: ast.Steady | ast.Transient, services: SoretServices): string[] {
  const root = AstUtils.getContainerOfType(study, ast.isModel);
  const geometry = root?.declarations.find(ast.isGeometry);
  return geometry ? geometryHover(geometry, services) : [];
}

function coefficients({ resolved, at }: LocalPhysics): [string, string][] {
  const rows: [string, string][] = [];
  resolved.unknowns.forEach(({ species }, i) => {
    const D = at(resolved.diffusion[i]?.[i]);
    if (D !== undefined) rows.push([`D of ${code(species)}`, `${roundedText(D)} m²/s`]);
  });
  const conductivity = at(resolved.conductivity);
  if (conductivity !== undefined) rows.push(['thermal conductivity λ₀', `${roundedText(conductivity)} W/(m·K)`]);
  return rows;
}
const table = (rows: readonly (readonly [string, string])[]): string =>
  ['| | |', '|---|---|', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
