/** The text of the program, in the order in which it runs. */
export interface Parts {
  readonly title: string;
  readonly heading: string;
  readonly output: string;
  readonly parameters: readonly (readonly [name: string, value: number])[];
  readonly edges: readonly number[];
  readonly cells: readonly number[];
  readonly areaExponent: 0 | 1 | 2;
  readonly unknowns: readonly { readonly name: string; readonly label: string; readonly unit: string }[];
  readonly scales: readonly number[];
  readonly initial: readonly string[];
  readonly storage: readonly string[];
  readonly transport: readonly (readonly string[])[];
  readonly drift: readonly string[];
  readonly source: readonly string[];
  readonly walls: readonly (readonly { readonly kind: 'value' | 'flux'; readonly text: string }[])[];
  /** Absent: a steady state. */
  readonly times: readonly number[] | undefined;
}

const list = (lines: readonly string[], indent: string): string => lines.map((line) => `${indent}${line},\n`).join('');

export function program(p: Parts): string {
  const names = p.unknowns.map((u) => u.name);
  const conductive = p.transport.map((row) => row.map((k, j) => (k === '0' ? '' : `-${k} * ${names[j]}.dx(0)`)).filter(Boolean));
  const fluxes = conductive.map((terms, i) => [...terms, ...(p.drift[i] === '0' ? [] : [`+ ${p.drift[i]}`])].join(' ') || '0 * x');
  const wallFluxes = p.walls.map((wall) => wall.map((c) => (c.kind === 'flux' ? c.text : '0')));
  return `#!/usr/bin/env python3
"""${p.title.replace(/["\\]/g, ' ')}

${p.heading}
Solves  d m_i/dt = -div F_i + S_i,  F_i = -sum_j K_ij grad u_j + V_i  with quadratic elements.
Run:  mpirun -n 2 python3 ${p.output.replace(/\.csv$/, '.py')}     (DOLFINx 0.5 to 0.9, NumPy, SciPy)
"""
import numpy as np
import scipy.special
import ufl
from dolfinx import fem, mesh
from dolfinx.fem.petsc import NonlinearProblem
from dolfinx.nls.petsc import NewtonSolver
from mpi4py import MPI

TOLERANCE = 1e-6  # local error of a time step relative to the size of each unknown
EDGES = [${p.edges.join(', ')}]  # of the layers [m]
CELLS = [${p.cells.join(', ')}]  # in each layer
TIMES = ${p.times ? `[${p.times.join(', ')}]  # of output [s]` : 'None  # the steady state is reached by growing time steps'}
UNKNOWNS = [${p.unknowns.map((u) => `"${u.label}"`).join(', ')}]
SCALES = [${p.scales.join(', ')}]  # every unknown is solved for in units of its size
AREA = ${p.areaExponent}  # the area grows as x**AREA

# Vertices of the layers, equally spaced in each.
comm = MPI.COMM_WORLD
domain = mesh.create_interval(comm, sum(CELLS), [0.0, float(sum(CELLS))])
vertices = domain.geometry.x
vertices[:, 0] = np.interp(vertices[:, 0], np.cumsum([0] + CELLS), EDGES)
try:
    import basix.ufl

    element = basix.ufl.mixed_element([basix.ufl.element("Lagrange", domain.basix_cell(), 2)] * len(UNKNOWNS))
    V = fem.functionspace(domain, element)
except ImportError:  # before DOLFINx 0.7
    V = fem.FunctionSpace(domain, ufl.MixedElement([ufl.FiniteElement("Lagrange", domain.ufl_cell(), 2)] * len(UNKNOWNS)))

x = ufl.SpatialCoordinate(domain)[0]
time = fem.Constant(domain, 0.0)
step = fem.Constant(domain, 1.0)
${p.parameters.map(([name, value]) => `${name} = ${value}\n`).join('')}
u, before = fem.Function(V), fem.Function(V)


def fields(function):
    return [SCALES[i] * part for i, part in enumerate(ufl.split(function))]


def storage(function):
    ${names.join(', ')}${names.length === 1 ? ',' : ''} = fields(function)
    return [
${list(p.storage, '        ')}    ]


def fluxes(function, t):
    ${names.join(', ')}${names.length === 1 ? ',' : ''} = fields(function)
    return [
${list(fluxes, '        ')}    ]


def sources(function, t):
    ${names.join(', ')}${names.length === 1 ? ',' : ''} = fields(function)
    return [
${list(p.source, '        ')}    ]


def wall_fluxes(function, t):
    """Inward through the first and the last edge; zero where a value is prescribed or the wall is sealed."""
    ${names.join(', ')}${names.length === 1 ? ',' : ''} = fields(function)
    return [
${p.walls.map((_, i) => `        [${wallFluxes[i]!.join(', ')}],\n`).join('')}    ]


def wall_values(t):
    """Prescribed values at the first and the last edge."""
    return [
${p.walls.map((wall) => `        [${wall.map((c) => (c.kind === 'value' ? c.text : 'None')).join(', ')}],\n`).join('')}    ]


def start(x, t=0.0):
    return [
${list(p.initial, '        ')}    ]


tests = ufl.TestFunctions(V)
area = x**AREA
facets = [mesh.locate_entities_boundary(domain, 0, lambda X, edge=edge: np.isclose(X[0], edge, rtol=1e-12, atol=1e-12 * EDGES[-1])) for edge in (EDGES[0], EDGES[-1])]
order = np.argsort(np.hstack(facets))
tags = mesh.meshtags(domain, 0, np.hstack(facets)[order], np.repeat([1, 2], [len(f) for f in facets])[order].astype(np.int32))
ds = ufl.Measure("ds", domain=domain, subdomain_data=tags)
form = 0
for i, v in enumerate(tests):
    unit = 1 / SCALES[i]
    form += unit * area * (storage(u)[i] - storage(before)[i]) / step * v * ufl.dx
    form -= unit * area * (fluxes(u, time)[i] * v.dx(0) + sources(u, time)[i] * v) * ufl.dx
    for side in (0, 1):
        form -= unit * area * wall_fluxes(u, time)[side][i] * v * ds(side + 1)

prescribed, conditions = [], []
for side in (0, 1):
    for i, value in enumerate(wall_values(0.0)[side]):
        if value is None:
            continue
        collapsed, _ = V.sub(i).collapse()
        function = fem.Function(collapsed)
        dofs = fem.locate_dofs_topological((V.sub(i), collapsed), 0, facets[side])
        prescribed.append((side, i, function))
        conditions.append(fem.dirichletbc(function, dofs, V.sub(i)))

solver = NewtonSolver(comm, NonlinearProblem(form, u, bcs=conditions))
solver.convergence_criterion = "incremental"
solver.rtol, solver.atol, solver.max_it = 1e-11, 1e-13, 30
solver.error_on_nonconvergence = False
solver.krylov_solver.setType("preonly")
solver.krylov_solver.getPC().setType("lu")
if comm.size > 1:
    solver.krylov_solver.getPC().setFactorSolverType("mumps")


def euler(origin, t, dt):
    """One implicit Euler step from the values \`origin\`; None when Newton's method does not converge."""
    before.x.array[:] = origin
    u.x.array[:] = origin
    step.value, time.value = dt, t + dt
    values = wall_values(t + dt)
    for side, i, function in prescribed:
        function.x.array[:] = float(values[side][i]) / SCALES[i]
    _, converged = solver.solve(u)
    u.x.scatter_forward()
    return u.x.array.copy() if converged else None


def advance(origin, t, dt):
    """Two half steps against one: the extrapolated values are of second order, the difference is the error."""
    whole = euler(origin, t, dt)
    half = euler(origin, t, dt / 2)
    halves = None if half is None else euler(half, t + dt / 2, dt / 2)
    if whole is None or halves is None:
        return None, np.inf
    return 2 * halves - whole, comm.allreduce(float(np.max(np.abs(halves - whole), initial=0.0)), op=MPI.MAX)


rows = []


def record(values, t):
    u.x.array[:] = values
    columns = []
    for i in range(len(UNKNOWNS)):
        part = u.sub(i).collapse()
        places = part.function_space.tabulate_dof_coordinates()[:, 0]
        gathered = comm.gather((places, SCALES[i] * part.x.array[: len(places)].real), root=0)
        if comm.rank == 0:
            places, numbers = (np.concatenate(parts) for parts in zip(*gathered))
            places, first = np.unique(places, return_index=True)
            columns.append(numbers[first])
    if comm.rank == 0:
        rows.append(np.column_stack([np.full_like(places, t), places, *columns]))


for i in range(len(UNKNOWNS)):
    u.sub(i).interpolate(lambda X, i=i: np.zeros_like(X[0]) + start(X[0])[i] / SCALES[i])
values, t = u.x.array.copy(), 0.0
record(values, t)
end = TIMES[-1] if TIMES else np.inf
dt = 1e-6 * (end if TIMES else (EDGES[-1] - EDGES[0]) ** 2 / 1e-9)
pending = list(TIMES or [])
while pending or not TIMES:
    target = pending[0] if pending else np.inf
    shortened = min(dt, target - t)
    new, error = advance(values, t, shortened)
    if error > TOLERANCE and TIMES or new is None:
        dt = shortened * (0.5 if new is None else max(0.2, 0.9 * (TOLERANCE / error) ** 0.5))
        if dt < 1e-14 * max(t, 1e-6):
            raise SystemExit(f"the time step vanished at t = {t} s")
        continue
    change = comm.allreduce(float(np.max(np.abs(new - values), initial=0.0)), op=MPI.MAX)
    values, t = new, t + shortened
    if TIMES:
        if t >= target * (1 - 1e-13):
            record(values, target)
            pending.pop(0)
        dt = max(dt, shortened) * min(3.0, 0.9 * (TOLERANCE / max(error, 1e-300)) ** 0.5)
    else:
        if change < 1e-11:
            record(values, np.nan)
            break
        dt *= 3
if comm.rank == 0:
    header = ",".join(["t [s]", "x [m]", ${p.unknowns.map((u) => `"${u.label} [${u.unit}]"`).join(', ')}])
    np.savetxt("${p.output}", np.vstack(rows), delimiter=",", header=header, comments="")
`;
}
