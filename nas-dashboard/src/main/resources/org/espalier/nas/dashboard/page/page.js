
// Everything that comes from a run is set as text, never as markup.
const main = document.getElementById("main");
const trail = document.getElementById("trail");
const live = document.getElementById("live");
let charts = [];
let feed = null;
let pending = null;
let sorting = { key: "number", down: true };
let search = "";

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined) made.setAttribute(key, value);
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined) made.append(child);
  }
  return made;
}

async function get(path, parameters = {}) {
  const answer = await fetch(path + "?" + new URLSearchParams(parameters));
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

function decimals(value) {
  if (typeof value !== "number") return value === undefined || value === null ? "–" : String(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return value.toLocaleString("en");
  const size = Math.abs(value);
  return size !== 0 && (size < 1e-3 || size >= 1e6) ? value.toExponential(3) : value.toPrecision(4);
}

function time(seconds) {
  if (seconds === undefined) return "–";
  if (seconds < 60) return seconds.toFixed(1) + " s";
  if (seconds < 3600) return Math.floor(seconds / 60) + " min " + Math.round(seconds % 60) + " s";
  return Math.floor(seconds / 3600) + " h " + Math.round((seconds % 3600) / 60) + " min";
}

function facts(entries) {
  return element("dl", { class: "facts" },
    entries.filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value, style]) => element("div", {},
        element("dt", {}, name), element("dd", { class: style }, String(value)))));
}

const studyPath = name => "#/study/" + encodeURIComponent(name);

// ---- studies

async function showStudies() {
  const { place, studies } = await get("/api/studies");
  document.title = "Espalier";
  trail.replaceChildren(place);
  const body = element("tbody");
  const fill = () => body.replaceChildren(...studies
    .filter(study => JSON.stringify(study).toLowerCase().includes(search.toLowerCase()))
    .map(study => element("tr", {},
      element("td", {}, element("a", { href: studyPath(study.study) }, study.study)),
      element("td", { class: study.status }, study.status + (study.holder ? ", " + study.holder : "")),
      element("td", { class: "number" }, decimals(study.finished)),
      element("td", { class: "number" }, decimals(study.failed)),
      element("td", { class: "number" }, decimals(study.best)),
      element("td", { class: "number wide" }, time(study.seconds)),
      element("td", { class: "wide" }, study.begun ? study.begun.slice(0, 16).replace("T", " ") : "–"))));
  fill();
  main.replaceChildren(
    element("h1", {}, "Studies"),
    element("div", { class: "controls" },
      element("label", {}, "Filter ",
        element("input", { type: "search", value: search, oninput: event => { search = event.target.value; fill(); } }))),
    studies.length === 0
      ? element("p", { class: "note" }, "There are no studies in " + place + " yet.")
      : element("div", { class: "scroll" }, element("table", {},
        element("thead", {}, element("tr", {},
          element("th", { scope: "col" }, "study"), element("th", { scope: "col" }, "status"),
          element("th", { scope: "col", class: "number" }, "trials"), element("th", { scope: "col", class: "number" }, "failed"),
          element("th", { scope: "col", class: "number" }, "best reward"),
          element("th", { scope: "col", class: "number wide" }, "time"), element("th", { scope: "col", class: "wide" }, "begun (UTC)"))),
        body)));
}

// ---- charts

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
}

function chart(holder, option) {
  const made = echarts.init(holder, null, { renderer: "canvas" });
  made.setOption(Object.assign({
    animation: false,
    color: ["accent", "good", "wait", "bad", "soft"].map(colour),
    aria: { enabled: true },
    textStyle: { color: colour("ink"), fontFamily: "system-ui, sans-serif" },
    grid: { left: 60, right: 20, top: 36, bottom: 46 },
    legend: { top: 0, textStyle: { color: colour("ink") } },
    tooltip: { trigger: "item", confine: true, backgroundColor: colour("panel"), borderColor: colour("line"), textStyle: { color: colour("ink") } },
  }, option));
  charts.push(made);
  return made;
}

