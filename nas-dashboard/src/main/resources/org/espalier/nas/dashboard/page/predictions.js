import { decimals, trialPath, element } from "./dom.js";
import { Chart, axis, series, colour, tip, verticalAxis } from "./charts.js";
import { reason, remote } from "./remote.js";

export const predictions = {
  id: "predictions",
  title: "Predictions",
  without: model => model.rows.some(row => row.predicted !== undefined && row.predicted !== null) ? "" : "The controller has made no predictions: it has no predictor, or the predictor is disabled.",
  open(model) {
    let data = { pairs: [], course: [] };
    const scatter = new Chart("Predicted against measured reward", {
      height: "26rem",
      rows: () => ({ columns: [{ title: "measured", number: true }, { title: "predicted", number: true }, { title: "trial", number: true }], rows: data.pairs }),
      click: ({ value }) => { if (value && value.length > 2) location.hash = trialPath(model.name, value[2]); },
    });
    const course = [["Rank correlation over the search", "Kendall’s τ", 1, "1: predictions order all trials as they turned out; 0: no better than chance."],
      ["Error over the search", "mean absolute error", 3, "Mean absolute difference between predicted and measured reward; lower is better."]].map(([title, name, column, caption]) => {
      const chart = new Chart(title, {
        height: "17rem",
        rows: () => ({ columns: [{ title: "trial", number: true }, { title: "since the start", number: true }, { title: "latest", number: true }], rows: data.course.map(point => [point[0], point[column], point[column + 1]]) }),
      });
      return { chart, draw: () => chart.draw({
        xAxis: axis("trial", { min: 0 }), yAxis: verticalAxis(name, column === 3 ? { min: 0 } : {}), tooltip: { trigger: "axis", confine: true, valueFormatter: decimals },
        series: [["since the start", column], ["last " + data.window, column + 1]].map(([label, index]) => ({ name: label, type: "line", showSymbol: false,
          lineStyle: { type: index === column ? "dashed" : "solid" }, data: data.course.map(point => [point[0], point[index]]) })),
      }, "", caption) };
    });
    const charts = element("div", { class: "columns" }, scatter.node, element("div", { class: "stack" }, course.map(({ chart }) => chart.node)));
    const content = remote("/api/prediction", model, (answer, node) => {
      data = answer;
      reason(node, data.pairs.length > 0 ? "" : "No trial with a prediction has a reward yet.");
      if (!charts.parentNode) node.append(charts);
      const values = data.pairs.flatMap(pair => [pair[0], pair[1]]);
      const ends = values.length > 0 ? [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))] : [];
      scatter.draw({
        xAxis: axis("measured reward"), yAxis: verticalAxis("predicted reward"),
        series: [
          { name: "exact", type: "line", silent: true, showSymbol: false, lineStyle: { type: "dashed", color: colour("soft") }, itemStyle: { color: colour("soft") }, data: ends.map(end => [end, end]) },
          { name: "trials", type: "scatter", symbolSize: 6, large: data.pairs.length > 2000, itemStyle: { color: series(0), opacity: 0.7 }, data: data.pairs,
            tooltip: { formatter: ({ value }) => tip("trial " + value[2], "predicted " + decimals(value[1]), "measured " + decimals(value[0])) } },
        ],
      }, data.pairs.length + " trials, rank correlation " + decimals(data.kendall),
      decimals(data.pairs.length) + " trials were predicted before they ran. Kendall’s τ is " + decimals(data.kendall) + ", the mean absolute error " + decimals(data.error)
        + ". A point on the dashed line is an exact prediction; the choice of candidates depends on the rank correlation.");
      course.forEach(each => each.draw());
    });
    return { ...content, close() { content.close(); scatter.close(); course.forEach(({ chart }) => chart.close()); } };
  },
};
