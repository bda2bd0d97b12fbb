/** Diagnostics without a rule of their own: the lexer, the parser, the linker, the checker and the physics find them on their way. */
import type { DiagnosticRecord } from './diagnostic.js';
import { dataRecords } from './rules/data/records.js';
import { nameRecords } from './rules/name/records.js';
import { unknownName } from './rules/name/unknown.js';
import { physicsRecords } from './rules/physics/records.js';
import { limitRecords } from './rules/limit/records.js';
import { syntaxError } from './rules/syntax/error.js';
import { temperatureRecords } from './rules/temperature/records.js';
import { unitRecords } from './rules/unit/records.js';

export const reported: readonly DiagnosticRecord[] = [
  syntaxError,
  unknownName,
  ...nameRecords,
  ...unitRecords,
  ...temperatureRecords,
  ...physicsRecords,
  ...dataRecords,
  ...limitRecords,
];