function axis(name, more = {}) {
  return Object.assign({
    type: "value", name, nameLocation: "middle", nameGap: 30, scale: true,
    axisLabel: { color: colour("soft") }, nameTextStyle: { color: colour("soft") },
    axisLine: { lineStyle: { color: colour("line") } }, splitLine: { lineStyle: { color: colour("line") } },
  }, more);
}

function history(study) {
  const points = study.list.filter(trial => typeof trial.reward === "number");
  const best = [];
  let top = -Infinity;
  for (const trial of points) {
    top = Math.max(top, trial.reward);
    best.push([trial.number, top]);
  }
  return {
    xAxis: axis("trial", { min: 0, minInterval: 1 }),
    yAxis: axis("reward", { nameGap: 46 }),
    series: [
      { name: "trials", type: "scatter", symbolSize: 6, itemStyle: { color: colour("accent"), opacity: 0.65 }, large: points.length > 2000,
        data: points.map(trial => [trial.number, trial.reward]) },
      { name: "best so far", type: "line", step: "end", showSymbol: false, lineStyle: { color: colour("good"), width: 2 }, itemStyle: { color: colour("good") }, data: best },
    ],
  };
}

function front(study) {
  const [first, second] = study.objectives;
  const unit = objective => objective.name + (objective.unit ? " (" + objective.unit + ")" : "");
  return {
    xAxis: axis(unit(first)), yAxis: axis(unit(second), { nameGap: 46 }),
    series: [{ name: "trials", type: "scatter", symbolSize: 6, itemStyle: { color: colour("accent") },
      data: study.list.filter(trial => trial.objectives).map(trial => [trial.objectives[0], trial.objectives[1], trial.number]) }],
  };
}

function timeline(study) {
  const ended = study.list.filter(trial => trial.started && trial.ended);
  const begin = Math.min(...ended.map(trial => trial.started));
  const lanes = [];
  const bars = ended.slice().sort((a, b) => a.started - b.started).map(trial => {
    let lane = lanes.findIndex(until => until <= trial.started);
    if (lane < 0) lane = lanes.push(0) - 1;
    lanes[lane] = trial.ended;
    return [lane, (trial.started - begin) / 1000, (trial.ended - begin) / 1000, trial.number, trial.state];
  });
  const state = { completed: colour("good"), stopped: colour("soft"), failed: colour("bad"), infeasible: colour("soft") };
  return {
    legend: { show: false },
    xAxis: axis("seconds", { min: 0 }),
    yAxis: Object.assign(axis("", { type: "category", data: lanes.map((_, lane) => String(lane + 1)) }), { name: "at once", nameGap: 30 }),
    series: [{
      name: "trials", type: "custom", encode: { x: [1, 2], y: 0 }, data: bars,
      renderItem: (parameters, api) => {
        const from = api.coord([api.value(1), api.value(0)]);
        const until = api.coord([api.value(2), api.value(0)]);
        const height = Math.max(2, api.size([0, 1])[1] * 0.7);
        return { type: "rect", shape: { x: from[0], y: from[1] - height / 2, width: Math.max(1, until[0] - from[0]), height },
          style: { fill: state[bars[parameters.dataIndex][4]], opacity: 0.8 } };
      },
    }],
  };
}

// ---- one study

