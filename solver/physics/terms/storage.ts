import type { Term } from './term.js';

/** m_i = ρ w_i or c_i, m_T = H with ∂H/∂T = ρ c_p */
export const storage: Term = {
  title: 'storage',
  equation: '∂m_i/∂t, m_i = ρ w_i or c_i; ∂H/∂t, ∂H/∂T = ρ c_p',
  coefficients: ['density', 'heat_capacity', 'porosity'],
  entropy: 'none',
  example: 'solution s of A in W { density = 1000 kg/m^3; heat_capacity = 4180 J/(kg*K) }',
  contribute: ({ stored, enthalpy }, to) => {
    stored.forEach((amount, i) => to.store(i, amount));
    if (enthalpy) to.store('heat', enthalpy);
  },
};
