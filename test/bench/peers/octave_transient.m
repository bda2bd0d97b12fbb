% B1, B2 or B3 with Octave's ode15s (SUNDIALS IDA with KLU) on second-order finite volumes.
%
% usage: octave-cli octave_transient.m b1|b2|b3 OUTFILE [cells] [rtol]
%
% Writes the cell values, one output time after the other, one line per field, and prints {"seconds": ...} for the call of the solver alone.
1;

% Face fluxes, cells + 1 rows, one column per field. u: cells x fields.
function flux = fluxes_b1(u, h)
  flux = zeros(rows(u) + 1, 1);
  flux(2:end-1) = -1e-10 * (diff(u) / h + 0.1 * 20 / 1e-3 * (u(1:end-1) + u(2:end)) / 2);
end

function [D, S, conductivity] = coefficients_b2(T)
  D = 8e-10 * exp(-18e3 / 8.31446261815324 * (1 ./ T - 1 / 303.15));
  S = 0.02 * (1 - exp((293.15 - T) / 20));
  conductivity = 0.2 * (1 - 1.5e-3 * (T - 303.15));
end
function flux = fluxes_b2(u, h)
  mean_of = (u(1:end-1, :) + u(2:end, :)) / 2;
  slope = diff(u) / h;
  [T, w] = deal(mean_of(:, 1), mean_of(:, 2));
  [D, S, conductivity] = coefficients_b2(T);
  dufour = 850 * 8.31446261815324 / 0.03;
  flux = zeros(rows(u) + 1, 2);
  flux(2:end-1, 2) = -D .* (slope(:, 2) + S .* w .* (1 - w) .* slope(:, 1));
  flux(2:end-1, 1) = (-conductivity .* slope(:, 1) - dufour * T .^ 2 .* D .* S .* slope(:, 2)) / (850 * 2900);
  % At a sealed wall w_x = -S w(1-w) T_x enters the Dufour term.
  T = [283.15; 323.15];
  [D, S, conductivity] = coefficients_b2(T);
  w = u([1 end], 2);
  slope = [u(1, 1) - T(1); T(2) - u(end, 1)] * 2 / h;
  flux([1 end], 1) = -slope .* (conductivity - dufour * T .^ 2 .* D .* S .^ 2 .* w .* (1 - w)) / (850 * 2900);
end

function flux = fluxes_b3(u, h)
  d = [1.2 0.9 2.0 0.6] * 1e-9;
  d5 = 1.5e-9;
  s = [5e-3 -3e-3 8e-3 1.2e-2];
  mean_of = (u(1:end-1, :) + u(2:end, :)) / 2;
  slope = diff(u) / h;
  [T, w] = deal(mean_of(:, 1), mean_of(:, 2:end));
  rate = exp(-15e3 / 8.31446261815324 * (1 ./ T - 1 / 303.15));
  drift = w * (d .* s)';
  flux = zeros(rows(u) + 1, 5);
  flux(2:end-1, 2:end) = -rate .* (d .* slope(:, 2:end) - w .* (slope(:, 2:end) * (d - d5)') + (d .* s - drift) .* w .* slope(:, 1));
  flux(:, 1) = -9.375e-8 * [(u(1, 1) - 288.15) * 2 / h; slope(:, 1); (318.15 - u(end, 1)) * 2 / h];
end

function dydt = rate_of(y, problem, h)
  u = reshape(y, problem.fields, [])';
  dydt = reshape((-diff(problem.fluxes(u, h)) / h)', [], 1);
end

% A cell depends on its two neighbours, so that three groups of columns for each field are enough.
function J = jacobian_of(y, problem, h)
  n = numel(y);
  k = problem.fields;
  group = mod((1:n)' - 1, 3 * k) + 1;
  step = sqrt(eps) * max(abs(y), 1e-3);
  base = rate_of(y, problem, h);
  difference = zeros(n, 3 * k);
  for g = 1:3 * k
    moved = y;
    moved(group == g) += step(group == g);
    difference(:, g) = rate_of(moved, problem, h) - base;
  end
  r = problem.row;
  c = problem.column;
  J = sparse(r, c, difference(sub2ind(size(difference), r, group(c))) ./ step(c), n, n);
end

given = argv();
cells = 1000;
rtol = 1e-6;
if numel(given) > 2, cells = str2double(given{3}); end
if numel(given) > 3, rtol = str2double(given{4}); end
switch given{1}
  case 'b1'
    tau = 1e-3 ^ 2 / (pi ^ 2 * 1e-10);
    problem = struct('fields', 1, 'len', 1e-3, 'start', 0.01, 'absolute', 1e-9, 'times', [0.1 0.2 0.5 1 2 5] * tau, 'fluxes', @fluxes_b1);
  case 'b2'
    tau = 1e-3 ^ 2 / (pi ^ 2 * 8e-10);
    problem = struct('fields', 2, 'len', 1e-3, 'start', [283.15; 0.3], 'absolute', [1e-6; 1e-8], 'times', [1 10 0.2*tau tau 5*tau], ...
                     'fluxes', @fluxes_b2);
  case 'b3'
    tau = 2e-3 ^ 2 / (pi ^ 2 * 1e-9);
    problem = struct('fields', 5, 'len', 2e-3, 'start', [288.15; 0.2; 0.15; 0.1; 0.05], 'absolute', [1e-6; 1e-8 * ones(4, 1)], ...
                     'times', [0.1 0.5 1 5] * tau, 'fluxes', @fluxes_b3);
end
h = problem.len / cells;
[problem.row, problem.column] = find(kron(spdiags(ones(cells, 3), -1:1, cells, cells), ones(problem.fields)));
options = odeset('RelTol', rtol, 'AbsTol', repmat(problem.absolute, cells, 1) * rtol / 1e-6, 'Jacobian', @(t, y) jacobian_of(y, problem, h));
began = time();
[~, y] = ode15s(@(t, y) rate_of(y, problem, h), [0 problem.times], repmat(problem.start, cells, 1), options);
seconds = time() - began;
out = fopen(given{2}, 'w');
for k = 2:rows(y)
  fprintf(out, [repmat('%.15g ', 1, cells) "\n"], reshape(y(k, :), problem.fields, cells)');
end
fclose(out);
printf('{"seconds": %.9g, "version": "Octave %s"}\n', seconds, version());
