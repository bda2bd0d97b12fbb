export * from './diagnostic.js';
export { diagnosticsJson } from './json.js';
export { sarif } from './sarif.js';
export { diagnosticsSummary, diagnosticsText } from './text.js';
