/**
 * Places labels so that none lies on another: the more important first, each where it fits, and of
 * such places where no line runs through it if there is one.
 *
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box  pixels
 *
 * @typedef {object} Label
 * @property {number} x  the anchor, pixels
 * @property {number} y
 * @property {number} width  of the text, pixels
 * @property {number} height
 * @property {number} offset  from the anchor to the text, pixels
 *
 * @typedef {[number, number]} Corner  left and top of a placed label, pixels
 */

const GAP = 3; // pixels between two labels
const SLANT = 0.75; // of the offset, to the side and up or down: so a corner is as near as a side
const CELL = 128; // pixels
const ROWS = 2 ** 24; // more than there are

/**
 * @param {Label[]} labels  the most important first
 * @param {Board} board  what no label may cover, to which those are added that find room
 * @returns {(Corner | null)[]} for each label its corner, null where it does not fit
 */
export function placeLabels(labels, board) {
  return labels.map((label) => {
    const box = boxFor(label, board);
    if (!box) return null;
    board.add(box);
    return [box.left, box.top];
  });
}

/** @param {Label} label @param {Board} board @returns {Box | null} */
function boxFor(label, board) {
  let crossed = null;
  for (const [left, top] of corners(label)) {
    const box = { left, top, right: left + label.width, bottom: top + label.height };
    if (board.covers(box)) continue;
    if (!board.lines?.covers(box)) return box;
    crossed ??= box;
  }
  return crossed;
}

/** What is taken, by the cells that it lies in. */
export class Board {
  /** @type {Map<number, Box[]>} */
  #cells = new Map();

  /**
   * @param {Box[]} boxes
   * @param {Box[]} [lines]  which labels had better not cover either
   */
  constructor(boxes, lines) {
    for (const box of boxes) this.add(box);
    this.lines = lines && new Board(lines);
  }

  /** @param {Box} box */
  add(box) {
    for (const cell of cellsOf(box)) {
      const boxes = this.#cells.get(cell);
      if (boxes) boxes.push(box);
      else this.#cells.set(cell, [box]);
    }
  }

  /** @param {Box} box @returns {boolean} whether something that is taken lies there */
  covers(box) {
    return cellsOf(box).some((cell) => this.#cells.get(cell)?.some((other) => overlap(box, other)));
  }
}

/** @param {Box} box @returns {number[]} the cells that it lies in, with the gap around it */
function cellsOf({ left, top, right, bottom }) {
  const [first, last] = [left - GAP, right + GAP].map((x) => Math.floor(x / CELL));
  const [upper, lower] = [top - GAP, bottom + GAP].map((y) => Math.floor(y / CELL));
  /** @type {number[]} */
  const cells = [];
  for (let column = first; column <= last; column++) {
    for (let row = upper; row <= lower; row++) cells.push(column * ROWS + row);
  }
  return cells;
}

/**
 * To the right first, as a cartographer would, then to the left, above, below and at the corners.
 *
 * @param {Label} label
 * @returns {Corner[]}
 */
function corners({ x, y, width, height, offset }) {
  const [middle, center] = [x - width / 2, y - height / 2];
  const [right, left] = [x + offset, x - offset - width];
  const [above, below] = [y - offset - height, y + offset];
  const near = offset * SLANT;
  return [
    [right, center],
    [left, center],
    [middle, above],
    [middle, below],
    [x - near - width, y - near - height],
    [x + near, y - near - height],
    [x - near - width, y + near],
    [x + near, y + near],
  ];
}

/** @param {Box} a @param {Box} b */
function overlap(a, b) {
  return a.left < b.right + GAP && b.left < a.right + GAP && a.top < b.bottom + GAP &&
    b.top < a.bottom + GAP;
}

/** @param {Box} box @param {Box} other @returns {boolean} whether the whole box is in the other */
export function isInside({ left, top, right, bottom }, other) {
  return left >= other.left && right <= other.right && top >= other.top && bottom <= other.bottom;
}
