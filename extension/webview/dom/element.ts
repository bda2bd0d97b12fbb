/** Builders of HTML and SVG elements. Text becomes text nodes, styles go through the object model: the page's policy allows nothing else. */
export type Child = Node | string | null | undefined | false;
type Handler = (event: never) => void;
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined | Handler>>;

function assign(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name, value as EventListener);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}
function append(element: Element, children: readonly Child[]): void {
  for (const child of children) if (child !== null && child !== undefined && child !== false) element.append(child);
}

/** An HTML element. Functions among the attributes are listeners: `{ click: () => … }`. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes?: Attributes,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K];
export function h(tag: string, attributes?: Attributes, ...children: readonly Child[]): HTMLElement;
export function h(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElement {
  const element = document.createElement(tag);
  assign(element, attributes);
  append(element, children);
  return element;
}

const svgNamespace = 'http://www.w3.org/2000/svg';
/** An SVG element. */
export function s<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(svgNamespace, tag);
  assign(element, attributes);
  append(element, children);
  return element;
}

/** A text with elements in the places `{0}`, `{1}` …: each language has its own order. */
export const around = (text: string, ...children: readonly Child[]): readonly Child[] =>
  text.split(/\{(\d)\}/).map((part, i) => (i % 2 === 0 ? part : children[Number(part)]));

/** The words of an element; the same ones again cost no layout. */
export function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** What `replaceWhenChanged` was told last. Not an attribute: a change of those makes the browser match its styles again. */
const keys = new WeakMap<HTMLElement, string>();

/** Replaces the children only when `key` differs from the last call, so that focus and selection survive repeated updates. */
export function replaceWhenChanged(element: HTMLElement, key: string, children: () => readonly Child[]): void {
  if (keys.get(element) === key) return;
  keys.set(element, key);
  element.replaceChildren();
  append(element, children());
}
