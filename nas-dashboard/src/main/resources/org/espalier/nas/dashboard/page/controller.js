import { decimals, element } from "./dom.js";
import { Chart, axis, series, verticalAxis } from "./charts.js";
import { reason, remote } from "./remote.js";

const words = name => name.replace(/[._]/g, " ");
const unit = name => name.endsWith("entropy") ? words(name) + " (nats)" : words(name);

export const controller = {
  id: "controller",
  title: "Controller",
  open(model) {
    const charts = new Map();
    const columns = element("div", { class: "columns" });
    const content = remote("/api/diagnostics", model, ({ plots }, node) => {
      reason(node, plots.length > 0 ? "" : "The controller has recorded no diagnostics. Controllers without a policy have neither entropy nor loss.");
      if (!columns.parentNode) node.append(columns);
      for (const plot of plots) {
        if (!charts.has(plot.name)) {
          const made = { points: [] };
          made.chart = new Chart(words(plot.name), { height: "16rem", rows: () => ({ columns: [{ title: "after trial", number: true }, { title: words(plot.name), number: true }], rows: made.points }) });
          charts.set(plot.name, made);
          columns.append(made.chart.node);
        }
        const { chart } = charts.get(plot.name);
        charts.get(plot.name).points = plot.points;
        chart.draw({
          legend: { show: false }, grid: { left: 72, right: 24, top: 12, bottom: 48 },
          xAxis: axis("after trial", { min: 0, minInterval: 1 }), yAxis: verticalAxis(unit(plot.name)), tooltip: { trigger: "axis", confine: true, valueFormatter: decimals },
          series: [{ name: words(plot.name), type: "line", showSymbol: plot.points.length < 60, symbolSize: 4, itemStyle: { color: series(0) }, data: plot.points }],
        }, plot.points.length + " values", plot.caption);
      }
    });
    return { ...content, close() { content.close(); charts.forEach(({ chart }) => chart.close()); } };
  },
};
