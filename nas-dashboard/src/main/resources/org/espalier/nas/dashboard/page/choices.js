import { decimals, element, percent, short } from "./dom.js";
import { place } from "./renew.js";
import { reason, remote } from "./remote.js";

const named = decisions =>
  decisions.length <= 3
    ? decisions.join(", ")
    : decisions[0] + " to " + decisions[decisions.length - 1] + " (" + decisions.length + " decisions)";

const heading = (scope, text, style) => element("th", { scope, class: style }, text);

function figure(positions, options, shape) {
  const titles = positions.length > 1 ? positions : ["share"];
  const row = option =>
    element(
      "tr",
      {},
      heading("row", option === "(no layer)" ? "(not made)" : short(option)),
      positions.map(() => element("td", { class: "number" }, element("b"), " ", element("small"))),
    );
  const head = element(
    "tr",
    {},
    heading("col", "option"),
    titles.map(title => heading("col", title, "number")),
  );
  return element(
    "figure",
    { class: "card", "data-key": shape },
    element("h2", {}, "Options of " + named(positions)),
    element(
      "div",
      { class: "scroll heat", tabindex: "0", role: "region", "aria-label": "Options of " + positions.join(", ") },
      element("table", {}, element("thead", {}, head), element("tbody", {}, options.map(row))),
    ),
    element("figcaption"),
  );
}

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
    const several = element("div", { class: "stack" });
    const single = element("div", { class: "columns narrow" });
    const tables = element("div", { class: "stack" }, several, single);
    let figures = [];

    // The cells are filled later; figures stay where their decisions and options are the same.
    function build() {
      const drawn = data.maps.map(({ positions, options }) => {
        const shape = JSON.stringify([positions, options]);
        return figures.find(figure => figure.dataset.key === shape) || figure(positions, options, shape);
      });
      if (drawn.length === figures.length && drawn.every((each, index) => each === figures[index])) return;
      figures = drawn;
      const few = index => data.maps[index].positions.length === 1;
      place(
        several,
        figures.filter((_, index) => !few(index)),
      );
      place(
        single,
        figures.filter((_, index) => few(index)),
      );
      several.hidden = !several.firstChild;
      single.hidden = !single.firstChild;
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
        figures[index].lastChild.textContent =
          "Large: share of the trials shown that made this choice. Small: share of all " + decimals(data.trials) + " finished trials.";
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
