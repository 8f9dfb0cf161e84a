/**
 * Keeps what the reader looks at over a new load of the page, as far as the address does not say
 * it: where the story is, how high its sheet stands on a phone, which dialog is open.
 *
 * @typedef {object} Kept
 * @property {{link: string, away: number} | null} card  the first one in view, and its distance
 * @property {number} top  pixels that the story is scrolled
 * @property {string} sheet
 * @property {string} dialog  its title, "" for none
 * @property {number} within  pixels that the dialog is scrolled
 */

const HEIGHTS = ["peek", "half", "full"];
const LONGEST = 60; // times that the story is asked for more cards

/** Keeps the view in the entry of the browser's history, which a new load leaves alone. */
export function keepView() {
  const dialog = document.querySelector("dialog[open]");
  const story = scroller();
  /** @type {Kept} */
  const kept = {
    card: story && firstCard(story),
    top: story?.scrollTop ?? 0,
    sheet: sheet(),
    dialog: dialog?.querySelector(".dialog-title")?.textContent ?? "",
    within: dialog?.querySelector(".dialog-body")?.scrollTop ?? 0,
  };
  history.replaceState({ mapgenPreview: kept }, "");
}

/** Shows again what was kept, once the page is there. */
export async function restoreView() {
  /** @type {Kept | undefined} */
  const kept = history.state?.mapgenPreview;
  if (!kept || !document.body.classList.contains("page")) return;
  await ready();
  history.replaceState(null, "");
  await frames(); // the story follows what the address selects
  moveSheet(kept.sheet);
  await scrollStory(kept);
  openDialog(kept);
}

/** @returns {HTMLElement | null} what scrolls in the story */
const scroller = () => document.querySelector(".story-scroller");

/** @returns {string} how high the sheet of a phone stands */
const sheet = () => document.querySelector(".story")?.getAttribute("data-sheet") ?? "";

/** @param {HTMLElement} story @returns {Kept["card"]} null where the story has not got so far */
function firstCard(story) {
  const { top } = story.getBoundingClientRect();
  const cards = [...story.querySelectorAll("article")];
  const card = cards.find((each) => each.getBoundingClientRect().bottom > top);
  const link = card?.querySelector("h3 a")?.getAttribute("href");
  if (!card || !link || story.scrollTop === 0) return null;
  return { link, away: card.getBoundingClientRect().top - top };
}

/** @param {string} wanted */
function moveSheet(wanted) {
  const [less, more] = [...document.querySelectorAll(".sheet-handle button")].filter(isElement);
  for (let step = 0; step < HEIGHTS.length && sheet() !== wanted; step += 1) {
    (HEIGHTS.indexOf(wanted) < HEIGHTS.indexOf(sheet()) ? less : more)?.click();
  }
}

/** @param {Element} found @returns {found is HTMLElement} */
const isElement = (found) => found instanceof HTMLElement;

/** @param {Kept} kept */
async function scrollStory({ card, top }) {
  const story = scroller();
  if (!story) return;
  const found = card && await cardOf(story, card.link);
  if (!card || !found) return void story.scrollTo({ top, behavior: "instant" });
  const away = found.getBoundingClientRect().top - story.getBoundingClientRect().top;
  story.scrollTo({ top: story.scrollTop + away - card.away, behavior: "instant" });
}

/**
 * Finds a card; only those near what the reader looks at are made, so the story is scrolled on.
 *
 * @param {HTMLElement} story
 * @param {string} link
 * @returns {Promise<HTMLElement | null>} null where it is gone
 */
async function cardOf(story, link) {
  const find = () =>
    [...story.querySelectorAll("article")].find((each) =>
      each.querySelector("h3 a")?.getAttribute("href") === link
    );
  for (const end of [0, Infinity]) {
    for (let tall = 0, turn = 0; turn < LONGEST && tall !== story.scrollHeight; turn += 1) {
      const found = find();
      if (found) return found;
      tall = story.scrollHeight;
      story.scrollTo({ top: Math.min(end, tall), behavior: "instant" });
      await frames();
    }
  }
  return find() ?? null;
}

/** @param {Kept} kept */
function openDialog({ dialog, within }) {
  if (!dialog) return;
  const buttons = [...document.querySelectorAll(".dialogs-button")].filter(isElement);
  buttons.find((button) => button.textContent === dialog)?.click();
  document.querySelector(".dialog-body")?.scrollTo({ top: within });
}

/** Waits until the page says that it is ready, or broken. */
function ready() {
  const root = document.documentElement;
  return new Promise((/** @type {(value?: unknown) => void} */ done) => {
    const settled = () => ["ready", "broken"].includes(root.dataset.mapgen ?? "");
    if (settled()) return done();
    const watcher = new MutationObserver(() => {
      if (!settled()) return;
      watcher.disconnect();
      done();
    });
    watcher.observe(root, { attributes: true });
  });
}

/** Waits until the page was drawn, and what watches it was told. */
const frames = () =>
  new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
  });
