/*
 * B6, a thousand steady states, with SUNDIALS KINSOL (Newton with line search, band matrix) on 200 finite volumes.
 *
 * usage: kinsol_sweep OUTFILE
 *
 * Unknowns of a cell: T, w and the amount of w up to its right face, which makes the mass constraint local. Each case starts from the line
 * between the walls. Writes w at the cold and the hot wall and the heat flux of each case, and prints {"seconds": ...}.
 */
#include <kinsol/kinsol.h>
#include <math.h>
#include <nvector/nvector_serial.h>
#include <stdio.h>
#include <sundials/sundials_version.h>
#include <sunlinsol/sunlinsol_band.h>
#include <sunmatrix/sunmatrix_band.h>
#include <time.h>

#define CELLS 200
static const double R = 8.31446261815324, h = 1e-3 / CELLS;
static double S_inf, cold, hot;

static double soret(double T) { return S_inf * (1 - exp((293.15 - T) / 20)); }
static double conductivity(double T) { return 0.2 * (1 - 1.5e-3 * (T - 303.15)); }
static double dufour(double T) { return 850 * R / 0.03 * T * T * 8e-10 * exp(-18e3 / R * (1 / T - 1 / 303.15)) * soret(T); }
/* Heat flux at a wall of temperature T: sealed, so w_x follows from T_x. */
static double wallFlux(double T, double w, double slope) { return -slope * (conductivity(T) - dufour(T) * soret(T) * w * (1 - w)); }

static int residual(N_Vector y, N_Vector f, void *data) {
  (void)data;
  const double *u = N_VGetArrayPointer(y);
  double *F = N_VGetArrayPointer(f), before = wallFlux(cold, u[1], (u[0] - cold) * 2 / h);
  for (int i = 0; i < CELLS; i++) {
    const double *c = u + 3 * i;
    double q, J = c[2] - 0.3;
    if (i + 1 < CELLS) {
      const double T = (c[0] + c[3]) / 2, w = (c[1] + c[4]) / 2, T_x = (c[3] - c[0]) / h, w_x = (c[4] - c[1]) / h;
      q = -conductivity(T) * T_x - dufour(T) * w_x;
      J = (w_x + soret(T) * w * (1 - w) * T_x) * h;
    } else
      q = wallFlux(hot, c[1], (hot - c[0]) * 2 / h);
    F[3 * i] = (q - before) * 1e-3;
    F[3 * i + 1] = c[2] - (i ? c[-1] : 0) - c[1] / CELLS;
    F[3 * i + 2] = J;
    before = q;
  }
  return 0;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

int main(int count, char **arguments) {
  if (count < 2) return fprintf(stderr, "usage: kinsol_sweep OUTFILE\n"), 2;
  static double rows[1000][3];
  const double began = now();
  SUNContext context;
  SUNContext_Create(NULL, &context);
  N_Vector y = N_VNew_Serial(3 * CELLS, context), scale = N_VNew_Serial(3 * CELLS, context);
  double *u = N_VGetArrayPointer(y);
  N_VConst(1, scale);
  void *solver = KINCreate(context);
  KINInit(solver, residual, y);
  SUNMatrix matrix = SUNBandMatrix(3 * CELLS, 4, 4, context);
  KINSetLinearSolver(solver, SUNLinSol_Band(y, matrix, context), matrix);
  KINSetFuncNormTol(solver, 1e-11);
  KINSetScaledStepTol(solver, 1e-12);
  KINSetMaxSetupCalls(solver, 1);
  for (int k = 0; k < 1000; k++) {
    const double dT = 2 + 2. * (k % 25);
    S_inf = 0.002 + 0.038 * (k / 25) / 39, cold = 303.15 - dT / 2, hot = 303.15 + dT / 2;
    for (int i = 0; i < CELLS; i++) u[3 * i] = cold + dT * (i + 0.5) / CELLS, u[3 * i + 1] = 0.3, u[3 * i + 2] = 0.3 * (i + 1) / CELLS;
    if (KINSol(solver, y, KIN_LINESEARCH, scale, scale) < 0) return fprintf(stderr, "KINSOL failed in case %d\n", k), 1;
    const double *e = u + 3 * CELLS;
    rows[k][0] = (15 * u[1] - 10 * u[4] + 3 * u[7]) / 8;
    rows[k][1] = (15 * e[-2] - 10 * e[-5] + 3 * e[-8]) / 8;
    rows[k][2] = -wallFlux(cold, u[1], (u[0] - cold) * 2 / h);
  }
  const double seconds = now() - began;
  FILE *file = fopen(arguments[1], "w");
  if (!file) return fprintf(stderr, "cannot write %s\n", arguments[1]), 1;
  for (int k = 0; k < 1000; k++) fprintf(file, "%.16g %.16g %.16g\n", rows[k][0], rows[k][1], rows[k][2]);
  fclose(file);
  printf("{\"seconds\": %.6g, \"version\": \"SUNDIALS %d.%d.%d\"}\n", seconds, SUNDIALS_VERSION_MAJOR, SUNDIALS_VERSION_MINOR, SUNDIALS_VERSION_PATCH);
  return 0;
}
