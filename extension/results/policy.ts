/**
 * What the page of the results view may do: run this one script, use the bundle's style sheet and fonts, show images made in the page, and
 * start a worker from a blob, which inherits the policy and may compile WebAssembly (the solver's kernels are bytes within the script).
 * No network, no evaluated text, no inline style.
 */
export const contentPolicy = (source: string, nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'wasm-unsafe-eval'`,
    `style-src ${source}`,
    `font-src ${source}`,
    `img-src ${source} data: blob:`,
    'worker-src blob:',
  ].join('; ');
