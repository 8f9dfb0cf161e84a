/**
 * Keeps the address of the page in step with what the reader sees, so that a copied address shows
 * the same to somebody else, and back and forward lead through what was selected.
 */

import { candidates, embedOf, readAddress, writeAddress } from "mapgen/core/address.js";
import { appendAll, element } from "mapgen/ui/element.js";
import { linkToWhole, showInPopup, showPart } from "mapgen/ui/embedded.js";

const PAUSE = 250; // milliseconds without a change before a dragged window or map is written

/**
 * @param {import("mapgen/ui/page.js").Page} page
 * @param {{get: () => string, set: (text: string) => void, onMove: (act: () => void) => void}} view
 */
export function keepAddress({ collection, words, store }, view) {
  const notice = element("div", { class: "address-notice", role: "status" });
  const whole = linkToWhole(words);
  document.querySelector(".page-map")?.append(whole, notice);
  let turned = false; // whether a new page of the reader's history begins
  let reading = false;
  let timer = 0;

  function read() {
    const { hash } = location;
    collection.texts.when(candidates(hash, collection), () => hash === location.hash && show());
  }

  function show() {
    const { state, view: place, embed, lost } = readAddress(location.hash, collection);
    reading = true;
    showPart(location.hash);
    store.set({ ...state, place: -1 });
    view.set(place);
    const told = embed ? collection.event(state.event)?.place?.index ?? -1 : -1; // no story does
    store.set({ place: state.place < 0 ? told : state.place }); // last: its popup finds its way
    if (embed) collection.texts.when([state.event], () => showInPopup(state.event));
    reading = false;
    whole.href = addressOfWhole();
    notice.replaceChildren();
    if (lost) appendAll(notice, say(words, () => notice.replaceChildren()));
  }

  function write() {
    clearTimeout(timer);
    const url = withHash(current());
    if (url !== location.href) visit(url, turned);
    turned = false;
    whole.href = addressOfWhole();
  }

  /** @returns {string} what is seen, without "#" */
  function current() {
    return writeAddress(store.get(), view.get(), collection, embedOf(location.hash));
  }

  function addressOfWhole() {
    return withHash(writeAddress(store.get(), view.get(), collection));
  }

  /** @param {boolean} turns */
  function change(turns) {
    if (reading) return;
    clearTimeout(timer);
    if (turns && !turned) queueMicrotask(write);
    else timer = setTimeout(write, PAUSE);
    turned ||= turns;
  }

  store.subscribe(({ event, place }, before) => {
    const turns = event !== before.event || place !== before.place;
    const now = !reading;
    collection.texts.when([event], () => now && change(turns)); // the address says its id
  });
  view.onMove(() => change(false));
  for (const moved of ["popstate", "hashchange"]) {
    addEventListener(moved, () => {
      showPart(location.hash);
      if (location.hash.slice(1) !== current()) read();
    });
  }
  if (location.hash) read();
}

/** @param {string} hash  without "#" @returns {string} the address of this page with it */
const withHash = (hash) => `${location.href.split("#")[0]}${hash && "#"}${hash}`;

/** @param {string} url @param {boolean} turns  whether the reader can come back to what was */
function visit(url, turns) {
  try {
    if (turns) history.pushState(null, "", url);
    else history.replaceState(null, "", url);
  } catch (error) {
    // A page inside an iframe's srcdoc has no address of its own, and browsers stop a page that
    // changes its address too often: both say so by a SecurityError, and the map needs neither.
    if (!(error instanceof DOMException)) throw error;
  }
}

/** @param {import("mapgen/core/words.js").Words} words @param {() => void} dismiss */
function say(words, dismiss) {
  const name = words.map.close;
  const attributes = { type: "button", class: "address-dismiss", "aria-label": name, title: name };
  const button = element("button", attributes, "×");
  button.addEventListener("click", dismiss);
  return [element("p", { class: "address-lost" }, words.map.lost), button];
}
