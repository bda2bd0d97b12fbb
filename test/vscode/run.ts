/** What both entries of the suite agree on. */

/** Marks the lines of the reporter among everything that VS Code logs; the driver of the window looks for it. */
export const mark = '@@';
/** Of one test [ms]: a cold window on a busy machine takes seconds for its first answer. */
export const timeout = 30_000;
