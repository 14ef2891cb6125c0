import { decimals, element, quantity, throttled, trialPath } from "./dom.js";
import { Chart, colour } from "./charts.js";
import { rowFilter } from "./filter.js";
import { filterField, rowValue } from "./trials.js";

const MOST_LINES = 1000;
const MOST_AXES = 12;
const MOST_OPTIONS = 8;
const LONGEST_OPTION = 6;
const LINE = 12;
const MOST_LINES_OF_NAME = 3;
const PAUSE = 3000;

const label = () => ({ color: colour("ink"), width: 90, overflow: "truncate", textBorderColor: colour("paper"), textBorderWidth: 3 });
const heading = () => ({ color: colour("ink") });
const present = text => text !== null && text !== undefined;
// Returns a name in lines that are no wider than the room between two axes.
function wrapped(name) {
  const lines = [""];
  for (const word of name.match(/[^ ._-]+[ ._-]*/g) || [name]) {
    if (lines[lines.length - 1].length + word.trimEnd().length > LINE && lines[lines.length - 1]) lines.push("");
    lines[lines.length - 1] += word;
  }
  const shown = lines.length > MOST_LINES_OF_NAME ? [lines[0], "…", lines[lines.length - 1]] : lines;
  return shown.map(line => (line.trimEnd().length > LINE + 2 ? line.slice(0, LINE) + "…" : line.trimEnd())).join("\n");
}

const isNumber = text => text !== "" && !Number.isNaN(Number(text));

// The values to which the decisions lead: the reward, or the objectives.
function targetsOf(model) {
  const objectives = model.objectives.map((objective, index) => ({
    name: quantity(objective),
    of: row => (row.objectives ? row.objectives[index] : undefined),
  }));
  const rewarded = objectives.length === 0 || model.rows.some(row => typeof row.reward === "number");
  return rewarded ? [{ name: "reward", of: row => row.reward }, ...objectives] : objectives;
}

// Returns the axis of a decision: of numbers, if it has many, else of its options.
function decisionAxis(model, index, rows) {
  const value = row => row.choices[index];
  const texts = [...new Set(rows.map(value).filter(present))];
  const common = { name: wrapped(model.decisions[index]), nameTextStyle: heading(), axisLabel: label() };
  // A number with many digits is from a continuous range, however few there are.
  const many = texts.length > MOST_OPTIONS || texts.some(text => String(Number(text)).length > LONGEST_OPTION);
  if (many && texts.every(isNumber)) {
    const numbers = texts.map(Number);
    const low = Math.min(...numbers);
    const wide = low > 0 && Math.max(...numbers) / low >= 100;
    return { ...common, type: wide ? "log" : "value", scale: true, of: row => (present(value(row)) ? Number(value(row)) : "-") };
  }
  texts.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const data = rows.every(row => present(value(row))) ? texts : [...texts, "–"];
  return { ...common, type: "category", data, of: row => (present(value(row)) ? value(row) : "–") };
}

const targetAxis = target => ({
  ...target,
  title: target.name,
  name: wrapped(target.name),
  type: "value",
  scale: true,
  nameTextStyle: heading(),
  axisLabel: label(),
});

// Colours by the values of an axis; a few that are very low must not take all of the range.
function colouring(axis, dimension, rows) {
  const sorted = rows.map(axis.of).sort((a, b) => a - b);
  const [min, max] = sorted.length > 0 ? [sorted[Math.floor(sorted.length * 0.05)], sorted[sorted.length - 1]] : [0, 1];
  return {
    show: true,
    dimension,
    min,
    max,
    calculable: false,
    right: 8,
    top: "middle",
    itemHeight: 160,
    formatter: decimals,
    text: [axis.title, ""],
    textStyle: { color: colour("ink"), width: 80, overflow: "truncate" },
    inRange: { color: [colour("low"), colour("middle"), colour("high")] },
  };
}

function option(axes, rating, rows) {
  return {
    legend: { show: false },
    parallel: {
      left: 60,
      right: 110,
      top: 26 + 14 * Math.max(...axes.map(axis => axis.name.split("\n").length)),
      bottom: 30,
      parallelAxisDefault: {
        nameLocation: "end",
        nameGap: 14,
        axisLine: { lineStyle: { color: colour("soft") } },
        areaSelectStyle: { color: colour("accent"), borderColor: colour("accent") },
      },
    },
    parallelAxis: axes.map(({ of, title, ...rest }, dim) => ({ dim, ...rest })),
    visualMap: colouring(axes[rating], rating, rows),
    series: [
      {
        name: "trials",
        type: "parallel",
        progressive: 300,
        inactiveOpacity: 0.04,
        activeOpacity: 0.9,
        lineStyle: { width: 1.2, opacity: rows.length > 300 ? 0.3 : 0.6 },
        data: rows.map(row => axes.map(each => each.of(row))),
      },
    ],
  };
}

function chooser(names, shown, change) {
  return element(
    "details",
    { class: "menu" },
    element("summary", {}, "Axes"),
    element(
      "div",
      { class: "choices" },
      names.map(name => {
        const box = element("input", {
          type: "checkbox",
          onchange: () => {
            if (box.checked) shown.add(name);
            else shown.delete(name);
            change();
          },
        });
        box.checked = shown.has(name);
        return element("label", {}, box, " ", name);
      }),
    ),
  );
}

export const parallel = {
  id: "parallel",
  title: "Parallel coordinates",
  without: model => (model.decisions.length === 0 ? "No trial has decisions yet." : ""),
  open(model) {
    let text = "";
    let rows = [];
    const shown = new Set(model.decisions.slice(0, MOST_AXES));
    const targets = targetsOf(model);
    const indices = () => model.decisions.map((name, index) => (shown.has(name) ? index : -1)).filter(index => index >= 0);
    const chart = new Chart("Parallel coordinates", {
      height: "30rem",
      width: Math.min(shown.size + targets.length + 2, 16) * 5 + "rem",
      rows: () => ({
        columns: [
          { title: "trial", number: true },
          ...indices().map(index => ({ title: model.decisions[index] })),
          ...targets.map(target => ({ title: target.name, number: true })),
        ],
        rows: rows.map(row => [row.number, ...indices().map(index => row.choices[index]), ...targets.map(target => target.of(row))]),
      }),
      click: ({ dataIndex }) => {
        if (rows[dataIndex]) location.hash = trialPath(model.name, rows[dataIndex].number);
      },
    });
    function draw() {
      const rated = model.rows.filter(row => targets.every(target => typeof target.of(row) === "number"));
      const all = rated.filter(rowFilter(text, rowValue(model)));
      rows = all.slice(-MOST_LINES);
      const axes = [...indices().map(index => decisionAxis(model, index, rows)), ...targets.map(targetAxis)];
      const rating = axes.length - targets.length;
      const which = rows.length < all.length ? "The latest " + decimals(rows.length) + " of " + decimals(all.length) : decimals(all.length);
      chart.draw(
        option(axes, rating, rows),
        rows.length + " trials over " + rating + " decisions",
        which +
          " trials with a value, one line each, coloured by " +
          axes[rating].title +
          ". Drag along an axis to choose a range; the filter does the same by keyboard.",
      );
    }
    draw();
    const again = throttled(draw, PAUSE);
    return {
      node: element(
        "div",
        { class: "stack" },
        element(
          "div",
          { class: "controls" },
          filterField(model, text, next => {
            text = next;
            draw();
          }),
          chooser(model.decisions, shown, draw),
        ),
        chart.node,
      ),
      update: again,
      close() {
        again.stop();
        chart.close();
      },
    };
  },
};
