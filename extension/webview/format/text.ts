/** Words with italic quantities and subscripts, kept as data until they are shown. */
import { h } from '../dom/element.js';

export type Part = string | { readonly quantity: string } | { readonly sub: string };
export type Text = readonly Part[];

export const quantity = (symbol: string): Part => ({ quantity: symbol });
export const sub = (index: string): Part => ({ sub: index });

/** Without italics: for labels of assistive technology, exports and canvases. */
export const plain = (text: Text): string =>
  text.map((part) => (typeof part === 'string' ? part : 'quantity' in part ? part.quantity : ` ${part.sub}`)).join('');

export const nodes = (text: Text): Node[] =>
  text.map((part) =>
    typeof part === 'string'
      ? document.createTextNode(part)
      : 'quantity' in part
        ? h('i', { class: 'q' }, part.quantity)
        : h('sub', {}, part.sub),
  );