function trialTable(study) {
  const columns = [
    ["number", "trial", true], ["state", "state", false], ["reward", "reward", true], ["predicted", "predicted", true],
    ["epochs", "epochs", true], ["architecture", "architecture", false]];
  const body = element("tbody");
  const count = element("span", { class: "note" });
  const fill = () => {
    const wanted = study.list.filter(trial =>
      (trial.architecture + " " + trial.state).toLowerCase().includes(search.toLowerCase()));
    const sign = sorting.down ? -1 : 1;
    wanted.sort((a, b) => {
      const [x, y] = [a[sorting.key], b[sorting.key]];
      if (x === undefined || y === undefined) return x === y ? 0 : x === undefined ? 1 : -1;
      return sign * (x < y ? -1 : x > y ? 1 : 0);
    });
    const shown = wanted.slice(0, 200);
    count.textContent = shown.length < wanted.length ? decimals(shown.length) + " of " + decimals(wanted.length) + " trials" : decimals(wanted.length) + " trials";
    body.replaceChildren(...shown.map(trial => element("tr", {}, columns.map(([key, , number]) =>
      element("td", { class: (number ? "number " : "") + (key === "state" ? trial.state : "") + (key === "predicted" || key === "epochs" ? " wide" : "") },
        key === "number"
          ? element("a", { href: studyPath(study.study) + "/trial/" + trial.number }, String(trial.number))
          : decimals(trial[key]))))));
  };
  const head = columns.map(([key, title, number]) => element("th", {
    scope: "col", class: (number ? "number" : "") + (key === "predicted" || key === "epochs" ? " wide" : ""),
    "aria-sort": sorting.key === key ? (sorting.down ? "descending" : "ascending") : "none",
  }, element("button", { type: "button", onclick: () => {
    sorting = { key, down: sorting.key === key ? !sorting.down : number };
    for (const [index, cell] of head.entries()) {
      cell.setAttribute("aria-sort", columns[index][0] === sorting.key ? (sorting.down ? "descending" : "ascending") : "none");
    }
    fill();
  } }, title)));
  fill();
  return element("section", {},
    element("h2", {}, "Trials"),
    element("div", { class: "controls" },
      element("label", {}, "Filter ", element("input", { type: "search", value: search, oninput: event => { search = event.target.value; fill(); } })),
      count),
    element("div", { class: "scroll" }, element("table", {}, element("thead", {}, element("tr", {}, head)), body)));
}

async function showStudy(name) {
  const study = await get("/api/study", { study: name });
  document.title = study.name + " · Espalier";
  trail.replaceChildren(element("a", { href: "#/" }, "studies"), " › ", name);
  const chartOf = (title, option) => {
    const holder = element("div", { class: "chart", role: "img", "aria-label": title });
    return [element("section", {}, element("h2", {}, title), holder), () => chart(holder, option)];
  };
  const drawn = [];
  if (study.objectives.length > 1) drawn.push(chartOf("Objectives", front(study)));
  if (study.list.some(trial => typeof trial.reward === "number")) drawn.push(chartOf("History", history(study)));
  if (study.list.some(trial => trial.ended)) drawn.push(chartOf("Timeline", timeline(study)));
  drop();
  main.replaceChildren(
    element("h1", {}, name),
    facts([
      ["status", study.status + (study.holder ? ", " + study.holder : ""), study.status],
      ["finished trials", decimals(study.finished) + " of " + decimals(study.trials) + " proposed"],
      ["failed", decimals(study.failed)], ["best reward", decimals(study.best)],
      ["time", time(study.seconds)], ["seed", study.seed]]),
    ...drawn.map(([section]) => section),
    trialTable(study),
    element("section", {}, element("h2", {}, "Experiment"),
      element("details", {}, element("summary", {}, "The resolved file"), element("pre", {}, study.yaml)),
      element("details", {}, element("summary", {}, "Provenance"), element("pre", {},
        Object.entries(study.provenance).map(([key, value]) => key + ": " + value).join("\n")))));
  drawn.forEach(([, draw]) => draw());
}

// ---- one trial

