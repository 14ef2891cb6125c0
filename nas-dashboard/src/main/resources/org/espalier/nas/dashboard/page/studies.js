import { decimals, element, get, link, moment, note, studyPath, time } from "./dom.js";
import { Feed } from "./live.js";
import { DataTable } from "./table.js";

// Kept while the page is open, so that whoever comes back finds the list as it was.
const sorting = { key: "begun", down: true };
const selected = new Set();
let search = "";

const counted = study => decimals(study.finished) + (study.budgetTrials ? " / " + decimals(study.budgetTrials) : "");
// The best reward, and the size of the front of several objectives.
function best(study) {
  const front = study.front === undefined ? [] : ["front of " + study.front];
  return (study.best === undefined ? [] : [decimals(study.best)]).concat(front).join(", ");
}
const status = study => study.status + (study.holder ? ", " + study.holder : "");

// Columns that no study has anything for are left out.
function columns(choose, studies) {
  return [
    { key: "choose", title: "", head: element("span", { class: "hidden" }, "Choose"), width: 2.4, node: study => checkbox(study, choose) },
    {
      key: "study",
      title: "study",
      width: 18.6,
      narrow: 13,
      value: study => study.study,
      node: study => link(studyPath(study.study), study.study),
    },
    { key: "status", title: "status", width: 9.5, narrow: 7, value: status, style: study => study.status },
    { key: "tags", title: "tags", width: 7, value: study => (study.tags || []).join(", ") },
    { key: "finished", title: "trials", number: true, width: 6.5, value: study => study.finished, text: (value, study) => counted(study) },
    {
      key: "best",
      title: "best reward",
      number: true,
      width: studies.some(study => study.front !== undefined && study.best !== undefined) ? 10 : 7.5,
      value: study => (study.best === undefined ? best(study) : study.best),
      text: (value, study) => best(study),
    },
    { key: "failed", title: "failed", number: true, width: 5, value: study => study.failed, text: decimals },
    { key: "running", title: "running", number: true, width: 5.7, value: study => study.running, text: decimals },
    {
      key: "remainingSeconds",
      title: "time left",
      number: true,
      width: 6.5,
      value: study => study.remainingSeconds,
      text: value => "≈ " + time(value),
    },
    { key: "seconds", title: "time", number: true, width: 6, value: study => study.seconds, text: value => time(value) },
    {
      key: "begun",
      title: "begun (UTC)",
      number: true,
      width: 9.7,
      value: study => study.begun,
      text: value => moment(value).slice(0, 16),
    },
    { key: "note", title: "note", width: 12, value: study => study.note || study.reason },
  ].filter(column => !["tags", "note"].includes(column.key) || studies.some(column.value));
}

function checkbox(study, choose) {
  const box = element("input", {
    type: "checkbox",
    "aria-label": "Choose " + study.study,
    onchange: () => {
      if (box.checked) selected.add(study.study);
      else selected.delete(study.study);
      choose();
    },
  });
  box.checked = selected.has(study.study);
  return box;
}

const matches = study => {
  const text = JSON.stringify(Object.values(study)).toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word));
};

export async function open(main) {
  const { place, studies } = await get("/api/studies");
  const all = new Map(studies.map(study => [study.study, study]));
  const count = element("span", { class: "note", role: "status" });
  const compare = element("a", { class: "button" });
  const choose = () => {
    const few = selected.size < 2;
    compare.textContent = few ? "Compare: choose two or more" : "Compare " + selected.size + " studies";
    if (few) compare.removeAttribute("href");
    else compare.href = "#/compare?" + new URLSearchParams({ studies: [...selected].join(",") });
  };
  let wanted = columns(choose, studies);
  const list = new DataTable({ label: "Studies", key: study => study.study, columns: wanted, sorting });
  const nothing = note("There are no studies in " + place + " yet. Start one with nas run.");
  const show = () => {
    const now = columns(choose, [...all.values()]);
    if (now.length !== wanted.length) list.setColumns((wanted = now));
    list.setItems([...all.values()]);
    const text =
      list.shown === all.size ? decimals(all.size) + " studies" : decimals(list.shown) + " of " + decimals(all.size) + " studies";
    if (count.textContent !== text) count.textContent = text;
    nothing.hidden = all.size > 0;
  };
  const filter = element("input", {
    type: "search",
    value: search,
    placeholder: "name, status, tag …",
    oninput: () => {
      search = filter.value;
      list.setFilter(matches);
      show();
    },
  });
  list.setFilter(matches);
  choose();
  show();
  main.replaceChildren(
    element("h1", {}, "Studies"),
    element(
      "div",
      { class: "controls" },
      element("label", {}, "Filter ", filter),
      count,
      compare,
      element("a", { class: "button", href: "#/comparisons" }, "Comparisons"),
    ),
    nothing,
    list.node,
  );
  show();
  const feed = new Feed(() => "/api/changes", {
    changes: data => {
      for (const study of data.studies) all.set(study.study, study);
      for (const name of data.removed) {
        all.delete(name);
        selected.delete(name);
      }
      choose();
      show();
    },
  });
  return {
    title: "Studies",
    trail: [place],
    close() {
      feed.close();
      list.close();
    },
  };
}
