import { decimals, element, percent, short } from "./dom.js";
import { reason, remote } from "./remote.js";

const named = decisions =>
  decisions.length <= 3
    ? decisions.join(", ")
    : decisions[0] + " to " + decisions[decisions.length - 1] + " (" + decisions.length + " decisions)";

// Frequencies of options by decision, as tables with shaded cells, for a window of the search.
export const choices = {
  id: "choices",
  title: "Choices",
  open(model) {
    let data = null;
    let window = null;
    const said = element("output", { class: "note wide" });
    const slider = element("input", {
      type: "range",
      min: 0,
      step: 1,
      id: "window",
      oninput: () => {
        window = Number(slider.value);
        fill();
      },
    });
    const which = element(
      "select",
      { "aria-label": "Trials", onchange: () => fill() },
      element("option", {}, "window of the search"),
      element("option", {}, "best tenth"),
    );
    const bar = element(
      "div",
      { class: "controls" },
      element("label", {}, "Trials ", which),
      element("label", { for: "window" }, "Window ", slider),
      said,
    );
    const tables = element("div", { class: "stack" });
    let figures = [];
    let shape = "";

    function build() {
      const next = JSON.stringify(data.maps.map(map => [map.positions, map.options]));
      if (next === shape) return;
      shape = next;
      figures = data.maps.map(map =>
        element(
          "figure",
          { class: "card" },
          element("h2", {}, "Options of " + named(map.positions)),
          element(
            "div",
            { class: "scroll heat", tabindex: "0", role: "region", "aria-label": "Options of " + map.positions.join(", ") },
            element(
              "table",
              {},
              element(
                "thead",
                {},
                element(
                  "tr",
                  {},
                  element("th", { scope: "col" }, "option"),
                  map.positions.map(position =>
                    element("th", { scope: "col", class: "number" }, map.positions.length > 1 ? position : "share"),
                  ),
                ),
              ),
              element(
                "tbody",
                {},
                map.options.map(option =>
                  element(
                    "tr",
                    {},
                    element("th", { scope: "row" }, option === "(no layer)" ? "(not made)" : short(option)),
                    map.positions.map(() => element("td", { class: "number" }, element("b"), " ", element("small"))),
                  ),
                ),
              ),
            ),
          ),
          element(
            "figcaption",
            {},
            "Large: share of the trials shown that made this choice. Small: share of all " + decimals(data.trials) + " finished trials.",
          ),
        ),
      );
      const several = figures.filter((_, index) => data.maps[index].positions.length > 1);
      const single = figures.filter((_, index) => data.maps[index].positions.length === 1);
      tables.replaceChildren(...several, ...(single.length > 0 ? [element("div", { class: "columns narrow" }, ...single)] : []));
    }

    function fill() {
      if (!data || !data.maps) return;
      const best = which.selectedIndex === 1;
      slider.disabled = best || data.windows.length === 1;
      const range = data.windows[window];
      said.textContent = best
        ? "the " + decimals(data.best) + " best of " + decimals(data.trials) + " trials"
        : "trials " + range.first + " to " + range.last + " (window " + (window + 1) + " of " + data.windows.length + ")";
      slider.setAttribute("aria-valuetext", said.textContent);
      data.maps.forEach((map, index) => {
        const shown = best ? map.best : map.windows[window];
        const rows = figures[index].querySelectorAll("tbody tr");
        rows.forEach((row, option) =>
          map.positions.forEach((_, position) => {
            const cell = row.children[position + 1];
            const share = shown.length > 0 ? shown[option][position] : 0;
            const all = map.all[option][position];
            cell.children[0].textContent = share > 0 ? percent(share) : "";
            cell.children[1].textContent = all > 0 ? percent(all) : "";
            cell.style.setProperty("--share", Math.round(100 * share) + "%");
          }),
        );
      });
    }

    const content = remote("/api/frequencies", model, (answer, node) => {
      reason(node, answer.maps ? "" : "No trial has finished yet.");
      if (!answer.maps) return;
      const last = !data || window === data.windows.length - 1;
      data = answer;
      slider.max = data.windows.length - 1;
      window = last ? data.windows.length - 1 : Math.min(window, data.windows.length - 1);
      slider.value = window;
      if (!bar.parentNode) node.append(bar, tables);
      build();
      fill();
    });
    return content;
  },
};
