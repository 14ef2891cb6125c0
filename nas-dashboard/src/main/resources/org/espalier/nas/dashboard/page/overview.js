import { decimals, element, link, quantity, trialPath } from "./dom.js";
import { Chart, axis, colour, series, tip, verticalAxis } from "./charts.js";
import { renew } from "./renew.js";
import { bestSoFar, noiseBand } from "./history.js";

// The values that the history can show: the reward, and each objective.
function targets(model) {
  const objectives = model.objectives.map((objective, index) => ({
    name: quantity(objective),
    down: objective.direction === "minimize",
    value: row => (row.objectives ? row.objectives[index] : undefined),
  }));
  const reward = { name: "reward", down: false, value: row => row.reward };
  return model.rows.some(row => typeof row.reward === "number") || objectives.length === 0 ? [reward, ...objectives] : objectives;
}

function option(points, best, band, target) {
  return {
    xAxis: axis("trial", { min: 0, minInterval: 1 }),
    yAxis: verticalAxis(target.name),
    series: [
      {
        name: "low",
        type: "line",
        stack: "band",
        step: band.step,
        symbol: "none",
        silent: true,
        lineStyle: { opacity: 0 },
        tooltip: { show: false },
        data: band.points.map(([trial, low]) => [trial, low]),
      },
      {
        name: band.name,
        type: "line",
        stack: "band",
        stackStrategy: "all",
        step: band.step,
        symbol: "none",
        silent: true,
        lineStyle: { opacity: 0 },
        areaStyle: { color: series(1), opacity: 0.22 },
        itemStyle: { color: series(1) },
        tooltip: { show: false },
        data: band.points.map(([trial, low, high]) => [trial, high - low]),
      },
      {
        name: "trials",
        type: "scatter",
        symbolSize: points.length > 1000 ? 4 : 6,
        large: points.length > 2000,
        itemStyle: { color: series(0), opacity: 0.7 },
        data: points,
        tooltip: { formatter: ({ value }) => tip("trial " + value[0], decimals(value[1])) },
      },
      {
        name: "best so far",
        type: "line",
        step: "end",
        showSymbol: false,
        lineStyle: { color: series(1), width: 2 },
        itemStyle: { color: series(1) },
        data: best,
        tooltip: { formatter: ({ value }) => tip("best after trial " + value[0], decimals(value[1])) },
      },
    ],
    legend: { top: 0, left: 64, data: ["trials", "best so far", band.name], textStyle: { color: colour("ink") } },
  };
}

export const overview = {
  id: "overview",
  title: "Overview",
  open(model) {
    let points = [];
    const chart = new Chart("History", {
      height: "24rem",
      rows: () => ({
        columns: [
          { title: "trial", number: true },
          { title: chosen().name, number: true },
        ],
        rows: points,
      }),
      click: ({ value, seriesName }) => {
        if (seriesName === "trials") location.hash = trialPath(model.name, value[0]);
      },
    });
    const select = element("select", { onchange: () => draw() });
    const chooser = element("div", { class: "controls" }, element("label", {}, "Value ", select));
    const bestList = element("ol", { class: "best" });
    const bestCard = element("section", { class: "card" }, element("h2", {}, "Best trials"), bestList);
    let all = [];
    const chosen = () => all[Math.max(0, select.selectedIndex)];
    function choices() {
      const fresh = targets(model);
      if (fresh.length === all.length) return;
      all = fresh;
      select.replaceChildren(...all.map(target => element("option", {}, target.name)));
      chooser.hidden = all.length < 2;
    }
    function draw() {
      choices();
      const target = chosen();
      const rated = model.rows.filter(row => typeof target.value(row) === "number");
      points = rated.map(row => [row.number, target.value(row)]);
      const best = bestSoFar(points, target.down);
      const band = noiseBand(rated, target.value, best);
      const last = model.rows.length;
      if (best.length > 0) best.push([last, best[best.length - 1][1]]);
      chart.draw(
        option(points, best, band, target),
        points.length === 0 ? "no trial has a value yet" : points.length + " trials, the best " + decimals(best[best.length - 1][1]),
        band.caption,
      );
      const sign = target.down ? 1 : -1;
      const ranked = rated.sort((a, b) => sign * (target.value(a) - target.value(b))).slice(0, 5);
      renew(
        bestList,
        ranked.map(row =>
          element(
            "li",
            { "data-key": row.number },
            link(trialPath(model.name, row.number), "trial " + row.number),
            " ",
            element("b", {}, decimals(target.value(row))),
            " ",
            element("span", { class: "note" }, row.architecture),
          ),
        ),
      );
      bestCard.hidden = ranked.length === 0;
    }
    draw();
    return { node: element("div", { class: "stack" }, chooser, chart.node, bestCard), update: draw, close: () => chart.close() };
  },
};
