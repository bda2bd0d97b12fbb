#!/usr/bin/env python3
"""B6, a thousand steady states, with SciPy: solve_bvp (adaptive collocation), tolerance 1e-6.

usage: scipy_sweep.py OUTFILE

Writes w at the cold and the hot wall and the heat flux of each case, and prints {"seconds": …}.
"""
import json
import sys
import time

import numpy as np
import scipy
from scipy.integrate import solve_bvp

R = 8.31446261815324


def rest(S_inf, dT):
    """Unknowns over x/L: T, w and the amount up to x; the heat flux is a parameter (J = 0 and q uniform at rest)."""
    cold, hot = 303.15 - dT / 2, 303.15 + dT / 2

    def slopes(_x, y, p):
        T, w, _amount = y
        D = 8e-10 * np.exp(-18e3 / R * (1 / T - 1 / 303.15))
        S = S_inf * (1 - np.exp((293.15 - T) / 20))
        at_rest = 0.2 * (1 - 1.5e-3 * (T - 303.15)) - 850 * R / 0.03 * T**2 * D * S**2 * w * (1 - w)
        T_x = p[0] * 0.2 * dT / at_rest
        return np.vstack([T_x, -S * w * (1 - w) * T_x, w])

    def walls(a, b, _p):
        return np.array([a[0] - cold, b[0] - hot, a[2], b[2] - 0.3])

    x = np.linspace(0, 1, 11)
    solution = solve_bvp(slopes, walls, x, np.vstack([cold + dT * x, 0.3 + 0 * x, 0.3 * x]), p=[1.0], tol=1e-6, max_nodes=2000)
    assert solution.success, (S_inf, dT)
    return solution.y[1, 0], solution.y[1, -1], solution.p[0] * 0.2 * dT / 1e-3


cases = [(0.002 + 0.038 * i / 39, 2 + 2.0 * j) for i in range(40) for j in range(25)]
began = time.perf_counter()
rows = [rest(*case) for case in cases]
seconds = time.perf_counter() - began
np.savetxt(sys.argv[1], rows, fmt="%.15g")
print(json.dumps({"seconds": seconds, "version": f"SciPy {scipy.__version__}"}))
