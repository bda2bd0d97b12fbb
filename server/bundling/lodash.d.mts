export const functions: Readonly<
  Record<'filter' | 'flatMap' | 'flatten' | 'forEach' | 'isEmpty' | 'map' | 'min' | 'reduce' | 'uniqBy', string>
>;
