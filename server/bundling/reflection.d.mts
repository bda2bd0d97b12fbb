export function withPackedReflection(text: string, options: { readonly keepsProperties: boolean }): string;
