/** The cards of the shown events: made once each, and only those near what the reader looks at. */

import { grouping } from "mapgen/core/groups.js";
import { before, shownIndices } from "mapgen/core/walk.js";
import { element } from "mapgen/ui/element.js";
import { eventCard } from "mapgen/ui/event-card.js";
import { highlight } from "mapgen/ui/highlight.js";
import { putItems } from "mapgen/ui/list-items.js";
import { storyHeading } from "mapgen/ui/story-heading.js";

/** @typedef {import("mapgen/ui/page.js").Page} Page */
/** @typedef {import("mapgen/payload.js").HistoricalEvent} HistoricalEvent */

const BLOCK = 40; // cards that are there at first
const STEP = 25; // cards that are added at once
const OTHERS = 16; // cards that are made at once where none of those before stays
const MOST = 160; // cards that stay when others come
const ABOVE = 10; // cards over one that was far away
const AHEAD_OF_SCROLL = "800px 0px";
const AHEAD_OF_FOCUS = 12; // cards
const KEPT = 400; // cards that stay in memory
const LOOK_BACK = 2000; // events among which a group counts as begun before
const MARGIN = 12; // pixels above the selected card

/**
 * @param {Page} page
 * @param {HTMLElement} scroller  the one scrolled; the page itself never is
 * @returns {{element: HTMLElement, update: () => void}}
 */
export function storyCards(page, scroller) {
  const cards = new Cards(page, scroller);
  const { above, list, below } = cards;
  return { element: element("div", {}, above, list, below), update: () => cards.update() };
}

/** The cards from `begin` to before `end` of the shown events stand in the list. */
class Cards {
  list = element("ol", { class: "story-cards", role: "list" });
  above = element("div", { class: "story-edge" });
  below = element("div", { class: "story-edge" });
  begin = 0;
  end = BLOCK;
  selected = -1;
  query = "";
  drawn = "";
  /** @type {number[]} indices of the events that are to be drawn */
  wanted = [];
  /** @type {Map<number, HTMLElement>} */
  items = new Map();

