/** Drawings that stand in the page as SVG, taken along with their style written into them. */
const properties = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'fill-opacity',
  'stroke-opacity',
  'font-size',
  'font-family',
  'font-weight',
] as const;

/** Null when the figure has no such drawing. */
export function standAlone(figure: string): string | null {
  const drawing = document.querySelector<SVGSVGElement>(`[data-figure="${CSS.escape(figure)}"] svg.drawing`);
  if (!drawing) return null;
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  originals.forEach((element, i) => {
    const style = getComputedStyle(element);
    for (const name of properties) copies[i]?.setAttribute(name, style.getPropertyValue(name));
    copies[i]?.removeAttribute('class');
  });
  return new XMLSerializer().serializeToString(copy);
}
