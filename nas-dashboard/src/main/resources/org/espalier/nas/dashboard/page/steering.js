import { element, get, link, moment, note, studyPath, trialPath } from "./dom.js";
import { annotations } from "./annotations.js";
import { answers, ask, card, careful, send } from "./commands.js";
import { renew } from "./renew.js";
import { enqueue } from "./enqueue.js";
import { budget } from "./limits.js";

const PAUSE = 2000;

function ends(model, said) {
  const interrupt = careful("Interrupt", "Really interrupt?", () =>
    said.of(() => ask("POST", "/api/interrupt", { study: model.name }, {}), "It ends at the next step of its trials; nas resume goes on."),
  );
  const stop = careful("End the search", "Really end it?", () =>
    said.of(() => send(model, { command: "stop-study" }), "No more trials begin once the study has taken this."),
  );
  return { interrupt, stop };
}

function history(model, again) {
  const withdraw = request => ask("DELETE", "/api/steering", { study: model.name, request }).finally(again);
  const body = element("tbody", {
    onclick: event => {
      if (event.target.matches("button")) withdraw(event.target.closest("tr").dataset.key);
    },
  });
  const empty = note("Nobody has steered this study.");
  const node = element(
    "div",
    {},
    empty,
    element(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": "Commands" },
      element(
        "table",
        {},
        element(
          "thead",
          {},
          element(
            "tr",
            {},
            ["number", "sent (UTC)", "command", ""].map(title => element("th", { scope: "col" }, title)),
          ),
        ),
        body,
      ),
    ),
  );
  let before = "";
  const line = ({ request, at, number = "–" }, text, last, style = "") =>
    element(
      "tr",
      { "data-key": request },
      element("td", {}, String(number)),
      element("td", {}, moment(at)),
      element("td", { class: style }, text),
      element("td", {}, last),
    );
  const draw = data => {
    const text = JSON.stringify(data) + model.head.status;
    if (text === before) return;
    before = text;
    const waits = ({ until }) => "waits " + (model.head.status === "running" ? until : "until the study is resumed");
    renew(
      body,
      data.waiting
        .map(each =>
          line(each, each.text + ": " + waits(each), element("button", { type: "button", class: "small" }, "Withdraw"), "waiting"),
        )
        .reverse(),
      data.taken
        .map(each =>
          line(
            each,
            each.text,
            each.trial ? link(trialPath(model.name, each.trial), "trial " + each.trial) : "",
            each.refused ? "failed" : "",
          ),
        )
        .reverse(),
    );
    empty.hidden = data.waiting.length + data.taken.length > 0;
    node.lastChild.hidden = !empty.hidden;
  };
  return { node, draw };
}

export const steering = {
  id: "steering",
  title: "Steering",
  open(model, query = new URLSearchParams()) {
    let timer = null;
    let closed = false;
    const list = history(model, () => read());
    const read = async () => {
      clearTimeout(timer);
      try {
        const data = await get("/api/steering", { study: model.name });
        if (closed) return;
        interrupt.hidden = !data.interruptible;
        list.draw(data);
      } catch {
        // The next look finds out whether the dashboard answers again.
      }
      if (!closed) timer = setTimeout(read, PAUSE);
    };
    const saidOfEnds = answers(model, read);
    const { interrupt, stop } = ends(model, saidOfEnds);
    const said = annotations(model, answers(model, read));
    const enable = () => {
      interrupt.disabled = model.head.status !== "running";
      stop.disabled = model.head.status === "finished";
    };
    const update = () => {
      enable();
      said.update();
    };
    enable();
    read();
    return {
      node: element(
        "div",
        { class: "stack" },
        note(
          "Commands become events of the ledger at their places in the search: nas resume and nas replay know them, and nas run --steering repeats them.",
        ),
        element(
          "div",
          { class: "columns" },
          card(
            "Search",
            element("div", { class: "controls" }, interrupt, stop, saidOfEnds.node),
            note(
              "An interrupted search goes on with nas resume, as if nothing had happened. An ended one finishes the trials that are proposed already.",
            ),
          ),
          card("Budget", budget(model, answers(model, read))),
        ),
        card("Enqueue an architecture", enqueue(model, Number(query.get("from")), answers(model, read))),
        card("Tags and note", said.node),
        card("Commands", list.node),
      ),
      update,
      headed: update,
      close() {
        closed = true;
        clearTimeout(timer);
      },
    };
  },
};

// The part of a trial's page that sends commands about it.
export function trialSteering(model, number) {
  const said = answers(model);
  const stop = careful("Stop this trial", "Really stop it?", () =>
    said.of(() => send(model, { command: "stop-trial", trial: number }), "It stops after its next epoch; what it reached counts."),
  );
  const text = element("textarea", { rows: "2", maxlength: "10000", "aria-label": "Note about the trial" });
  let known = null;
  const update = () => {
    const row = model.rows[number - 1] || {};
    stop.hidden = !["running", "waiting"].includes(row.state);
    const written = row.note || "";
    if (known === null || text.value === known) text.value = written;
    known = written;
  };
  update();
  const node = card(
    "Steering",
    element(
      "div",
      { class: "controls" },
      stop,
      element("a", { class: "button", href: studyPath(model.name, "steering") + "?from=" + number }, "Enqueue a variation"),
    ),
    element(
      "form",
      {
        onsubmit: event => {
          event.preventDefault();
          said.of(() => send(model, { command: "note", trial: number, text: text.value }), "Kept.");
        },
      },
      text,
      element("div", { class: "controls" }, element("button", {}, "Keep note"), said.node),
    ),
  );
  return { node, update };
}
