import { decimals, element, get, throttled, trialPath } from "./dom.js";
import { Chart, axis, colour, series, tip, verticalAxis } from "./charts.js";

const PAUSE = 1500;

export const curves = {
  id: "curves",
  title: "Curves",
  open(model) {
    let data = { metrics: [], metric: "", curves: [] };
    let closed = false;
    const select = element("select", { onchange: () => load() });
    const chart = new Chart("Intermediate values", {
      height: "28rem",
      rows: () => ({ columns: [{ title: "trial", number: true }, { title: "state" }, { title: "epoch", number: true }, { title: data.metric, number: true }],
        rows: data.curves.flatMap(curve => curve.points.map(([step, value]) => [curve.trial, curve.state, step, value])) }),
      click: ({ seriesName }) => { location.hash = trialPath(model.name, Number(seriesName)); },
    });
    async function load() {
      const asked = { study: model.name };
      if (select.value) asked.metric = select.value;
      let answer;
      try {
        answer = await get("/api/curves", asked);
      } catch (problem) {
        chart.draw({ series: [] }, "", problem.message);
        return;
      }
      if (closed) return;
      data = answer;
      if (data.metrics.join() !== [...select.options].map(option => option.value).join()) {
        select.replaceChildren(...data.metrics.map(metric => element("option", { value: metric }, metric)));
      }
      select.value = data.metric;
      draw();
    }
    function draw() {
      const best = model.rows.reduce((top, row) => typeof row.reward === "number" && (!top || row.reward > top.reward) ? row : top, null);
      const style = curve => {
        if (best && curve.trial === best.number) return { color: series(1), width: 2.5, opacity: 1, z: 5 };
        return curve.state === "running" ? { color: colour("wait"), width: 2, opacity: 1, z: 4 } : { color: series(0), width: 1, opacity: 0.35, z: 2 };
      };
      chart.draw({
        legend: { show: false }, grid: { left: 72, right: 24, top: 12, bottom: 48 },
        xAxis: axis("epoch", { minInterval: 1 }), yAxis: verticalAxis(data.metric),
        series: data.curves.map(curve => {
          const { z, ...line } = style(curve);
          return { name: String(curve.trial), type: "line", z, data: curve.points, symbol: "circle", showSymbol: curve.points.length === 1, symbolSize: 4, lineStyle: line, itemStyle: { color: line.color },
            emphasis: { lineStyle: { width: 3, opacity: 1 } }, triggerLineEvent: true,
            tooltip: { formatter: ({ value }) => tip("trial " + curve.trial + ", " + curve.state, "epoch " + value[0], data.metric + " " + decimals(value[1])) } };
        }),
      }, data.curves.length + " curves",
      decimals(data.curves.length) + " curves: the latest trials and the best. Orange: the best trial; yellow: running.");
    }
    const again = throttled(load, PAUSE);
    load();
    return {
      node: element("div", { class: "stack" }, element("div", { class: "controls" }, element("label", {}, "Metric ", select)), chart.node),
      update: again,
      close() { closed = true; again.stop(); chart.close(); },
    };
  },
};
