import { Chart, axis, series, tip, verticalAxis } from "./charts.js";
import { copyButton, decimals, element, get, link, note, studyPath, table, time, trialPath } from "./dom.js";
import { renew } from "./renew.js";
import { polling } from "./polling.js";

const AXES = {
  trials: { title: "trials", unit: "trial", more: { minInterval: 1 }, text: decimals },
  epochs: { title: "epochs", unit: "epochs trained", more: {}, text: decimals },
  seconds: { title: "time", unit: "seconds of running time", more: {}, text: time },
};
const REMINDER =
  "One run of each proves nothing: another seed may turn the order round." +
  " To know which settings are better, run each with many seeds.";

// Kept while the page is open.
let chosen = "trials";

function lines(studies) {
  const { unit, more, text } = AXES[chosen];
  return {
    xAxis: axis(unit, Object.assign({ min: 0 }, more)),
    yAxis: verticalAxis("best reward so far"),
    tooltip: {
      trigger: "item",
      confine: true,
      formatter: point => tip(point.seriesName, unit + " " + text(point.value[0]), "best reward " + decimals(point.value[1])),
    },
    series: studies.map((study, index) => ({
      name: study.study,
      type: "line",
      step: "end",
      data: study.curves[chosen],
      symbolSize: 5,
      showSymbol: study.curves[chosen].length < 60,
      itemStyle: { color: series(index) },
      lineStyle: { color: series(index), width: 2, type: index < 8 ? "solid" : "dashed" },
    })),
  };
}

function inWords(studies) {
  return studies.map(study => study.study + " " + (study.best === undefined ? "has no reward" : decimals(study.best))).join(", ");
}

function numbers(studies) {
  const number = title => ({ title, number: true });
  return table(
    [
      { title: "study" },
      { title: "status" },
      number("seed"),
      number("best reward"),
      number("at trial"),
      number("trials"),
      number("failed"),
      number("epochs"),
      number("time"),
    ],
    studies.map(study => [
      link(studyPath(study.study), study.study),
      element("span", { class: study.status }, study.status),
      String(study.seed),
      study.best,
      study.bestTrial === undefined ? "–" : link(trialPath(study.study, study.bestTrial), String(study.bestTrial)),
      study.trials,
      study.failed,
      study.epochs,
      time(study.seconds),
    ]),
    "Final numbers",
  );
}

function differences(rows, studies, caption) {
  return table(
    [{ title: caption === "Settings" ? "setting" : "fact" }, ...studies.map(study => ({ title: study.study }))],
    rows.map(row => [row.name, ...row.values.map(value => (value === null ? "–" : value))]),
    caption + " that differ",
  );
}

function steered(studies) {
  const names = studies
    .filter(study => study.commands > 0)
    .map(study => study.study + " (" + study.commands + (study.commands === 1 ? " command)" : " commands)"));
  return names.length > 0 ? [note("People steered " + names.join(", ") + ". The limits are those in force.")] : [];
}

function section(title, ...content) {
  return element("section", { class: "card" }, element("h2", {}, title), ...content);
}

function statistics(tree, parameters) {
  const title = "Compare with statistics";
  if (!tree.draft) {
    return section(
      title,
      note(
        tree.studies.some(study => study.commands > 0)
          ? "The experiment files of these studies do not differ, apart from names and seeds. A comparison runs files without commands, so that it cannot repeat what differs here."
          : "The settings of these studies do not differ, apart from names and seeds, so that there is nothing to compare.",
      ),
    );
  }
  return section(
    title,
    element("p", {}, REMINDER),
    element(
      "p",
      { class: "steps" },
      element(
        "a",
        { class: "button", href: "/api/compare/file?" + parameters, download: "comparison.yaml" },
        "Download the comparison file",
      ),
      ...copyButton(tree.draft),
    ),
    element(
      "p",
      {},
      "Then run ",
      element("code", {}, "nas compare comparison.yaml"),
      ": an arm for each of the settings, 30 seeds each; change ",
      element("code", {}, "seeds"),
      " in the file.",
    ),
    element("details", {}, element("summary", {}, "The file"), element("pre", { class: "long", tabindex: "0" }, tree.draft)),
  );
}

export async function open(main, { query }) {
  const names = (query.get("studies") || "").split(",").filter(Boolean);
  const parameters = new URLSearchParams(names.map(name => ["study", name]));
  const load = () => get("/api/compare", parameters);
  let tree = await load();
  const chart = new Chart("Best reward so far", {
    height: "24rem",
    rows: () => ({
      columns: [{ title: "study" }, { title: AXES[chosen].unit, number: true }, { title: "best reward", number: true }],
      rows: tree.studies.flatMap(study => study.curves[chosen].map(point => [study.study, ...point])),
    }),
  });
  const final = element("div");
  const settings = element("div");
  const facts = element("div");
  const fill = () => {
    chart.draw(lines(tree.studies), inWords(tree.studies), REMINDER);
    renew(final, numbers(tree.studies));
    renew(
      settings,
      tree.settings.length > 0 ? differences(tree.settings, tree.studies, "Settings") : note("All settings are the same."),
      ...steered(tree.studies),
    );
    renew(
      facts,
      tree.provenance.length > 0
        ? differences(tree.provenance, tree.studies, "Provenance")
        : note("Versions, machine and data are the same."),
    );
  };
  const choice = ([key, { title }]) => {
    const button = element("input", {
      type: "radio",
      name: "axis",
      value: key,
      onchange: () => {
        chosen = key;
        fill();
      },
    });
    button.checked = key === chosen;
    return element("label", {}, button, " ", title);
  };
  const axes = element("fieldset", { class: "switch" }, element("legend", {}, "Over"), Object.entries(AXES).map(choice));
  fill();
  main.replaceChildren(
    element(
      "div",
      { class: "stack" },
      element("h1", {}, names.length + " studies beside each other"),
      section("Final numbers", final),
      axes,
      chart.node,
      section("Settings that differ", settings),
      section("Provenance that differs", facts),
      statistics(tree, parameters),
    ),
  );
  const poll = polling(async () => {
    if (!tree.studies.some(study => study.status === "running")) return;
    tree = await load();
    fill();
  });
  return {
    title: "Comparison of studies",
    trail: [link("#/", "studies"), "compare"],
    close() {
      poll.close();
      chart.close();
    },
  };
}
