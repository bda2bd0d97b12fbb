#!/usr/bin/env python3
"""B1, B2 or B3 with SciPy's LSODA on second-order finite volumes.

usage: scipy_transient.py b1|b2|b3 OUTFILE [cells] [rtol]

Writes the cell values, one output time after the other, one line per field, and prints {"seconds": …} for the call of the solver alone.
"""
import json
import sys
import time

import numpy as np
import scipy
from scipy.integrate import solve_ivp

R = 8.31446261815324


class DiluteCell:
    """J = -D (w_x + S_T w T_x), T_x = dT/L."""

    fields, length = 1, 1e-3
    start, absolute = [0.01], [1e-9]
    tau = length**2 / (np.pi**2 * 1e-10)
    times = np.array([0.1, 0.2, 0.5, 1, 2, 5]) * tau

    def fluxes(self, mean, slope, flux):
        flux[1:-1, 0] = -1e-10 * (slope[:, 0] + 0.1 * 20 / self.length * mean[:, 0])

    def walls(self, cells, h, flux):
        pass


class CoupledBinary:
    """Heat and mass with D(T), S_T(T), conductivity(T) and the Dufour effect; the fields are T and w."""

    fields, length = 2, 1e-3
    cold, hot = 283.15, 323.15
    start, absolute = [283.15, 0.3], [1e-6, 1e-8]
    tau = length**2 / (np.pi**2 * 8e-10)
    times = np.array([1, 10, 0.2 * tau, tau, 5 * tau])

    @staticmethod
    def coefficients(T):
        D = 8e-10 * np.exp(-18e3 / R * (1 / T - 1 / 303.15))
        S = 0.02 * (1 - np.exp((293.15 - T) / 20))
        return D, S, 0.2 * (1 - 1.5e-3 * (T - 303.15))

    def fluxes(self, mean, slope, flux):
        T, w = mean[:, 0], mean[:, 1]
        D, S, conductivity = self.coefficients(T)
        flux[1:-1, 1] = -D * (slope[:, 1] + S * w * (1 - w) * slope[:, 0])
        flux[1:-1, 0] = (-conductivity * slope[:, 0] - 850 * R / 0.03 * T**2 * D * S * slope[:, 1]) / (850 * 2900)

    def walls(self, cells, h, flux):
        T = np.array([self.cold, self.hot])
        D, S, conductivity = self.coefficients(T)
        w = cells[[0, -1], 1]
        slope = np.array([cells[0, 0] - self.cold, self.hot - cells[-1, 0]]) * 2 / h
        # At a sealed wall w_x = -S w(1-w) T_x enters the Dufour term.
        flux[[0, -1], 0] = -slope * (conductivity - 850 * R / 0.03 * T**2 * D * S**2 * w * (1 - w)) / (850 * 2900)


class FiveSpecies:
    """Generalised Fick and thermodiffusion of four species in a fifth; the fields are T, w1 … w4."""

    fields, length = 5, 2e-3
    cold, hot = 288.15, 318.15
    start, absolute = [288.15, 0.2, 0.15, 0.1, 0.05], [1e-6] + [1e-8] * 4
    tau = length**2 / (np.pi**2 * 1e-9)
    times = np.array([0.1, 0.5, 1, 5]) * tau
    d, d5 = np.array([1.2, 0.9, 2.0, 0.6]) * 1e-9, 1.5e-9
    s = np.array([5e-3, -3e-3, 8e-3, 1.2e-2])

    def fluxes(self, mean, slope, flux):
        T, w = mean[:, :1], mean[:, 1:]
        rate = np.exp(-15e3 / R * (1 / T - 1 / 303.15))
        drift = (w @ (self.d * self.s))[:, None]
        flux[1:-1, 1:] = -rate * (
            self.d * slope[:, 1:] - w * (slope[:, 1:] @ (self.d - self.d5))[:, None] + (self.d * self.s - drift) * w * slope[:, :1]
        )
        flux[1:-1, 0] = -9.375e-8 * slope[:, 0]

    def walls(self, cells, h, flux):
        flux[0, 0] = -9.375e-8 * (cells[0, 0] - self.cold) * 2 / h
        flux[-1, 0] = -9.375e-8 * (self.hot - cells[-1, 0]) * 2 / h


def main():
    problem = {"b1": DiluteCell, "b2": CoupledBinary, "b3": FiveSpecies}[sys.argv[1]]()
    cells = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
    rtol = float(sys.argv[4]) if len(sys.argv) > 4 else 1e-6
    h = problem.length / cells
    flux = np.zeros((cells + 1, problem.fields))

    def rate(_t, y):
        u = y.reshape(cells, problem.fields)
        problem.fluxes((u[1:] + u[:-1]) / 2, (u[1:] - u[:-1]) / h, flux)
        problem.walls(u, h, flux)
        return ((flux[:-1] - flux[1:]) / h).ravel()

    band = 2 * problem.fields - 1
    began = time.perf_counter()
    solution = solve_ivp(
        rate,
        (0, problem.times[-1]),
        np.tile(problem.start, cells).astype(float),
        method="LSODA",
        t_eval=problem.times,
        rtol=rtol,
        atol=np.tile(problem.absolute, cells) * rtol / 1e-6,
        lband=band,
        uband=band,
    )
    seconds = time.perf_counter() - began
    assert solution.success, solution.message
    profiles = solution.y.T.reshape(len(problem.times), cells, problem.fields).transpose(0, 2, 1)
    np.savetxt(sys.argv[2], profiles.reshape(-1, cells), fmt="%.15g")
    print(json.dumps({"seconds": seconds, "version": f"SciPy {scipy.__version__}"}))


if __name__ == "__main__":
    main()
