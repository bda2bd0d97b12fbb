/** What the shell learns from a command. */
export const exit = {
  ok: 0,
  /** The model has errors, or an expectation failed. */
  modelWrong: 1,
  usage: 2,
  runFailed: 3,
  cancelled: 130,
} as const;
export type ExitCode = (typeof exit)[keyof typeof exit];
