export function unpacked(packed: string): string;
