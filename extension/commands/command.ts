/** A command of the palette, menus, keys and lenses: one file each; its title, icon and conditions stand in package.json. */
import type { Soret } from '../soret.js';

export interface Command {
  readonly id: `soret.${string}`;
  run(soret: Soret, ...args: readonly unknown[]): unknown;
}
