/*
 * B1, B2 or B3 with SUNDIALS CVODE (BDF, band matrix, analytic Jacobian) on second-order finite volumes.
 *
 * usage: cvode_transient b1|b2|b3 OUTFILE [cells] [rtol]
 *
 * Writes the cell values, one output time after the other, one line per field, and prints {"seconds": ...} for everything but the writing.
 * A flux F(m, g) of the face mean m and the face slope g is all that tells the problems apart; its derivatives make the Jacobian.
 */
#include <cvode/cvode.h>
#include <math.h>
#include <nvector/nvector_serial.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sundials/sundials_version.h>
#include <sunlinsol/sunlinsol_band.h>
#include <sunmatrix/sunmatrix_band.h>
#include <time.h>

#define MOST 5
static const double R = 8.31446261815324;

/* F[i], dm[i][j] = dF_i/dm_j, dg[i][j] = dF_i/dg_j; derivatives only where dm is not null. */
typedef void Flux(const double *m, const double *g, double *F, double (*dm)[MOST], double (*dg)[MOST]);

static void dilute(const double *m, const double *g, double *F, double (*dm)[MOST], double (*dg)[MOST]) {
  const double D = 1e-10, drift = 0.1 * 20 / 1e-3;
  F[0] = -D * (g[0] + drift * m[0]);
  if (dm) dm[0][0] = -D * drift, dg[0][0] = -D;
}

static void binary(const double *m, const double *g, double *F, double (*dm)[MOST], double (*dg)[MOST]) {
  const double c = 850 * 2900., k = R / 0.03 / 2900;
  const double T = m[0], w = m[1], chi = w * (1 - w);
  const double D = 8e-10 * exp(-18e3 / R * (1 / T - 1 / 303.15)), D_T = D * 18e3 / R / (T * T);
  const double e = exp((293.15 - T) / 20), S = 0.02 * (1 - e), S_T = 0.02 * e / 20;
  const double a = 0.2 * (1 - 1.5e-3 * (T - 303.15)) / c, a_T = -0.2 * 1.5e-3 / c;
  F[0] = -a * g[0] - k * T * T * D * S * g[1];
  F[1] = -D * (g[1] + S * chi * g[0]);
  if (!dm) return;
  dm[0][0] = -a_T * g[0] - k * g[1] * (2 * T * D * S + T * T * (D_T * S + D * S_T)), dm[0][1] = 0;
  dm[1][0] = -D_T * (g[1] + S * chi * g[0]) - D * S_T * chi * g[0], dm[1][1] = -D * S * (1 - 2 * w) * g[0];
  dg[0][0] = -a, dg[0][1] = -k * T * T * D * S;
  dg[1][0] = -D * S * chi, dg[1][1] = -D;
}

static void five(const double *m, const double *g, double *F, double (*dm)[MOST], double (*dg)[MOST]) {
  static const double d[4] = {1.2e-9, 0.9e-9, 2.0e-9, 0.6e-9}, d5 = 1.5e-9, s[4] = {5e-3, -3e-3, 8e-3, 1.2e-2};
  const double a = 9.375e-8, rate = exp(-15e3 / R * (1 / m[0] - 1 / 303.15)), rate_T = 15e3 / R / (m[0] * m[0]);
  double counter = 0, drift = 0;
  for (int i = 0; i < 4; i++) counter += (d[i] - d5) * g[1 + i], drift += d[i] * s[i] * m[1 + i];
  F[0] = -a * g[0];
  for (int i = 0; i < 4; i++) F[1 + i] = -rate * (d[i] * g[1 + i] - m[1 + i] * counter + (d[i] * s[i] - drift) * m[1 + i] * g[0]);
  if (!dm) return;
  for (int j = 0; j < 5; j++) dm[0][j] = dg[0][j] = 0;
  dg[0][0] = -a;
  for (int i = 0; i < 4; i++) {
    dm[1 + i][0] = F[1 + i] * rate_T;
    dg[1 + i][0] = -rate * (d[i] * s[i] - drift) * m[1 + i];
    for (int j = 0; j < 4; j++) {
      dm[1 + i][1 + j] = -rate * ((i == j ? -counter + (d[i] * s[i] - drift) * g[0] : 0) - d[j] * s[j] * m[1 + i] * g[0]);
      dg[1 + i][1 + j] = -rate * ((i == j ? d[i] : 0) - m[1 + i] * (d[j] - d5));
    }
  }
}

