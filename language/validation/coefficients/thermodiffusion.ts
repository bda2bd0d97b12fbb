/** The statements of a medium that fix thermodiffusion of the same component. */
import { relatedProperties } from '../../../solver/physics/index.js';
import * as ast from '../../generated/ast.js';
import { componentNames } from '../model-view.js';
import type { Quantity } from './agreement.js';
import type { PhysicalMedium, Stated } from './physical-medium.js';

export interface ThermodiffusionGroup {
  /** Component whose flux they drive; both of a binary mixture are one. */
  readonly component: string;
  readonly statements: readonly Stated[];
  readonly quantity: Quantity;
}
const names: readonly string[] = relatedProperties;

/** `onsager(A, heat)` is one; `onsager(A, A)` is not. */
function isOf({ property, value }: Stated, components: readonly string[]): boolean {
  if (!names.includes(property.key) || value.value.kind === 'word') return false;
  const of = value.of;
  if (property.key !== 'onsager') return of.length === 1 && components.includes(of[0]!);
  return of.length === 2 && of.includes('heat') && of.some((name) => components.includes(name));
}
export function thermodiffusionGroups(physical: PhysicalMedium): readonly ThermodiffusionGroup[] {
  const components = componentNames(physical.node);
  if (ast.isMixture(physical.node)) {
    if (components.length !== 2) return [];
    const [first] = components;
    return [
      group(
        first!,
        physical.stated.filter((s) => isOf(s, components)),
        0,
      ),
    ];
  }
  return components.map((component, i) =>
    group(
      component,
      physical.stated.filter((s) => isOf(s, [component])),
      i,
    ),
  );
}
const group = (component: string, statements: readonly Stated[], row: number): ThermodiffusionGroup => ({
  component,
  statements,
  quantity: (resolved) => resolved.thermodiffusion?.[row],
});
/** The component that a statement names. */
export const componentOf = ({ value }: Stated): string | undefined => value.of.find((name) => name !== 'heat');
export const spelled = ({ property }: Pick<Stated, 'property'>): string =>
  property.args.length > 0 ? `${property.key}(${property.args.map((a) => a.$refText).join(', ')})` : property.key;

/** With three or more components each family alone fixes all coefficients, in the order in which the physics takes them. */
const families: readonly ((s: Stated) => boolean)[] = [
  ({ property }) => property.key === 'thermodiffusion_prime',
  ({ property }) => property.key === 'soret_prime',
  ({ property }) => property.key === 'soret' && property.args.length === 2,
  ({ property }) => property.key === 'thermal_diffusion_factor' && property.args.length === 2,
  ({ property, value }) => property.key === 'onsager' && value.of.length === 2 && value.of.filter((name) => name === 'heat').length === 1,
];
/** Those that a mixture of three or more states. */
export const statedFamilies = (physical: PhysicalMedium): readonly (readonly Stated[])[] =>
  componentNames(physical.node).length < 3 || !ast.isMixture(physical.node)
    ? []
    : families.map((is) => physical.stated.filter(is)).filter((family) => family.length > 0);
