import { decimals, element, throttled, trialPath } from "./dom.js";
import { Chart, colour } from "./charts.js";
import { rowFilter } from "./filter.js";
import { filterField, rowValue } from "./trials.js";

const MOST_LINES = 1000;
const PAUSE = 3000;
const MOST_AXES = 12;
const numeric = text => text !== "" && !Number.isNaN(Number(text));

const label = () => ({ color: colour("ink"), width: 90, overflow: "truncate", textBorderColor: colour("paper"), textBorderWidth: 3 });

function dimension(model, index, rows, dim) {
  const name = model.decisions[index];
  const texts = [...new Set(rows.map(row => row.choices && row.choices[index]).filter(text => text !== null && text !== undefined))];
  const numbers = texts.map(Number);
  const common = { dim, name, nameTextStyle: { color: colour("ink") }, axisLabel: label() };
  if (texts.length > 8 && texts.every(numeric)) {
    const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
    return { ...common, type: low > 0 && high / low >= 100 ? "log" : "value", scale: true, of: row => row.choices && row.choices[index] !== null ? Number(row.choices[index]) : "-" };
  }
  texts.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const data = rows.some(row => !row.choices || row.choices[index] === null || row.choices[index] === undefined) ? [...texts, "–"] : texts;
  return { ...common, type: "category", data, of: row => row.choices && row.choices[index] !== null && row.choices[index] !== undefined ? row.choices[index] : "–" };
}

export const parallel = {
  id: "parallel",
  title: "Parallel coordinates",
  without: model => model.decisions.length === 0 ? "No trial has decisions yet." : "",
  open(model) {
    let text = "";
    let rows = [];
    const shown = new Set(model.decisions.slice(0, MOST_AXES));
    const targets = [{ name: "reward", value: row => row.reward }, ...model.objectives.map((objective, index) => ({ name: objective.name + (objective.unit ? " (" + objective.unit + ")" : ""), value: row => row.objectives ? row.objectives[index] : undefined }))]
      .filter((target, index) => index > 0 || model.objectives.length === 0 || model.rows.some(row => typeof row.reward === "number"));
    const chart = new Chart("Parallel coordinates", {
      height: "30rem",
      width: Math.min(shown.size + targets.length + 2, 16) * 5 + "rem",
      rows: () => ({ columns: [{ title: "trial", number: true }, ...[...shown].map(title => ({ title })), ...targets.map(target => ({ title: target.name, number: true }))],
        rows: rows.map(row => [row.number, ...[...shown].map(name => row.choices[model.decisions.indexOf(name)]), ...targets.map(target => target.value(row))]) }),
      click: ({ dataIndex }) => { if (rows[dataIndex]) location.hash = trialPath(model.name, rows[dataIndex].number); },
    });
    const boxes = element("details", { class: "menu" }, element("summary", {}, "Axes"), element("div", { class: "choices" }, model.decisions.map(name => {
      const box = element("input", { type: "checkbox", onchange: () => { if (box.checked) shown.add(name); else shown.delete(name); draw(); } });
      box.checked = shown.has(name);
      return element("label", {}, box, " ", name);
    })));
    function draw() {
      const rated = model.rows.filter(row => targets.every(target => typeof target.value(row) === "number"));
      const all = rated.filter(rowFilter(text, rowValue(model)));
      rows = all.slice(-MOST_LINES);
      const indices = model.decisions.map((name, index) => shown.has(name) ? index : -1).filter(index => index >= 0);
      const axes = indices.map((index, dim) => dimension(model, index, rows, dim));
      targets.forEach((target, offset) => axes.push({ dim: indices.length + offset, name: target.name, type: "value", scale: true, nameTextStyle: { color: colour("ink") }, axisLabel: label(), of: target.value }));
      const rating = indices.length;
      const values = rows.map(row => axes[rating].of(row));
      const sorted = values.slice().sort((a, b) => a - b);
      chart.draw({
        legend: { show: false },
        parallel: { left: 60, right: 110, top: 40, bottom: 30, parallelAxisDefault: { nameLocation: "end", nameGap: 14, nameTruncate: { maxWidth: 100 }, axisLine: { lineStyle: { color: colour("soft") } }, areaSelectStyle: { color: colour("accent"), borderColor: colour("accent") } } },
        parallelAxis: axes.map(({ of, ...rest }) => rest),
        visualMap: { show: true, dimension: rating, min: sorted.length > 0 ? sorted[Math.floor(sorted.length * 0.05)] : 0, max: sorted.length > 0 ? sorted[sorted.length - 1] : 1, calculable: false, right: 8, top: "middle", itemHeight: 160,
          text: [axes[rating].name, ""], textStyle: { color: colour("ink"), width: 80, overflow: "truncate" }, formatter: decimals, inRange: { color: [colour("low"), colour("middle"), colour("high")] } },
        series: [{ name: "trials", type: "parallel", lineStyle: { width: 1.2, opacity: rows.length > 300 ? 0.3 : 0.6 }, inactiveOpacity: 0.04, activeOpacity: 0.9, progressive: 300, data: rows.map(row => axes.map(each => each.of(row))), silent: false }],
      }, rows.length + " trials over " + indices.length + " decisions",
      (rows.length < all.length ? "The latest " + decimals(rows.length) + " of " + decimals(all.length) : decimals(all.length)) + " trials with a value, one line each, coloured by " + axes[rating].name
        + ". Drag along an axis to choose a range; the filter does the same by keyboard.");
    }
    draw();
    const again = throttled(draw, PAUSE);
    return {
      node: element("div", { class: "stack" }, element("div", { class: "controls" }, filterField(model, text, next => { text = next; draw(); }), boxes), chart.node),
      update: again,
      close() { again.stop(); chart.close(); },
    };
  },
};
