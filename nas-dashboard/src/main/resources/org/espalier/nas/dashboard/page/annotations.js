import { element } from "./dom.js";
import { send } from "./commands.js";
import { renew } from "./renew.js";

// Returns forms for the tags and the note of a study.
export function annotations(model, said) {
  const remove = tag => said.of(() => send(model, { command: "tag", name: tag, present: false }), "Removed.");
  const tags = element("span", {
    class: "tags",
    onclick: event => {
      if (event.target.matches("button")) remove(event.target.parentNode.dataset.key);
    },
  });
  const name = element("input", { type: "text", maxlength: "60", size: "14", "aria-label": "New tag" });
  const text = element("textarea", { rows: "3", maxlength: "10000", "aria-label": "Note about the study" });
  let known = null;
  const update = () => {
    const { tags: now = [], note: written = "" } = model.head;
    renew(
      tags,
      now.map(tag =>
        element(
          "span",
          { class: "tag", "data-key": tag },
          tag,
          element("button", { type: "button", class: "small", "aria-label": "Remove the tag " + tag }, "×"),
        ),
      ),
    );
    // Whoever is typing is not disturbed.
    if (known === null || text.value === known) text.value = written;
    known = written;
  };
  update();
  const node = element(
    "div",
    {},
    element(
      "form",
      {
        class: "controls",
        onsubmit: event => {
          event.preventDefault();
          said
            .of(() => send(model, { command: "tag", name: name.value.trim(), present: true }), "Added.")
            .then(added => {
              if (added) name.value = "";
            });
        },
      },
      tags,
      name,
      element("button", {}, "Add tag"),
    ),
    element(
      "form",
      {
        onsubmit: event => {
          event.preventDefault();
          said.of(() => send(model, { command: "note", text: text.value }), "Kept.");
        },
      },
      text,
      element("div", { class: "controls" }, element("button", {}, "Keep note"), said.node),
    ),
  );
  return { node, update };
}
