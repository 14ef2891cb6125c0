import { element } from "./dom.js";
import { send } from "./commands.js";

const LIMITS = [
  ["trials", "trials"],
  ["epochs", "epochs"],
  ["seconds", "simulated seconds"],
  ["wallClock", "time, such as 2h30m"],
];

const MOST_HOURS = 100 * 365 * 24;

function duration(text) {
  const parts = /^\s*(?:(\d+)\s*h)?\s*(?:(\d+)\s*m(?:in)?)?\s*(?:(\d+)\s*s)?\s*$/.exec(text);
  if (!parts || !parts.slice(1).some(Boolean)) throw new Error("time (" + text + ") must be written like 2h30m.");
  const [hours, minutes, seconds] = parts.slice(1).map(part => Number(part || 0));
  if (hours + minutes / 60 + seconds / 3600 > MOST_HOURS) throw new Error("time (" + text + ") must be at most 100 years.");
  return (
    "PT" +
    parts
      .slice(1)
      .map((part, index) => (part ? part + "HMS"[index] : ""))
      .join("")
  );
}

// Returns a form for the limits of a study.
export function budget(model, said) {
  const inputs = LIMITS.map(([name, title]) => [
    name,
    element("input", {
      type: name === "wallClock" ? "text" : "number",
      min: "1",
      step: "1",
      size: "8",
      "aria-label": title,
      placeholder: name === "trials" ? model.head.budgetTrials : undefined,
    }),
    title,
  ]);
  const form = element(
    "form",
    {
      class: "controls",
      onsubmit: event => {
        event.preventDefault();
        said
          .of(() => {
            const command = { command: "change-budget" };
            for (const [name, input] of inputs)
              if (input.value) command[name] = name === "wallClock" ? duration(input.value) : Number(input.value);
            return send(model, command);
          }, "Sent.")
          .then(sent => {
            if (sent) form.reset();
          });
      },
    },
    inputs.map(([, input, title]) => element("label", {}, title + " ", input)),
    element("button", {}, "Set limits"),
    said.node,
  );
  return form;
}