async function showTrial(name, number) {
  const trial = await get("/api/trial", { study: name, trial: number });
  document.title = "Trial " + number + " · Espalier";
  trail.replaceChildren(element("a", { href: "#/" }, "studies"), " › ", element("a", { href: studyPath(name) }, name), " › trial " + number);
  const metrics = [...new Set(trial.curve.flatMap(Object.keys))].filter(key => key !== "step");
  const shown = metrics.filter(metric => metric.endsWith("loss")).concat(metrics.filter(metric => metric.endsWith("accuracy") && !metric.includes("balanced")));
  const wanted = shown.length > 0 ? shown : metrics;
  const holder = element("div", { class: "chart", role: "img", "aria-label": "Metrics after each epoch" });
  drop();
  main.replaceChildren(...[
    element("h1", {}, "Trial " + number),
    facts([
      ["state", trial.state, trial.state], ["reward", decimals(trial.reward)], ["predicted", decimals(trial.predicted)],
      ["epochs", decimals(trial.epochs)], ["attempts", decimals(trial.attempts)],
      ["time", trial.started && trial.ended ? time((trial.ended - trial.started) / 1000) : undefined],
      ["continues trial", trial.continues], ["seed", trial.seed]]),
    element("p", {}, trial.architecture),
    trial.message ? element("p", { class: trial.cause ? "failed" : "note" }, (trial.cause ? trial.cause + ": " : "") + trial.message) : null,
    trial.trace ? element("details", {}, element("summary", {}, "Stack trace"), element("pre", {}, trial.trace)) : null,
    wanted.length > 0 ? element("section", {}, element("h2", {}, "Metrics after each epoch"), holder) : null,
    element("h2", {}, "Decisions"), facts(Object.entries(trial.decisions)),
    trial.facts ? element("h2", {}, "Facts") : null,
    trial.facts ? facts(Object.entries(trial.facts).map(([key, value]) => [key, decimals(value)])) : null,
  ].filter(part => part !== null));
  if (wanted.length > 0) {
    chart(holder, {
      tooltip: { trigger: "axis", confine: true },
      xAxis: axis("epoch", { minInterval: 1 }), yAxis: axis("", {}),
      series: wanted.map(metric => ({ name: metric, type: "line", sampling: "lttb", showSymbol: trial.curve.length < 40,
        data: trial.curve.filter(point => metric in point).map(point => [point.step, point[metric]]) })),
    });
  }
}

// ---- places

function drop() {
  charts.forEach(made => made.dispose());
  charts = [];
}

function place() {
  const [, kind, name, , number] = location.hash.split("/");
  return { kind, name: name ? decodeURIComponent(name) : "", number };
}

async function show() {
  const { kind, name, number } = place();
  const top = window.scrollY;
  try {
    if (kind !== "study") await showStudies();
    else if (number) await showTrial(name, number);
    else await showStudy(name);
  } catch (problem) {
    drop();
    main.replaceChildren(element("h1", {}, "This cannot be shown"), element("p", { class: "failed" }, problem.message || "The dashboard does not answer."),
      element("p", {}, element("a", { href: "#/" }, "All studies")));
  }
  window.scrollTo(0, top);
}

// The page is drawn anew when its study has changed, unless somebody is typing.
function changed() {
  if (document.activeElement && document.activeElement.tagName === "INPUT") {
    clearTimeout(pending);
    pending = setTimeout(changed, 1500);
  } else {
    show();
  }
}

function follow() {
  if (feed) feed.close();
  feed = null;
  clearTimeout(pending);
  const { kind, name } = place();
  if (kind !== "study") {
    live.textContent = "";
    pending = setTimeout(function again() { if (!document.hidden) changed(); pending = setTimeout(again, 5000); }, 5000);
    return;
  }
  feed = new EventSource("/api/changes?" + new URLSearchParams({ study: name }));
  feed.addEventListener("open", () => { live.textContent = "live"; });
  feed.addEventListener("error", () => { live.textContent = "not connected"; });
  let known = null;
  feed.addEventListener("changed", event => {
    if (known !== null && known !== event.data) changed();
    known = event.data;
  });
}

window.addEventListener("hashchange", () => { search = ""; show().then(() => main.focus({ preventScroll: true })); follow(); });
window.addEventListener("resize", () => charts.forEach(made => made.resize()));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
show();
follow();