  /** @param {Page} page @param {HTMLElement} scroller */
  constructor(page, scroller) {
    const { periods, first, last } = page.collection;
    this.page = page;
    this.scroller = scroller;
    this.groupOf = grouping(periods, first, last);
    this.mask = page.store.shown();
    this.shown = shownIndices(this.mask);
    this.watcher = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) this.grow(target);
    }, { root: scroller, rootMargin: AHEAD_OF_SCROLL });
    this.list.addEventListener("focusin", (event) => this.reach(event));
    this.draw();
  }

  update() {
    const { store } = this.page;
    const { query, event } = store.get();
    const changed = this.mask !== store.shown() || query !== this.query;
    if (changed) {
      this.query = query;
      this.follow(store.shown());
      this.draw();
    }
    if (changed || event !== this.selected) this.select(event);
  }

  /** @param {Uint8Array} mask  keeps the first card where it is when others go or come */
  follow(mask) {
    const anchor = this.shown[this.begin];
    const stay = mask.length <= MOST || this.wanted.some((index) => mask[index] === 1);
    const length = stay ? Math.min(this.end - this.begin, MOST) : OTHERS;
    this.mask = mask;
    this.shown = shownIndices(mask);
    if (this.begin > 0) {
      const room = this.shown.length - BLOCK;
      this.begin = Math.max(0, Math.min(before(this.shown, anchor), room));
    }
    this.end = this.begin + length;
  }

  draw() {
    const wanted = [...this.shown.subarray(this.begin, this.end)];
    this.wanted = wanted;
    this.page.collection.texts.when(wanted, () => wanted === this.wanted && this.put(wanted));
  }

  /** @param {number[]} wanted  events whose texts are there */
  put(wanted) {
    const { begin, shown } = this;
    const drawn = `${wanted} ${this.query} ${begin} ${shown.length}`;
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const held = this.list.contains(document.activeElement);
    putItems(this.list, wanted.map((index) => this.item(index)));
    if (held && !this.list.contains(document.activeElement)) {
      this.scroller.focus({ preventScroll: true });
    }
    for (const index of wanted) mark(this.item(index), this.query);
    this.head(wanted);
    wanted.forEach((index, i) => number(this.item(index), begin + i, wanted, shown));
    this.forget(wanted);
    for (const edge of [this.above, this.below]) {
      this.watcher.unobserve(edge);
      this.watcher.observe(edge);
    }
  }

  /** @param {number[]} wanted  drops the cards that have not been looked at for longest */
  forget(wanted) {
    const spare = new Set(wanted);
    for (const index of this.items.keys()) {
      if (this.items.size <= KEPT) return;
      if (!spare.has(index)) this.items.delete(index);
    }
  }

  /** @param {number} index @returns {HTMLElement} made once */
  item(index) {
    const made = this.items.get(index) ?? itemFor(this.page, this.event(index));
    this.items.set(index, made);
    return made;
  }

  /** @param {number} index  of one that is there @returns {HistoricalEvent} */
  event(index) {
    return /** @type {HistoricalEvent} */ (this.page.collection.event(index));
  }

  /** @param {number[]} wanted  puts a heading over each first card of a group */
  head(wanted) {
    const { shown, begin } = this;
    const passed = [...shown.subarray(Math.max(0, begin - LOOK_BACK), begin)]
      .map((index) => this.groupOf(this.event(index)).key);
    const seen = new Set(passed);
    let last = passed.at(-1);
    for (const index of wanted) {
      const group = this.groupOf(this.event(index));
      const { key } = group;
      const heads = key === last ? null : group;
      storyHeading(this.item(index), heads, seen.has(key), this.page.words);
      seen.add(key);
      last = key;
    }
  }

  /** @param {number} event  the index of one, -1 for none */
  select(event) {
    this.light(false);
    this.selected = event;
    const at = before(this.shown, event);
    if (this.shown[at] !== event) return;
    const far = at < this.begin || at >= this.end;
    if (far) {
      this.begin = Math.max(0, at - ABOVE);
      this.end = this.begin + BLOCK;
      this.draw();
    }
    this.page.collection.texts.when(this.wanted, () => {
      if (this.selected !== event) return;
      this.light(true);
      reveal(this.scroller, this.item(event), far);
    });
  }

  /** @param {boolean} on  whether the card of the selected event is lit */
  light(on) {
    const card = this.items.get(this.selected)?.querySelector("article");
    if (on) card?.setAttribute("aria-current", "true");
    else card?.removeAttribute("aria-current");
  }

  /** @param {FocusEvent} event  that tells of keys, which may be faster than the watcher */
  reach({ target, relatedTarget }) {
    if (!this.list.contains(/** @type {Node | null} */ (relatedTarget))) return;
    const cards = [...this.list.children];
    const at = cards.findIndex((card) => card.contains(/** @type {Node} */ (target)));
    if (at >= cards.length - AHEAD_OF_FOCUS) this.grow(this.below);
    else if (at < AHEAD_OF_FOCUS) this.grow(this.above);
  }

  /** @param {Element} edge  that the reader comes near */
  grow(edge) {
    if (edge === this.below && this.end < this.shown.length) this.end += STEP;
    else if (edge === this.above && this.begin > 0) this.begin = Math.max(0, this.begin - STEP);
    else return;
    this.draw();
  }
}

/** @param {Page} page @param {HistoricalEvent} event */
function itemFor({ words, store }, event) {
  const open = () => store.set({ event: event.index, place: -1 });
  const card = eventCard(event, words, { label: `story-card-${event.index}`, open, where: true });
  return element("li", {}, card);
}

/**
 * Says which of the story an item is, to those who hear it, where the list holds only a part.
 *
 * @param {HTMLElement} item
 * @param {number} before  how many shown events come before it
 * @param {number[]} wanted
 * @param {ArrayLike<number>} shown
 */
function number(item, before, wanted, shown) {
  item.ariaPosInSet = wanted.length < shown.length ? String(before + 1) : null;
  item.ariaSetSize = wanted.length < shown.length ? String(shown.length) : null;
}

/** @param {HTMLElement} item @param {string} query */
function mark(item, query) {
  if ((item.dataset.query ?? "") === query) return;
  item.dataset.query = query;
  for (const text of item.querySelectorAll(".event-card-title, .event-card-text")) {
    highlight(text, query);
  }
}

/**
 * @param {HTMLElement} scroller
 * @param {HTMLElement} item
 * @param {boolean} far  whether to jump there
 */
function reveal(scroller, item, far) {
  const frame = scroller.getBoundingClientRect();
  const tall = item.offsetHeight > frame.height; // then its heading gives way
  const box = (tall && item.querySelector("article") || item).getBoundingClientRect();
  if (!far && box.top >= frame.top && box.bottom <= frame.bottom) return;
  const still = far || matchMedia("(prefers-reduced-motion: reduce)").matches;
  const top = scroller.scrollTop + box.top - frame.top - MARGIN;
  scroller.scrollTo({ top, behavior: still ? "instant" : "smooth" });
}
