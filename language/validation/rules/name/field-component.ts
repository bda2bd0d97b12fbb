import { AstUtils } from 'langium';
import { builtin } from '../../../catalogue/builtins.js';
import { diagnostic } from '../../diagnostic.js';
import type { Findings } from '../../finding.js';
import { renamed } from '../../fixes.js';
import { componentNames, isMedium, refText, solventName, type ModelView } from '../../model-view.js';
import { didYouMean, nearest } from '../../nearest.js';
import * as ast from '../../../generated/ast.js';
import { nodesOf } from '../../walk.js';

const model = (component: string) =>
  `species A { molar_mass = 50 g/mol }\nspecies B { molar_mass = 60 g/mol }\nspecies W { molar_mass = 18 g/mol }\nsolution s of A in W { diffusion(A) = 1e-9 m^2/s }\ngeometry slab { length = 1 mm; medium = s }\nmeasure level = mean(c(${component}))\n`;

export const fieldComponent = diagnostic({
  code: 'name/field-component',
  severity: 'error',
  title: 'Field of a component that is not there',
  doc: '`w(A)`, `x(A)`, `c(A)`, `flux(A, …)`, `mass(A)` and `relaxation_time(A)` exist for the components of the media in the geometry. Inside a medium only its own components have a composition.',
  bad: model('B'),
  good: model('A'),
});

export function* fieldMustBelongToAComponent(root: ast.Model, view: ModelView): Findings {
  const inUse = view.mediaInUse();
  if (inUse.length === 0) return;
  const everywhere = [...new Set([...view.componentsInUse(), ...inUse.flatMap((m) => (ast.isSolution(m) ? (solventName(m) ?? []) : []))])];
  for (const call of nodesOf(root)) {
    if (!ast.isCall(call)) continue;
    const index = builtin(call.callee.$refText, true)?.parameters?.findIndex((p) => p.kind === 'substance') ?? -1;
    const argument = call.args[index]?.value;
    const name = refText(argument);
    if (!argument || name === undefined || !view.named(name)) continue;
    const own = AstUtils.getContainerOfType(call, isMedium);
    if (own && !inUse.includes(own)) continue;
    const components = own ? [...componentNames(own), ...(ast.isSolution(own) ? [solventName(own)!] : [])].filter(Boolean) : everywhere;
    if (components.includes(name)) continue;
    const meant = nearest(name, components);
    yield {
      at: argument,
      message: own ? `${name} is not a component of ${own.name}.` : `${name} is in no medium of the geometry.`,
      advice: didYouMean(meant) ?? (components.length > 0 ? `the components are ${components.join(', ')}` : 'the medium has no components'),
      fixes: (meant ? [meant] : components.slice(0, 4)).map((c) => renamed(argument, c, `Use ${c}`)),
    };
  }
}
