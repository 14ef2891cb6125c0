import { element, link, note, trialPath } from "./dom.js";
import { send } from "./commands.js";

const MOST_FIELDS = 60;

// Fields for the choices of an architecture, beginning with those of a trial.
export function enqueue(model, from, said) {
  const row =
    model.rows[from - 1] ||
    model.rows.filter(each => typeof each.reward === "number").sort((a, b) => b.reward - a.reward)[0] ||
    model.rows[0];
  if (!row) return note("There is no trial yet whose architecture could be changed.");
  const choices = row.choices.slice();
  while (choices.length < model.decisions.length) choices.push(null);
  if (model.decisions.length > MOST_FIELDS)
    return note("The architectures have too many decisions for a form; nas steer RUN --enqueue takes one.");
  const inputs = model.decisions.map((decision, index) => {
    const list = element(
      "datalist",
      { id: "choices-" + index },
      [
        ...new Set(
          model.rows
            .slice(-2000)
            .map(each => each.choices[index])
            .filter(Boolean),
        ),
      ]
        .sort()
        .slice(0, 200)
        .map(value => element("option", { value })),
    );
    const input = element("input", { type: "text", list: list.id, value: choices[index] || "", spellcheck: "false", autocomplete: "off" });
    return { input, node: element("label", {}, element("span", { class: "note" }, decision), input, list) };
  });
  return element(
    "form",
    {
      onsubmit: event => {
        event.preventDefault();
        const texts = inputs.map(({ input }) => input.value.trim()).filter(Boolean);
        said.of(() => send(model, { command: "enqueue", architecture: texts }), "Sent. It begins when the next trial ends.");
      },
    },
    note(
      "The architecture of ",
      link(trialPath(model.name, row.number), "trial " + row.number),
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
