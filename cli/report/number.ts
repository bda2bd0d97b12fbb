/** Numbers as people read them. */

/** Up to `digits` significant digits, without trailing zeros: 0.000123, 1.5e-7, 303.15. */
export function formatNumber(value: number, digits = 6): string {
  if (Number.isNaN(value)) return 'not a number';
  if (!Number.isFinite(value)) return value > 0 ? 'infinite' : '-infinite';
  if (value === 0) return '0';
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  if (magnitude >= digits || magnitude < -4)
    return value
      .toExponential(digits - 1)
      .replace(/\.?0+e/, 'e')
      .replace('e+', 'e');
  const plain = value.toPrecision(digits);
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
}

/** For an error that nothing is known of, as after a run that was ended before there was a second one to compare with. */
const notEstimated = ' (error not estimated)';

/** `-0.00768117 ± 3e-9`: as many digits as the error bar leaves meaning. */
export function formatWithError(value: number, error: number | undefined): string {
  if (error === undefined || error === 0 || !Number.isFinite(value)) return formatNumber(value);
  if (!Number.isFinite(error)) return `${formatNumber(value)}${notEstimated}`;
  const digits = value === 0 ? 1 : Math.ceil(Math.log10(Math.abs(value))) - Math.floor(Math.log10(error)) + 1;
  return `${formatNumber(value, Math.min(12, Math.max(1, digits)))} ± ${formatNumber(error, 1)}`;
}

/** `23200 ± 4700`, `(6.186 ± 0.061)e-10`: a measured value with its standard error to two digits. */
export function formatMeasured(value: number, standardError: number): string {
  if (standardError === 0) return formatNumber(value);
  if (!Number.isFinite(value)) return formatNumber(value);
  if (!(standardError > 0 && standardError < Infinity)) return `${formatNumber(value)}${notEstimated}`;
  const size = Math.floor(Math.log10(Math.max(Math.abs(value), standardError)));
  const power = size >= 6 || size < -3 ? size : 0;
  const [v, e] = [value / 10 ** power, standardError / 10 ** power];
  const decimals = Math.max(0, 1 - Math.floor(Math.log10(e)));
  const rounded = decimals === 0 ? Number(e.toPrecision(2)).toFixed(0) : e.toFixed(decimals);
  const text = `${v.toFixed(decimals)} ± ${rounded}`;
  return power === 0 ? text : `(${text})e${power}`;
}

/** The unit after a number, before a remark on its error: nothing for pure numbers. */
export function withUnit(text: string, unit: string): string {
  if (unit === '1' || unit === '') return text;
  return text.endsWith(notEstimated) ? `${text.slice(0, -notEstimated.length)} ${unit}${notEstimated}` : `${text} ${unit}`;
}

/** 90 s → `1.5 min`, 0.012 s → `12 ms`. */
export function formatDuration(seconds: number): string {
  const scales = [
    [86400, 'd'],
    [3600, 'h'],
    [60, 'min'],
    [1, 's'],
    [1e-3, 'ms'],
    [1e-6, 'µs'],
  ] as const;
  if (seconds === 0) return '0 s';
  const [factor, unit] = scales.find(([f]) => Math.abs(seconds) >= f) ?? scales[5];
  return `${formatNumber(seconds / factor, 4)} ${unit}`;
}
