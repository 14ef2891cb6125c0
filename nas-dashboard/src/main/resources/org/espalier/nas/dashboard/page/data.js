import { element, note, table } from "./dom.js";

// The findings of the audit stand in the provenance: kind, subject and message, by number.
const findings = model =>
  Object.entries(model.provenance)
    .filter(([key]) => key.startsWith("audit."))
    .sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
    .map(([, text]) => text.split("\t"));
const facts = model => Object.entries(model.provenance).filter(([key]) => key.startsWith("dataset."));

export const data = {
  id: "data",
  title: "Data",
  without: model =>
    facts(model).length === 0 ? "The study has no data set: its evaluator takes none, or the program that started it recorded none." : "",
  open(model) {
    const found = findings(model);
    return {
      node: element(
        "div",
        { class: "stack" },
        element(
          "section",
          { class: "card" },
          element("h2", {}, "Audit"),
          note("Findings before the search began."),
          found.length > 0
            ? table(
                [{ title: "kind" }, { title: "subject" }, { title: "finding" }],
                found.map(([kind, subject, message]) => [kind.toLowerCase().replaceAll("_", " "), subject, message]),
                "Findings of the audit",
              )
            : element("p", {}, "None."),
        ),
        element(
          "section",
          { class: "card" },
          element("h2", {}, "Data set"),
          table(
            [{ title: "fact" }, { title: "value" }],
            facts(model).map(([key, value]) => [key.slice("dataset.".length), value]),
            "Data set",
          ),
        ),
      ),
      close() {},
    };
  },
};
