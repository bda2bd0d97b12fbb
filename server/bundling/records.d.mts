export function withoutPages(text: string): string;
