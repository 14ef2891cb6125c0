import { element, get, link, note, trialPath } from "./dom.js";
import { ask } from "./commands.js";

const MOST_FIELDS = 60;
const MOST_OPTIONS = 200;

// Returns the texts to choose from: the options of the decision, or what trials chose.
function offered(model, { decision, options }) {
  if (options.length > 0) return options.slice(0, MOST_OPTIONS);
  const index = model.decisions.indexOf(decision);
  const used = model.rows.slice(-2000).map(row => row.choices[index]);
  return [...new Set(used.filter(Boolean))].sort().slice(0, MOST_OPTIONS);
}

function input(model, field, index) {
  const list = element(
    "datalist",
    { id: "choices-" + index },
    offered(model, field).map(value => element("option", { value })),
  );
  const text = element("input", { type: "text", list: list.id, value: field.text, spellcheck: "false", autocomplete: "off" });
  return { decision: field.decision, text, node: element("label", {}, element("span", { class: "note" }, field.decision), text, list) };
}

// Returns when an enqueued architecture will be trained.
const begins = status =>
  status === "running"
    ? "Sent. It begins when a trial has ended and the budget of trials has room."
    : "Sent. It waits until nas resume goes on with the study, and needs room in the budget of trials.";

function form(model, number, fields, said) {
  const inputs = fields.map((field, index) => input(model, field, index));
  const choices = () => inputs.map(({ decision, text }) => [decision, text.value.trim()]).filter(([, text]) => text);
  return element(
    "form",
    {
      onsubmit: event => {
        event.preventDefault();
        said.of(() => ask("POST", "/api/enqueue", { study: model.name }, { choices: choices() }), begins(model.head.status));
      },
    },
    note(
      "The architecture of ",
      link(trialPath(model.name, number), "trial " + number),
      ", to be changed. Decisions that the architecture does not take stay empty.",
    ),
    element(
      "div",
      { class: "fields" },
      inputs.map(({ node }) => node),
    ),
    element("div", { class: "controls" }, element("button", {}, "Enqueue"), said.node),
  );
}

// Returns fields for the choices of an architecture, beginning with those of a trial.
export function enqueue(model, from, said) {
  const row =
    model.rows[from - 1] ||
    model.rows.filter(each => typeof each.reward === "number").sort((a, b) => b.reward - a.reward)[0] ||
    model.rows[0];
  if (!row) return note("There is no trial yet whose architecture could be changed.");
  const node = element("div", {}, note("Reading the search space …"));
  get("/api/enqueue", { study: model.name, trial: row.number })
    .then(({ fields }) =>
      node.replaceChildren(
        fields.length > MOST_FIELDS
          ? note("The architectures have too many decisions for a form; nas steer RUN --enqueue takes one.")
          : form(model, row.number, fields, said),
      ),
    )
    .catch(problem => node.replaceChildren(note(problem.message)));
  return node;
}
