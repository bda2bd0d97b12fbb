/** What stands in the place of a class body, a function body or a value, by name. */
type Replacements = Readonly<Record<string, string>>;

/** By file of a library. */
export const unused: Readonly<Record<string, Replacements>>;
export function without(text: string, replacements: Replacements): string;