/* One problem: fields per cell, wall temperatures (when field 0 is T), start, tolerances, output times as multiples of tau (negative: seconds). */
typedef struct {
  const char *name;
  int fields, outputs;
  Flux *flux;
  double length, D, cold, hot, start[MOST], absolute[MOST], times[6];
} Problem;
static const Problem problems[] = {
    {"b1", 1, 6, dilute, 1e-3, 1e-10, 0, 0, {0.01}, {1e-9}, {0.1, 0.2, 0.5, 1, 2, 5}},
    {"b2", 2, 5, binary, 1e-3, 8e-10, 283.15, 323.15, {283.15, 0.3}, {1e-6, 1e-8}, {-1, -10, 0.2, 1, 5}},
    {"b3", 5, 4, five, 2e-3, 1e-9, 288.15, 318.15, {288.15, 0.2, 0.15, 0.1, 0.05}, {1e-6, 1e-8, 1e-8, 1e-8, 1e-8}, {0.1, 0.5, 1, 5}},
};
static const Problem *p;
static int cells;
static double h;

/* Heat flux through a wall kept at T (side 0: x = 0, 1: x = L). The wall is sealed, so w_x = -S w(1-w) T_x feeds the Dufour term. */
static double wallFlux(int side, const double *u, double *dT, double *dw) {
  const double T = side ? p->hot : p->cold, sign = side ? -1 : 1, slope = sign * (u[0] - T) * 2 / h;
  double a = 9.375e-8, k = 0;
  if (p->fields == 2) {
    const double S = 0.02 * (1 - exp((293.15 - T) / 20));
    a = 0.2 * (1 - 1.5e-3 * (T - 303.15)) / (850 * 2900.);
    k = R / 0.03 / 2900 * T * T * 8e-10 * exp(-18e3 / R * (1 / T - 1 / 303.15)) * S * S;
  }
  const double w = p->fields == 2 ? u[1] : 0, conduct = a - k * w * (1 - w);
  *dT = -conduct * sign * 2 / h;
  *dw = k * (1 - 2 * w) * slope;
  return -conduct * slope;
}

static int rate(realtype t, N_Vector y, N_Vector ydot, void *data) {
  (void)t, (void)data;
  const double *u = N_VGetArrayPointer(y);
  double *f = N_VGetArrayPointer(ydot), m[MOST], g[MOST], F[MOST];
  const int n = p->fields;
  memset(f, 0, sizeof(double) * n * cells);
  for (int i = 0; i + 1 < cells; i++) {
    for (int k = 0; k < n; k++) m[k] = (u[n * i + k] + u[n * i + n + k]) / 2, g[k] = (u[n * i + n + k] - u[n * i + k]) / h;
    p->flux(m, g, F, 0, 0);
    for (int k = 0; k < n; k++) f[n * i + k] -= F[k] / h, f[n * i + n + k] += F[k] / h;
  }
  if (n > 1)
    for (int side = 0; side < 2; side++) {
      double dT, dw;
      const int i = side ? n * (cells - 1) : 0;
      f[i] += (side ? -1 : 1) * wallFlux(side, u + i, &dT, &dw) / h;
    }
  return 0;
}

