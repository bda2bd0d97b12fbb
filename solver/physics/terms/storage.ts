import type { Term } from './term.js';

/** m_i = ρ w_i or c_i, m_T = H with ∂H/∂T = ρ c_p */
export const storage: Term = {
  title: 'storage',
  equation: '∂m_i/∂t, m_i = ρ w_i or c_i; ∂H/∂t, ∂H/∂T = ρ c_p',
  contribute: ({ stored, enthalpy }, to) => {
    stored.forEach((amount, i) => to.store(i, amount));
    if (enthalpy) to.store('heat', enthalpy);
  },
};
