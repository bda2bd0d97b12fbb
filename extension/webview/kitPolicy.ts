/**
 * The component library finds out about `:focus-visible` by putting an empty style element into the page, which the page's policy refuses
 * and reports. It is given a style sheet that needs no element instead, so that the question is answered and nothing is refused.
 * Must be imported before the library.
 */
const { head } = document;
const { appendChild, removeChild } = head;
const answered = new WeakSet<Node>();

head.appendChild = function <T extends Node>(node: T): T {
  if (!(node instanceof HTMLStyleElement) || node.textContent !== '') return appendChild.call(head, node) as T;
  Object.defineProperty(node, 'sheet', { value: new CSSStyleSheet() });
  answered.add(node);
  return node;
};
head.removeChild = function <T extends Node>(node: T): T {
  return answered.has(node) ? node : (removeChild.call(head, node) as T);
};

/** The page's head behaves as usual again. */
export function libraryIsLoaded(): void {
  head.appendChild = appendChild;
  head.removeChild = removeChild;
}
