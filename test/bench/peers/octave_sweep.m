% B6, a thousand steady states, with Octave: Newton's method on 200 finite volumes, each case beginning with the one before.
%
% usage: octave-cli octave_sweep.m OUTFILE
%
% Writes w at the cold and the hot wall and the heat flux of each case, and prints {"seconds": ...}.
1;

function [D, S, conductivity] = coefficients(T, S_inf)
  D = 8e-10 * exp(-18e3 / 8.31446261815324 * (1 ./ T - 1 / 303.15));
  S = S_inf * (1 - exp((293.15 - T) / 20));
  conductivity = 0.2 * (1 - 1.5e-3 * (T - 303.15));
end

% Residual of 2 N values T, w, T, w, ... : the balances of heat and mass of each cell; the last mass balance says how much there is.
function [r, heat] = residual(y, S_inf, dT)
  n = numel(y) / 2;
  h = 1e-3 / n;
  T = y(1:2:end);
  w = y(2:2:end);
  wall = 303.15 + [-1; 1] * dT / 2;
  [Tf, wf] = deal((T(1:end-1) + T(2:end)) / 2, (w(1:end-1) + w(2:end)) / 2);
  [D, S, conductivity] = coefficients(Tf, S_inf);
  dufour = 850 * 8.31446261815324 / 0.03;
  mass = [0; -D .* (diff(w) / h + S .* wf .* (1 - wf) .* diff(T) / h); 0];
  inner = -conductivity .* diff(T) / h - dufour * Tf .^ 2 .* D .* S .* diff(w) / h;
  [D, S, conductivity] = coefficients(wall, S_inf);
  ww = w([1 end]);
  outer = -[T(1) - wall(1); wall(2) - T(end)] * 2 / h .* (conductivity - dufour * wall .^ 2 .* D .* S .^ 2 .* ww .* (1 - ww));
  heat = outer(1);
  r = zeros(2 * n, 1);
  r(1:2:end) = diff([outer(1); inner; outer(2)]);
  r(2:2:end) = diff(mass) * 1e12;
  r(2 * n) = (mean(w) - 0.3) * 1e3;
end

given = argv();
n = 200;
group = mod((1:2 * n)' - 1, 6) + 1;
pattern = kron(spdiags(ones(n, 3), -1:1, n, n), ones(2));
pattern(2 * n, :) = 0;
[row, column] = find(pattern);
total = sparse(2 * n * ones(n, 1), (2:2:2 * n)', 1e3 / n, 2 * n, 2 * n);
x = ((1:n)' - 0.5) / n;
found = zeros(1000, 3);
began = time();
case_number = 0;
for i = 0:39
  for j = 0:24
    S_inf = 0.002 + 0.038 * i / 39;
    dT = 2 + 2 * j;
    if j == 0, y = reshape([303.15 + dT * (x - 0.5), 0.3 + 0 * x]', [], 1); end
    for iteration = 1:30
      r = residual(y, S_inf, dT);
      step = sqrt(eps) * max(abs(y), 1e-3);
      difference = zeros(2 * n, 6);
      for g = 1:6
        moved = y;
        moved(group == g) += step(group == g);
        difference(:, g) = residual(moved, S_inf, dT) - r;
      end
      J = sparse(row, column, difference(sub2ind(size(difference), row, group(column))) ./ step(column), 2 * n, 2 * n) + total;
      change = J \ r;
      y -= change;
      if max(abs(change(1:2:end))) < 1e-7 && max(abs(change(2:2:end))) < 1e-10, break; end
    end
    if iteration == 30, error('no steady state for S_inf = %g, dT = %g', S_inf, dT); end
    w = y(2:2:end);
    % At a wall, to third order from the three cells beside it.
    [~, heat] = residual(y, S_inf, dT);
    found(++case_number, :) = [(15 * w(1) - 10 * w(2) + 3 * w(3)) / 8, (15 * w(n) - 10 * w(n - 1) + 3 * w(n - 2)) / 8, -heat];
  end
end
seconds = time() - began;
out = fopen(given{1}, 'w');
fprintf(out, "%.15g %.15g %.15g\n", found');
fclose(out);
printf('{"seconds": %.9g, "version": "Octave %s"}\n', seconds, version());
