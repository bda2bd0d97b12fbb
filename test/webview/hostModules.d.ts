/** The browser that the host's harness found. */
declare module '*/host/browser.mjs' {
  export function browser(): { executablePath: string; args: string[]; env?: Record<string, string | undefined> };
}
