import { decimals, element, percent } from "./dom.js";
import { Chart, axis, series, tip } from "./charts.js";
import { reason, remote } from "./remote.js";

const CAPTION =
  "Share of each decision in the sum of importances by PED-ANOVA (Watanabe and others 2023): how far the choices of the best tenth of the completed trials of" +
  " the highest fidelity differ from those of all of them. ";

export const importance = {
  id: "importance",
  title: "Importance",
  open(model) {
    const charts = new Map();
    const shares = new Map();
    function drawOne(target, node, spaceKnown) {
      if (!charts.has(target.target)) {
        const chart = new Chart("Importance for " + target.target, {
          height: Math.max(10, Math.min(60, 5 + 1.6 * Math.max(target.shares.length, model.decisions.length))) + "rem",
          rows: () => ({
            columns: [{ title: "decision" }, { title: "importance", number: true }],
            rows: shares.get(target.target).map(([name, share]) => [name, percent(share)]),
          }),
        });
        charts.set(target.target, { chart, box: element("div", {}, chart.node) });
        node.append(charts.get(target.target).box);
      }
      const { chart, box } = charts.get(target.target);
      shares.set(target.target, target.shares);
      reason(box, target.problem ? "Importance for " + target.target + ": " + target.problem : "");
      chart.node.hidden = Boolean(target.problem);
      if (target.problem) return;
      const rows = target.shares.slice().reverse();
      chart.draw(
        {
          legend: { show: false },
          grid: { left: 150, right: 70, top: 8, bottom: 48 },
          xAxis: axis("share of importance (%)", { min: 0, scale: false }),
          yAxis: axis("", {
            type: "category",
            data: rows.map(([name]) => name),
            axisLabel: { width: 135, overflow: "truncate", interval: 0 },
          }),
          series: [
            {
              name: "importance",
              type: "bar",
              barMaxWidth: 18,
              itemStyle: { color: series(0) },
              data: rows.map(([, share]) => 100 * share),
              label: { show: true, position: "right", formatter: ({ value }) => value.toFixed(1), color: "inherit" },
              tooltip: { formatter: ({ name, value }) => tip(name, value.toFixed(1) + " %") },
            },
          ],
        },
        target.shares
          .slice(0, 3)
          .map(([name, share]) => name + " " + percent(share))
          .join(", "),
        CAPTION +
          decimals(target.trials) +
          " trials, of which " +
          decimals(target.top) +
          " are at the top." +
          (spaceKnown ? "" : " The search space cannot be made here, so that options that no trial chose are not counted."),
      );
    }
    const content = remote("/api/importance", model, (data, node) =>
      data.targets.forEach(target => drawOne(target, node, data.spaceKnown)),
    );
    return {
      ...content,
      close() {
        content.close();
        charts.forEach(({ chart }) => chart.close());
      },
    };
  },
};
