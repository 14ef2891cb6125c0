import { decimals, element, quantity, trialPath } from "./dom.js";
import { Chart, axis, series, tip, verticalAxis } from "./charts.js";
import { nondominated } from "./pareto.js";

// Returns how many different results there are.
export const distinct = rows => new Set(rows.map(row => row.objectives.join())).size;

export const front = {
  id: "front",
  title: "Pareto front",
  without: model =>
    model.objectives.length < 2 ? "The study has one reward; a Pareto front needs two or more objectives in its file." : "",
  open(model) {
    const { objectives } = model;
    let rated = [];
    let best = new Set();
    const chart = new Chart("Objectives", {
      height: "30rem",
      rows: () => ({
        columns: [
          { title: "trial", number: true },
          ...objectives.map(objective => ({ title: quantity(objective), number: true })),
          { title: "nondominated" },
        ],
        rows: rated.map(row => [row.number, ...row.objectives, best.has(row) ? "yes" : "no"]),
      }),
      click: ({ value }) => {
        if (value.length > 2) location.hash = trialPath(model.name, value[2]);
      },
    });
    const chooser = (name, first) => {
      const select = element(
        "select",
        { onchange: () => draw() },
        objectives.map(objective => element("option", {}, quantity(objective))),
      );
      select.selectedIndex = first;
      return { label: element("label", {}, name + " ", select), select };
    };
    const [across, up] = [chooser("Across", 0), chooser("Up", 1)];
    function draw() {
      rated = model.rows.filter(row => row.objectives && (row.state === "completed" || row.state === "stopped"));
      const signs = objectives.map(objective => (objective.direction === "minimize" ? 1 : -1));
      best = new Set(nondominated(rated, row => row.objectives.map((value, index) => signs[index] * value)));
      const [x, y] = [across.select.selectedIndex, up.select.selectedIndex];
      const point = row => [row.objectives[x], row.objectives[y], row.number];
      const members = [...best].map(point).sort((a, b) => a[0] - b[0]);
      const formatter = ({ value }) =>
        tip("trial " + value[2], quantity(objectives[x]) + " " + decimals(value[0]), quantity(objectives[y]) + " " + decimals(value[1]));
      const others = rated.filter(row => !best.has(row)).map(point);
      const data = [
        {
          name: "dominated",
          type: "scatter",
          symbolSize: 5,
          large: others.length > 2000,
          itemStyle: { color: series(0), opacity: 0.45 },
          data: others,
          tooltip: { formatter },
        },
        {
          name: "nondominated",
          type: "scatter",
          symbol: "diamond",
          symbolSize: 11,
          itemStyle: { color: series(1) },
          data: members,
          tooltip: { formatter },
        },
      ];
      if (objectives.length === 2) {
        data.push({
          name: "front",
          type: "line",
          step: signs[x] > 0 ? "end" : "start",
          showSymbol: false,
          silent: true,
          lineStyle: { color: series(1), width: 1.5 },
          itemStyle: { color: series(1) },
          data: members,
        });
      }
      const directions = objectives.map(objective => objective.name + " is to be " + objective.direction + "d");
      // The head of the study counts them so.
      const size = distinct([...best]);
      const equal = size < best.size ? "; with equal ones counted once, " + size + " are on the front" : "";
      chart.draw(
        { xAxis: axis(quantity(objectives[x])), yAxis: verticalAxis(quantity(objectives[y])), series: data },
        best.size + " of " + rated.length + " trials are nondominated" + equal,
        best.size +
          " of " +
          rated.length +
          " rated trials are nondominated in all " +
          objectives.length +
          " objectives: no other is at least as good in each and better in one" +
          equal +
          ". " +
          directions.join("; ") +
          ".",
      );
    }
    draw();
    return {
      node: element(
        "div",
        { class: "stack" },
        objectives.length > 2 ? element("div", { class: "controls" }, across.label, up.label) : null,
        chart.node,
      ),
      update: draw,
      close: () => chart.close(),
    };
  },
};