static int jacobian(realtype t, N_Vector y, N_Vector fy, SUNMatrix J, void *data, N_Vector a, N_Vector b, N_Vector c) {
  (void)t, (void)fy, (void)data, (void)a, (void)b, (void)c;
  const double *u = N_VGetArrayPointer(y);
  double m[MOST], g[MOST], F[MOST], dm[MOST][MOST], dg[MOST][MOST];
  const int n = p->fields;
  SUNMatZero(J);
  for (int i = 0; i + 1 < cells; i++) {
    for (int k = 0; k < n; k++) m[k] = (u[n * i + k] + u[n * i + n + k]) / 2, g[k] = (u[n * i + n + k] - u[n * i + k]) / h;
    p->flux(m, g, F, dm, dg);
    for (int r = 0; r < n; r++)
      for (int s = 0; s < n; s++) {
        const double left = (dm[r][s] / 2 - dg[r][s] / h) / h, right = (dm[r][s] / 2 + dg[r][s] / h) / h;
        SM_ELEMENT_B(J, n * i + r, n * i + s) -= left, SM_ELEMENT_B(J, n * i + r, n * i + n + s) -= right;
        SM_ELEMENT_B(J, n * i + n + r, n * i + s) += left, SM_ELEMENT_B(J, n * i + n + r, n * i + n + s) += right;
      }
  }
  if (n > 1)
    for (int side = 0; side < 2; side++) {
      double dT, dw;
      const int i = side ? n * (cells - 1) : 0;
      wallFlux(side, u + i, &dT, &dw);
      SM_ELEMENT_B(J, i, i) += (side ? -1 : 1) * dT / h;
      if (n == 2) SM_ELEMENT_B(J, i, i + 1) += (side ? -1 : 1) * dw / h;
    }
  return 0;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

int main(int count, char **arguments) {
  for (int i = 0; i < 3 && count > 2; i++)
    if (!strcmp(problems[i].name, arguments[1])) p = &problems[i];
  if (!p) return fprintf(stderr, "usage: cvode_transient b1|b2|b3 OUTFILE [cells] [rtol]\n"), 2;
  cells = count > 3 ? atoi(arguments[3]) : 1000;
  const double rtol = count > 4 ? atof(arguments[4]) : 1e-6, tau = p->length * p->length / (M_PI * M_PI * p->D);
  const long size = (long)p->fields * cells;
  double *out = malloc(sizeof(double) * size * p->outputs);
  h = p->length / cells;
  const double began = now();
  SUNContext context;
  SUNContext_Create(NULL, &context);
  N_Vector y = N_VNew_Serial(size, context), absolute = N_VNew_Serial(size, context);
  for (long i = 0; i < size; i++) {
    NV_Ith_S(y, i) = p->start[i % p->fields];
    NV_Ith_S(absolute, i) = p->absolute[i % p->fields] * rtol / 1e-6;
  }
  void *solver = CVodeCreate(CV_BDF, context);
  CVodeInit(solver, rate, 0, y);
  CVodeSVtolerances(solver, rtol, absolute);
  CVodeSetMaxNumSteps(solver, 1000000);
  const int band = 2 * p->fields - 1;
  SUNMatrix matrix = SUNBandMatrix(size, band, band, context);
  CVodeSetLinearSolver(solver, SUNLinSol_Band(y, matrix, context), matrix);
  CVodeSetJacFn(solver, jacobian);
  for (int k = 0; k < p->outputs; k++) {
    double t;
    if (CVode(solver, p->times[k] < 0 ? -p->times[k] : p->times[k] * tau, y, &t, CV_NORMAL) < 0) return fprintf(stderr, "CVODE failed\n"), 1;
    memcpy(out + k * size, N_VGetArrayPointer(y), sizeof(double) * size);
  }
  const double seconds = now() - began;
  FILE *file = fopen(arguments[2], "w");
  if (!file) return fprintf(stderr, "cannot write %s\n", arguments[2]), 1;
  for (int k = 0; k < p->outputs; k++)
    for (int field = 0; field < p->fields; field++)
      for (int i = 0; i < cells; i++) fprintf(file, "%.16g%c", out[k * size + i * p->fields + field], i + 1 < cells ? ' ' : '\n');
  fclose(file);
  printf("{\"seconds\": %.6g, \"version\": \"SUNDIALS %d.%d.%d\"}\n", seconds, SUNDIALS_VERSION_MAJOR, SUNDIALS_VERSION_MINOR, SUNDIALS_VERSION_PATCH);
  return 0;
}
