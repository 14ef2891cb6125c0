import { decimals, element, factList, facts, get, link, quantity, short, studyPath, throttled, time, trialPath } from "./dom.js";
import { trialSteering } from "./steering.js";
import { commandsCard, networkCard } from "./network.js";
import { renew } from "./renew.js";
import { Chart, axis, series, verticalAxis } from "./charts.js";

// Metrics are drawn in groups that share an axis.
function groups(curve) {
  const metrics = [...new Set(curve.flatMap(Object.keys))].filter(key => key !== "step").sort();
  const loss = metrics.filter(metric => metric.endsWith("loss"));
  const shares = metrics.filter(metric => /accuracy|auc|f1|precision|recall/i.test(metric));
  const others = metrics.filter(metric => !loss.includes(metric) && !shares.includes(metric));
  return [["Loss", loss], ["Accuracy", shares], ...others.map(metric => [metric, [metric]])].filter(([, names]) => names.length > 0);
}

function metricChart(title, metrics, trial) {
  const chart = new Chart(title + " after each epoch", {
    height: "18rem",
    rows: () => ({
      columns: [{ title: "epoch", number: true }, ...metrics.map(metric => ({ title: metric, number: true }))],
      rows: latest.map(point => [point.step, ...metrics.map(metric => point[metric])]),
    }),
  });
  let latest = [];
  const draw = curve => {
    latest = curve;
    chart.draw(
      {
        tooltip: { trigger: "axis", confine: true, valueFormatter: decimals },
        xAxis: axis("epoch", { minInterval: 1 }),
        yAxis: verticalAxis(metrics.length === 1 ? metrics[0] : title.toLowerCase()),
        series: metrics.map((metric, index) => ({
          name: metric,
          type: "line",
          symbol: "circle",
          showSymbol: curve.length < 60,
          symbolSize: 4,
          itemStyle: { color: series(index) },
          data: curve.filter(point => metric in point).map(point => [point.step, point[metric]]),
        })),
      },
      curve.length + " measurements",
    );
  };
  draw(trial.curve);
  return { chart, draw };
}

function head(model, trial) {
  const known = value => (value === undefined || value === null ? undefined : decimals(value));
  return [
    ["state", trial.state, trial.state],
    ["reward", known(trial.reward)],
    ...model.objectives.map((objective, index) => [quantity(objective), known(trial.objectives && trial.objectives[index])]),
    ["predicted", known(trial.predicted)],
    ["epochs", decimals(trial.epochs) + (trial.plannedEpochs ? " of " + trial.plannedEpochs : "")],
    ["attempts", decimals(trial.attempts)],
    ["time", trial.started && trial.ended ? time((trial.ended - trial.started) / 1000) : undefined],
    ["worker", trial.worker],
    ["seed", trial.seed],
  ];
}

// The last value of each metric.
function measured(curve) {
  const last = new Map();
  for (const point of curve) for (const [metric, value] of Object.entries(point)) if (metric !== "step") last.set(metric, decimals(value));
  return [...last].sort(([a], [b]) => a.localeCompare(b));
}

const card = (title, ...content) => element("section", { class: "card", "data-key": title }, element("h2", {}, title), ...content);

function failure(trial) {
  if (!trial.message) return null;
  return card(
    trial.cause ? "Failure" : "Stopped",
    element("p", { class: trial.cause ? "failed" : "" }, (trial.cause ? trial.cause + ": " : "") + trial.message),
    trial.trace
      ? element(
          "details",
          { open: true },
          element("summary", {}, "Stack trace"),
          element("pre", { tabindex: "0", class: "long" }, trial.trace),
        )
      : null,
  );
}

// The trial that a trial continued, those that continue it, and what it inherited from others.
function lineage(model, trial) {
  const children = model.rows.filter(row => row.continues === trial.number);
  const inherited = Object.entries(trial.facts || {}).filter(([name, value]) => name.startsWith("inherited.") && value > 0);
  if (!trial.continues && children.length === 0 && inherited.length === 0) return null;
  const links = rows => rows.flatMap((number, index) => [index ? ", " : "", link(trialPath(model.name, number), "trial " + number)]);
  return card(
    "Inheritance",
    trial.continues ? element("p", {}, "Continues ", ...links([trial.continues]), ".") : null,
    children.length > 0 ? element("p", {}, "Continued by ", ...links(children.map(row => row.number)), ".") : null,
    inherited.length > 0 ? element("p", {}, "Weights taken over from earlier trials:") : null,
    inherited.length > 0 ? facts(inherited.map(([name, value]) => [name.slice("inherited.".length), decimals(value)])) : null,
  );
}

function neighbours(model, number) {
  const step = (to, text) =>
    to >= 1 && to <= model.rows.length ? link(trialPath(model.name, to), text) : element("span", { class: "note" }, text);
  return element(
    "nav",
    { class: "steps", "aria-label": "Other trials" },
    step(number - 1, "‹ previous"),
    " ",
    step(number + 1, "next ›"),
    " ",
    link(studyPath(model.name, "trials"), "all trials"),
  );
}

// Shows a trial; first is the answer of the server about it, which is asked for again when it changes.
export function openTrial(main, model, number, first) {
  let trial = first;
  const list = factList();
  const charts = new Map();
  const curves = element("div", { class: "columns" });
  const changing = element("div", { class: "stack" });
  const metrics = factList();
  const metricsCard = card("Metrics at the end", metrics.node);
  const steer = trialSteering(model, number);
  const draw = () => {
    list.update(head(model, trial));
    for (const [title, metrics] of groups(trial.curve)) {
      if (charts.has(title)) {
        charts.get(title).draw(trial.curve);
      } else {
        charts.set(title, metricChart(title, metrics, trial));
        curves.append(charts.get(title).chart.node);
      }
    }
    metrics.update(measured(trial.curve));
    metricsCard.hidden = trial.curve.length === 0;
    const other = Object.entries(trial.facts || {}).filter(([name]) => !name.startsWith("inherited."));
    renew(
      changing,
      failure(trial),
      lineage(model, trial),
      other.length > 0 ? card("Facts", facts(other.map(([key, value]) => [key, decimals(value)]))) : null,
    );
  };
  draw();
  main.replaceChildren(
    element("h1", {}, "Trial " + number),
    neighbours(model, number),
    list.node,
    element("p", { class: "architecture" }, trial.architecture),
    element(
      "div",
      { class: "stack" },
      curves,
      metricsCard,
      card("Decisions", facts(Object.entries(trial.decisions).map(([name, text]) => [name, short(text), "", text]))),
      changing,
      steer.node,
      commandsCard(model, number),
      networkCard(model, number),
    ),
  );
  const again = throttled(async () => {
    const fresh = await get("/api/trial", { study: model.name, trial: number }).catch(() => null);
    if (fresh && !closed) {
      trial = fresh;
      draw();
    }
  }, 1000);
  let closed = false;
  return {
    title: "Trial " + number,
    trail: [link("#/", "studies"), link(studyPath(model.name), model.name), "trial " + number],
    update: rows => {
      steer.update();
      if (rows.some(row => row.number === number)) again();
    },
    close() {
      closed = true;
      again.stop();
      charts.forEach(each => each.chart.close());
    },
  };
}
