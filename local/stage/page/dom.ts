type Attributes = Record<string, string | number | boolean | ((event: Event) => void)>;

/** One element with its attributes, listeners (`onclick`) and children. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children);
  return element;
}

/** A drawing from this file set's own constants; never from anything that came over the wire. */
export function drawing(svg: string): Element {
  const holder = document.createElement('template');
  holder.innerHTML = svg;
  return holder.content.firstElementChild!;
}

/** The motif: a field of four cells of which some are filled. */
export function cells(filled: number): Element {
  const at = [
    [2, 13],
    [13, 13],
    [2, 2],
    [13, 2],
  ];
  const squares = at.map(
    ([x, y], index) =>
      `<rect x="${x}" y="${y}" width="9" height="9" rx="2" class="${index < filled ? 'full' : 'empty'}"/>`,
  );
  return drawing(`<svg class="cells" viewBox="0 0 24 24" aria-hidden="true">${squares.join('')}</svg>`);
}
