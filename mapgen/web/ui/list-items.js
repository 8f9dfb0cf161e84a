/**
 * Puts items into a list in their order; those that stay are not touched and keep the focus.
 *
 * @param {HTMLElement} list
 * @param {HTMLElement[]} items
 */
export function putItems(list, items) {
  const staying = new Set(items);
  for (const child of /** @type {HTMLElement[]} */ ([...list.children])) {
    if (!staying.has(child)) child.remove();
  }
  let next = list.firstElementChild;
  for (const item of items) {
    if (item === next) next = next.nextElementSibling;
    else list.insertBefore(item, next);
  }
}
