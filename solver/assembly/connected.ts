/** Which unknowns exchange their amount: one unknown over the regions between which it passes. */
import type { Discretisation } from './discretisation.js';

/** Per number: index of the connected set (one unknown over regions between which it passes). */
export function connected(system: Discretisation): Int32Array {
  const labels = new Int32Array(system.size).fill(-1);
  let next = 0;
  for (const unknown of system.terms.system.unknowns.keys()) {
    let current = -1;
    system.workspaces.forEach((w, r) => {
      const v = w.terms.present.indexOf(unknown);
      if (v < 0) {
        current = -1;
        return;
      }
      const joint = r > 0 ? system.terms.system.joints[r - 1]![unknown]! : undefined;
      if (current < 0 || joint?.kind === 'sealed') current = next++;
      for (const element of w.elements) for (let j = 0; j <= system.basis.order; j++) labels[element.numbers[j * w.width + v]!] = current;
    });
  }
  return labels;
}
