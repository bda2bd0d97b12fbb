/** Tasks that run the command line on a model: `soret: check`, `soret: test`, `soret: run`. */
import * as vscode from 'vscode';
import { languageId } from './client-options.js';

const taskType = 'soret';
/** Subcommands worth a task. */
const subcommands = ['check', 'test', 'run'] as const;

interface Definition extends vscode.TaskDefinition {
  readonly command: (typeof subcommands)[number];
  /** Path, may hold variables such as `${file}`. */
  readonly file: string;
}

export function registerTasks(context: vscode.ExtensionContext): vscode.Disposable {
  const program = vscode.Uri.joinPath(context.extensionUri, 'dist', 'soret.cjs').fsPath;
  return vscode.tasks.registerTaskProvider(taskType, {
    provideTasks() {
      // A task of the open file; it need not be a model when the list is shown from elsewhere.
      if (vscode.window.activeTextEditor?.document.languageId !== languageId) return [];
      return subcommands.map((command) => createTask(program, { type: taskType, command, file: '${file}' }));
    },
    resolveTask(task) {
      const definition = task.definition as Definition;
      return subcommands.includes(definition.command) ? createTask(program, definition, task.scope) : undefined;
    },
  });
}

function createTask(program: string, definition: Definition, scope?: vscode.WorkspaceFolder | vscode.TaskScope): vscode.Task {
  // The editor's own Node runs it, so that nothing has to be installed.
  const execution = new vscode.ProcessExecution(process.execPath, [program, definition.command, definition.file], {
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
  const task = new vscode.Task(
    definition,
    scope ?? vscode.TaskScope.Workspace,
    `${definition.command} ${definition.file}`,
    taskType,
    execution,
    '$soret',
  );
  task.group = definition.command === 'test' ? vscode.TaskGroup.Test : vscode.TaskGroup.Build;
  return task;
}
