/** What happens when the connection to the language server fails. */
import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandler, type ErrorHandlerResult } from 'vscode-languageclient';
import * as vscode from 'vscode';

/** Restarts after crashes within `span` before the client gives up and says so. */
const restarts = 10;
const span = 3 * 60 * 1000;

/**
 * A server that dies is replaced. Messages on their way to it may fail before its end is noticed; the client's own handler takes such an
 * error for the wish to stop, and then nothing is restarted.
 */
export class ReplaceDeadServer implements ErrorHandler {
  #ends: readonly number[] = [];

  error(): ErrorHandlerResult {
    return { action: ErrorAction.Continue };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.#ends = [...this.#ends.filter((end) => now - end <= span), now];
    if (this.#ends.length <= restarts) return { action: CloseAction.Restart };
    return {
      action: CloseAction.DoNotRestart,
      message: vscode.l10n.t(
        'The Soret language server ended {0} times in three minutes and is not started again. The command "Soret: Restart Language Server" starts it.',
        this.#ends.length,
      ),
    };
  }
}
