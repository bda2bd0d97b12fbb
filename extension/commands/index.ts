/** Every command of the extension. */
import { cancel } from './cancel.js';
import { chooseRunMode } from './chooseRunMode.js';
import type { Command } from './command.js';
import { explainCode } from './explainCode.js';
import { exportResults } from './exportResults.js';
import { newModel } from './newModel.js';
import { openGallery } from './openGallery.js';
import { openWalkthrough } from './openWalkthrough.js';
import { pin } from './pin.js';
import { restartServer } from './restartServer.js';
import { run } from './run.js';
import { runExpectations } from './runExpectations.js';
import { showOutput } from './showOutput.js';
import { showResults } from './showResults.js';
import { writeFit } from './writeFit.js';

export const commands: readonly Command[] = [
  showResults,
  run,
  cancel,
  pin,
  exportResults,
  runExpectations,
  chooseRunMode,
  openGallery,
  newModel,
  explainCode,
  openWalkthrough,
  restartServer,
  showOutput,
  writeFit,
];
