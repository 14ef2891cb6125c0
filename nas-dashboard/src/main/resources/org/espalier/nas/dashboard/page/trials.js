import { decimals, element, link, moment, quantity, time, trialPath } from "./dom.js";
import { rowFilter, term } from "./filter.js";
import { DataTable } from "./table.js";

// The choices of a reader for a study, kept while the page is open.
const kept = new Map();

const seconds = row => (row.started && row.ended ? (row.ended - row.started) / 1000 : undefined);

const headWidth = (title, least) => Math.min(13, Math.max(least, 2.2 + 0.5 * title.length));

function columns(model) {
  const objectives = model.objectives.map((objective, index) => ({
    key: "objective:" + objective.name,
    title: quantity(objective),
    number: true,
    width: headWidth(quantity(objective), 7.5),
    shown: true,
    value: row => (row.objectives ? row.objectives[index] : undefined),
    text: decimals,
  }));
  const decisions = model.decisions.map((name, index) => ({
    key: "decision:" + name,
    title: name,
    width: headWidth(name, 9),
    shown: false,
    value: row => (row.choices ? row.choices[index] : undefined),
  }));
  return [
    {
      key: "number",
      title: "trial",
      number: true,
      width: 5,
      shown: true,
      value: row => row.number,
      node: row => link(trialPath(model.name, row.number), String(row.number)),
    },
    { key: "state", title: "state", width: 7, shown: true, value: row => row.state, style: row => row.state },
    {
      key: "reward",
      title: "reward",
      number: true,
      width: 7,
      shown: objectives.length < 2 || model.rows.some(row => row.reward !== undefined),
      value: row => row.reward,
      text: decimals,
    },
    ...objectives,
    {
      key: "predicted",
      title: "predicted",
      number: true,
      width: 7,
      shown: model.rows.some(row => row.predicted !== undefined),
      value: row => row.predicted,
      text: decimals,
    },
    {
      key: "epochs",
      title: "epochs",
      number: true,
      width: 6,
      shown: true,
      value: row => row.epochs,
      text: (value, row) => value + (row.plannedEpochs ? " / " + row.plannedEpochs : ""),
    },
    { key: "seconds", title: "time", number: true, width: 6, shown: true, value: seconds, text: time },
    { key: "started", title: "started (UTC)", width: 10, shown: false, value: row => row.started, text: moment },
    { key: "worker", title: "worker", width: 8, shown: false, value: row => row.worker },
    { key: "attempts", title: "attempts", number: true, width: 5.5, shown: false, value: row => row.attempts },
    { key: "continues", title: "continues", number: true, width: 6, shown: false, value: row => row.continues },
    { key: "architecture", title: "architecture", width: 28, shown: true, value: row => row.architecture },
    ...decisions,
  ];
}

// Returns the function that gives the value of a row by a name in a filter.
export function rowValue(model) {
  const decisions = new Map(model.decisions.map((name, index) => [name.toLowerCase(), index]));
  const objectives = new Map(model.objectives.map((objective, index) => [objective.name.toLowerCase(), index]));
  const own = {
    trial: "number",
    number: "number",
    state: "state",
    reward: "reward",
    predicted: "predicted",
    epochs: "epochs",
    worker: "worker",
    attempts: "attempts",
    continues: "continues",
  };
  const given = value => (value === undefined ? null : value);
  return (row, name) => {
    const key = name.toLowerCase();
    if (decisions.has(key)) return given(row.choices ? row.choices[decisions.get(key)] : null);
    if (objectives.has(key)) return given(row.objectives ? row.objectives[objectives.get(key)] : null);
    if (key === "seconds") return given(seconds(row));
    return key in own ? given(row[own[key]]) : undefined;
  };
}

// A text field for a filter of trials, with a chooser of decisions and their values.
export function filterField(model, text, onfilter) {
  const field = element("input", {
    type: "search",
    value: text,
    size: 34,
    placeholder: "words, reward>0.8, decision=value",
    oninput: () => onfilter(field.value),
  });
  const decision = element(
    "select",
    {
      "aria-label": "Decision",
      onchange: () => {
        const index = decision.selectedIndex - 1;
        const options =
          index < 0
            ? []
            : [...new Set(model.rows.map(row => row.choices && row.choices[index]).filter(Boolean))]
                .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
                .slice(0, 500);
        value.replaceChildren(element("option", {}, "value"), ...options.map(option => element("option", {}, option)));
        value.disabled = index < 0;
      },
    },
    element("option", {}, "decision"),
    model.decisions.map(name => element("option", {}, name)),
  );
  const value = element(
    "select",
    {
      "aria-label": "Value of the decision",
      disabled: true,
      onchange: () => {
        if (value.selectedIndex <= 0) return;
        field.value = (field.value.trim() + " " + term(decision.value, value.value)).trim();
        onfilter(field.value);
      },
    },
    element("option", {}, "value"),
  );
  return [
    element("label", {}, "Filter ", field),
    model.decisions.length > 0 ? element("span", { class: "pair" }, decision, " = ", value) : null,
  ];
}

function chooser(all, visible, change) {
  return element(
    "details",
    { class: "menu" },
    element("summary", {}, "Columns"),
    element(
      "div",
      { class: "choices" },
      all.map(column => {
        const box = element("input", {
          type: "checkbox",
          onchange: () => {
            if (box.checked) visible.add(column.key);
            else visible.delete(column.key);
            change();
          },
        });
        box.checked = visible.has(column.key);
        return element("label", {}, box, " ", column.title);
      }),
    ),
  );
}

export const trials = {
  id: "trials",
  title: "Trials",
  open(model) {
    const all = columns(model);
    if (!kept.has(model.name)) {
      kept.set(model.name, {
        sorting: { key: "number", down: true },
        text: "",
        visible: new Set(all.filter(column => column.shown).map(column => column.key)),
      });
    }
    const state = kept.get(model.name);
    const count = element("span", { class: "note", role: "status" });
    const wanted = () => all.filter(column => state.visible.has(column.key));
    const list = new DataTable({ label: "Trials", key: row => row.number, columns: wanted(), sorting: state.sorting });
    const counted = () => {
      const text = (list.shown < model.rows.length ? decimals(list.shown) + " of " : "") + decimals(model.rows.length) + " trials";
      if (count.textContent !== text) count.textContent = text;
    };
    const filtered = () => {
      list.setFilter(rowFilter(state.text, rowValue(model)));
      counted();
    };
    const update = () => {
      list.setItems(model.rows);
      counted();
    };
    update();
    filtered();
    const csv = element(
      "a",
      { class: "button", href: "/api/trials.csv?" + new URLSearchParams({ study: model.name }), download: model.title + "-trials.csv" },
      "CSV",
    );
    return {
      node: element(
        "section",
        {},
        element(
          "div",
          { class: "controls" },
          filterField(model, state.text, text => {
            state.text = text;
            filtered();
          }),
          chooser(all, state.visible, () => list.setColumns(wanted())),
          csv,
          count,
        ),
        list.node,
      ),
      shown: update,
      update,
      close: () => list.close(),
    };
  },
};
