/** What the extension host and the results view say to each other: two unions, validated on both sides. No message from the view carries a path. */
import type { Problem, SourceRange } from '../../solver/problem.js';
import type { LastRun, ParameterValue, ProblemSummary, WrittenFit } from '../../server/protocol.js';

export type RunMode = 'onType' | 'onSave' | 'manual';

export type HostMessage =
  /** The model to run (or to keep, when only its diagnostics changed). `run` is false in manual mode until asked. */
  | {
      readonly type: 'model';
      readonly fileName: string;
      readonly uri: string;
      readonly problem: Problem;
      readonly run: boolean;
      readonly warnings: readonly ProblemSummary[];
      /** Text of the document, so that each plot can show its statement. */
      readonly source?: string;
    }
  /** The file has errors: keep the last curves, stale, and show why. */
  | {
      readonly type: 'broken';
      readonly fileName: string;
      readonly uri: string;
      readonly errors: readonly ProblemSummary[];
      /** Text of the document, so that the faulty line can be shown. */
      readonly source?: string;
    }
  /** No model is open. */
  | { readonly type: 'empty' }
  | { readonly type: 'settings'; readonly mode: RunMode; readonly pause: number }
  /** `study` names the one to run; all when absent. */
  | { readonly type: 'command'; readonly command: 'run' | 'cancel' | 'pin' | 'export'; readonly study?: string }
  /** Cursor on a statement: highlight what it influences. */
  | { readonly type: 'cursor'; readonly range: SourceRange }
  | { readonly type: 'notice'; readonly severity: 'info' | 'error'; readonly message: string };

export type ExportFormat = 'csv' | 'json' | 'svg' | 'png' | 'vtk' | 'python' | 'bibtex';

export type ViewMessage =
  | { readonly type: 'ready' }
  | {
      readonly type: 'status';
      readonly state: 'empty' | 'idle' | 'running' | 'done' | 'stale' | 'failed' | 'cancelled';
      readonly text: string;
      readonly fraction?: number;
    }
  /** Results for lenses, tests and the status bar. */
  | ({ readonly type: 'result' } & LastRun)
  /** Show this statement in the source. */
  | { readonly type: 'reveal'; readonly range: SourceRange }
  /** Write slider or fit values into the file. */
  | {
      readonly type: 'apply';
      readonly values: readonly ParameterValue[];
      /** Where they come from, when they are fitted. */
      readonly fit?: WrittenFit;
    }
  /** Apply the first quick fix of the first error. */
  | { readonly type: 'fix'; readonly range: SourceRange; readonly code: string }
  /** The save dialog chooses the path. */
  | { readonly type: 'save'; readonly format: ExportFormat; readonly suggestedName: string; readonly content: string | Uint8Array }
  | { readonly type: 'openExample' }
  /** Add a transient study to a model that has none. */
  | { readonly type: 'addStudy' }
  | { readonly type: 'setMode'; readonly mode: RunMode }
  /** Small state that survives a reload of the window. */
  | { readonly type: 'problem'; readonly message: string };
