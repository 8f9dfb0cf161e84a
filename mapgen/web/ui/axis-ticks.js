/** The ticks of the axis: few, round, and named. */

import { fractionOf } from "mapgen/core/scale.js";
import { ticks } from "mapgen/core/ticks.js";
import { dateElement } from "mapgen/ui/date.js";
import { element } from "mapgen/ui/element.js";

/**
 * @param {import("mapgen/ui/axis-view.js").View} view
 * @returns {HTMLElement}
 */
export function axisTicks(view) {
  const made = element("div", { class: "axis-ticks", "aria-hidden": "true" });
  const draw = () => {
    const domain = view.domain();
    const step = view.step();
    const days = ticks(domain.start, domain.end, step);
    made.replaceChildren();
    days.forEach((day, i) => {
      const text = view.text.tick(day, step.unit, i === 0);
      const tick = element("span", { class: "axis-tick" }, dateElement(text));
      tick.style.setProperty("--axis-at", String(fractionOf(domain, day)));
      made.append(tick);
    });
  };
  view.subscribe(draw);
  draw();
  return made;
}
