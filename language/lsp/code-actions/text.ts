/** The line end that a text uses. */
export const fileEnd = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
