import { renew } from "./renew.js";
import { copyButton, element, moment, table, time } from "./dom.js";

const sorted = facts =>
  Object.entries(facts)
    .filter(([key]) => !key.startsWith("audit."))
    .sort(([a], [b]) => a.localeCompare(b));

export const experiment = {
  id: "experiment",
  title: "Experiment",
  open(model) {
    const sessions = element("section", { class: "card" });
    const file = element("pre", { tabindex: "0", class: "long" });
    let shown = null;
    const update = () => {
      if (shown === model.sessions) return;
      shown = model.sessions;
      if (file.textContent !== model.yaml) file.textContent = model.yaml;
      sessions.hidden = model.sessions.length === 0;
      renew(
        sessions,
        element("h2", {}, "Sessions"),
        table(
          [
            { title: "session", number: true },
            { title: "started (UTC)" },
            { title: "ended (UTC)" },
            { title: "ending" },
            { title: "time", number: true },
          ],
          model.sessions.map(session => [
            session.number,
            moment(session.started),
            moment(session.ended),
            session.ending,
            session.ended ? time((new Date(session.ended) - new Date(session.started)) / 1000) : "–",
          ]),
          "Sessions",
        ),
      );
    };
    update();
    return {
      node: element(
        "div",
        { class: "stack" },
        element("section", { class: "card" }, element("h2", {}, "Resolved file ", ...copyButton(() => model.yaml)), file),
        element(
          "section",
          { class: "card" },
          element("h2", {}, "Provenance"),
          table([{ title: "fact" }, { title: "value" }], sorted(model.provenance), "Provenance"),
        ),
        sessions,
      ),
      update,
      close() {},
    };
  },
};
