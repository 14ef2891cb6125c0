import { element, moment, time, trialPath } from "./dom.js";
import { Chart, axis, colour, stateColour, tip } from "./charts.js";

const ROOM = 26;
const STATES = ["completed", "stopped", "failed", "infeasible", "running"];

// Returns the trials that ran as bars {lane, from, until, row}, and the names of the lanes: workers, or, where the store
// does not know them, as many lanes as trials ran at once.
function lanes(rows, now) {
  const begun = rows.filter(row => row.started && (row.ended || row.state === "running")).sort((a, b) => a.started - b.started);
  const named = begun.some(row => row.worker);
  const names = named
    ? [...new Set(begun.map(row => row.worker || "unknown"))].sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
    : [];
  const until = [];
  const bars = begun.map(row => {
    const end = row.ended || Math.max(now, row.started);
    let lane = named ? names.indexOf(row.worker || "unknown") : until.findIndex(free => free <= row.started);
    if (lane < 0) lane = until.length;
    if (!named) until[lane] = end;
    return { lane, from: row.started, until: end, row };
  });
  return { bars, names: named ? names : until.map((_, lane) => String(lane + 1)), named };
}

function bar(bars, parameters, api) {
  const from = api.coord([api.value(1), api.value(0)]);
  const until = api.coord([api.value(2), api.value(0)]);
  const height = Math.max(3, Math.min(20, api.size([0, 1])[1] * 0.72));
  const area = parameters.coordSys;
  const left = Math.max(from[0], area.x);
  const right = Math.min(Math.max(until[0], from[0] + 1), area.x + area.width);
  if (right <= left) return null;
  return {
    type: "rect",
    shape: { x: left, y: from[1] - height / 2, width: right - left, height },
    style: { fill: stateColour(bars[parameters.dataIndex].row.state), opacity: 0.85, stroke: colour("paper"), lineWidth: 0.5 },
  };
}

// Returns buttons that move and magnify the part of the time that is shown, for those who do not drag.
function zoomButtons(chart) {
  const shift = (before, after) => () => {
    if (!chart.instance) return;
    const { start, end } = chart.instance.getOption().dataZoom[0];
    const width = Math.min(100, Math.max(1, (end - start) * after));
    const middle = (start + end) / 2 + before * (end - start);
    const from = Math.min(100 - width, Math.max(0, middle - width / 2));
    chart.instance.dispatchAction({ type: "dataZoom", start: from, end: from + width });
  };
  const buttons = [
    ["Earlier", shift(-0.5, 1)],
    ["Later", shift(0.5, 1)],
    ["Zoom in", shift(0, 0.5)],
    ["Zoom out", shift(0, 2)],
  ];
  return element(
    "div",
    { class: "controls" },
    buttons.map(([name, onclick]) => element("button", { type: "button", onclick }, name)),
  );
}

export const timeline = {
  id: "timeline",
  title: "Timeline",
  without: model => (model.rows.some(row => row.started) ? "" : "No trial has started yet."),
  open(model) {
    let shown = [];
    const chart = new Chart("Timeline", {
      height: Math.max(14, Math.min(40, 7 + (lanes(model.rows, 0).names.length * ROOM) / 16)) + "rem",
      rows: () => ({
        columns: [
          { title: "trial", number: true },
          { title: "state" },
          { title: "worker" },
          { title: "started (UTC)" },
          { title: "time", number: true },
        ],
        rows: shown.map(({ row, from, until }) => [row.number, row.state, row.worker, moment(from), time((until - from) / 1000)]),
      }),
      click: ({ dataIndex }) => {
        location.hash = trialPath(model.name, shown[dataIndex].row.number);
      },
    });
    function draw() {
      const { bars, names, named } = lanes(model.rows, Date.now());
      shown = bars;
      const begin = bars.length > 0 ? bars[0].from : 0;
      const many = bars.length > 0 && bars[bars.length - 1].until - begin > 7.2e6;
      const scale = many ? 60000 : 1000;
      chart.draw(
        {
          legend: { show: false },
          grid: { left: named ? 130 : 72, right: 24, top: 12, bottom: 76 },
          xAxis: axis(many ? "time since the first start (minutes)" : "time since the first start (s)", { min: 0, scale: false }),
          yAxis: axis(named ? "worker" : "trials at once", {
            type: "category",
            data: names,
            nameGap: named ? 112 : 40,
            axisLabel: { color: colour("soft"), width: 100, overflow: "truncate" },
          }),
          dataZoom: [
            { type: "inside", filterMode: "weakFilter" },
            {
              type: "slider",
              filterMode: "weakFilter",
              height: 18,
              bottom: 6,
              borderColor: colour("line"),
              textStyle: { color: colour("soft") },
            },
          ],
          series: [
            {
              name: "trials",
              type: "custom",
              encode: { x: [1, 2], y: 0 },
              data: bars.map(({ lane, from, until }) => [lane, (from - begin) / scale, (until - begin) / scale]),
              renderItem: (parameters, api) => bar(bars, parameters, api),
              tooltip: {
                formatter: ({ dataIndex }) => {
                  const { row, from, until } = bars[dataIndex];
                  return tip(
                    "trial " + row.number + ", " + row.state,
                    time((until - from) / 1000),
                    row.worker ? "on " + row.worker : null,
                    row.architecture,
                  );
                },
              },
            },
          ],
        },
        bars.length + " trials in " + names.length + " lanes",
        named
          ? "Each bar is a trial on its worker."
          : "The store does not say which worker ran a trial: a row is a place among the trials that ran at once.",
      );
    }
    draw();
    const states = STATES.filter(state => model.rows.some(row => row.state === state));
    const legend = element(
      "ul",
      { class: "legend" },
      states.map(state => element("li", {}, element("span", { class: "swatch " + state }), state)),
    );
    return { node: element("div", { class: "stack" }, legend, zoomButtons(chart), chart.node), update: draw, close: () => chart.close() };
  },
};
