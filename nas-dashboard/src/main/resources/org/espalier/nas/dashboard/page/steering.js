import { element, get, link, moment, note, studyPath, trialPath } from "./dom.js";

const PAUSE = 2000;
const UNDO = 4000;
const LOOK = 500;
const LOOKS = 20;
const MOST_FIELDS = 60;

async function ask(method, path, parameters, body) {
  const answer = await fetch(path + "?" + new URLSearchParams(parameters), {
    method, headers: body === undefined ? {} : { "Content-Type": "application/json" }, body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

export const send = (model, command) => ask("POST", "/api/steering", { study: model.name }, command);

// A line that says how the last command of a form went, and what it became once the study has taken it.
function answers(model, after = () => {}) {
  const node = element("span", { class: "note", role: "status" });
  let last = null;
  async function follow(request) {
    last = request;
    for (let look = 0; look < LOOKS && last === request && node.isConnected; look++) {
      await new Promise(resolve => setTimeout(resolve, LOOK));
      const { taken } = await get("/api/steering", { study: model.name }).catch(() => ({ taken: [] }));
      const event = taken.find(each => each.request === request);
      if (event && last === request) {
        node.className = event.refused ? "failed" : "note";
        node.textContent = "Taken: " + event.text;
        return;
      }
    }
  }
  return {
    node,
    async of(work, done) {
      node.className = "note";
      node.textContent = "Sending …";
      last = null;
      try {
        const { request } = await work();
        node.textContent = done;
        after();
        if (request) follow(request);
        return true;
      } catch (problem) {
        node.className = "failed";
        node.textContent = problem.message || "The dashboard does not answer.";
        return false;
      }
    },
  };
}

// A button that must be pressed twice.
function careful(text, again, work) {
  let timer = null;
  const button = element("button", { type: "button", onclick: () => {
    if (timer === null) {
      button.textContent = again;
      timer = setTimeout(rest, UNDO);
    } else {
      clearTimeout(timer);
      rest();
      work();
    }
  } }, text);
  function rest() {
    timer = null;
    button.textContent = text;
  }
  return button;
}

const card = (title, ...content) => element("section", { class: "card" }, element("h2", {}, title), ...content);

function ends(model, said) {
  const interrupt = careful("Interrupt", "Really interrupt?",
    () => said.of(() => ask("POST", "/api/interrupt", { study: model.name }, {}), "It ends at the next step of its trials; nas resume goes on."));
  const stop = careful("End the search", "Really end it?",
    () => said.of(() => send(model, { command: "stop-study" }), "No more trials begin once the study has taken this."));
  return { interrupt, stop };
}

const LIMITS = [["trials", "trials"], ["epochs", "epochs"], ["seconds", "simulated seconds"], ["wallClock", "time, such as 2h30m"]];

function duration(text) {
  const parts = /^\s*(?:(\d+)\s*h)?\s*(?:(\d+)\s*m(?:in)?)?\s*(?:(\d+)\s*s)?\s*$/.exec(text);
  if (!parts || !parts.slice(1).some(Boolean)) throw new Error("time (" + text + ") must be written like 2h30m.");
  return "PT" + parts.slice(1).map((part, index) => part ? part + "HMS"[index] : "").join("");
}

function budget(model, said) {
  const inputs = LIMITS.map(([name, title]) => [name, element("input", { type: name === "wallClock" ? "text" : "number", min: "1", step: "1", size: "8", "aria-label": title, placeholder: name === "trials" ? model.head.budgetTrials : undefined }), title]);
  const form = element("form", { class: "controls", onsubmit: event => {
    event.preventDefault();
    said.of(() => {
      const command = { command: "change-budget" };
      for (const [name, input] of inputs) if (input.value) command[name] = name === "wallClock" ? duration(input.value) : Number(input.value);
      return send(model, command);
    }, "Sent.").then(sent => { if (sent) form.reset(); });
  } }, inputs.map(([, input, title]) => element("label", {}, title + " ", input)), element("button", {}, "Set limits"), said.node);
  return form;
}

// Fields for the choices of an architecture, beginning with those of a trial.
function enqueue(model, from, said) {
  const row = model.rows[from - 1] || model.rows.filter(each => typeof each.reward === "number").sort((a, b) => b.reward - a.reward)[0] || model.rows[0];
  if (!row) return note("There is no trial yet whose architecture could be changed.");
  const choices = row.choices.slice();
  while (choices.length < model.decisions.length) choices.push(null);
  if (model.decisions.length > MOST_FIELDS) return note("The architectures have too many decisions for a form; nas steer RUN --enqueue takes one.");
  const inputs = model.decisions.map((decision, index) => {
    const list = element("datalist", { id: "choices-" + index }, [...new Set(model.rows.slice(-2000).map(each => each.choices[index]).filter(Boolean))].sort().slice(0, 200).map(value => element("option", { value })));
    const input = element("input", { type: "text", list: list.id, value: choices[index] || "", spellcheck: "false", autocomplete: "off" });
    return { input, node: element("label", {}, element("span", { class: "note" }, decision), input, list) };
  });
  return element("form", { onsubmit: event => {
    event.preventDefault();
    const texts = inputs.map(({ input }) => input.value.trim()).filter(Boolean);
    said.of(() => send(model, { command: "enqueue", architecture: texts }), "Sent. It begins when the next trial ends.");
  } },
  note("The architecture of ", link(trialPath(model.name, row.number), "trial " + row.number), ", to be changed. Decisions that the architecture does not take stay empty."),
  element("div", { class: "fields" }, inputs.map(({ node }) => node)),
  element("div", { class: "controls" }, element("button", {}, "Enqueue"), said.node));
}

function annotations(model, said) {
  const tags = element("span", { class: "tags" });
  const name = element("input", { type: "text", maxlength: "60", size: "14", "aria-label": "New tag" });
  const text = element("textarea", { rows: "3", maxlength: "10000", "aria-label": "Note about the study" });
  let known = null;
  const update = () => {
    const { tags: now = [], note: written = "" } = model.head;
    tags.replaceChildren(...now.map(tag => element("span", { class: "tag" }, tag, element("button", { type: "button", class: "small", "aria-label": "Remove the tag " + tag,
      onclick: () => said.of(() => send(model, { command: "tag", name: tag, present: false }), "Removed.") }, "×"))));
    // Whoever is typing is not disturbed.
    if (known === null || text.value === known) text.value = written;
    known = written;
  };
  update();
  const node = element("div", {},
    element("form", { class: "controls", onsubmit: event => {
      event.preventDefault();
      said.of(() => send(model, { command: "tag", name: name.value.trim(), present: true }), "Added.").then(added => { if (added) name.value = ""; });
    } }, tags, name, element("button", {}, "Add tag")),
    element("form", { onsubmit: event => {
      event.preventDefault();
      said.of(() => send(model, { command: "note", text: text.value }), "Kept.");
    } }, text, element("div", { class: "controls" }, element("button", {}, "Keep note"), said.node)));
  return { node, update };
}

function history(model) {
  const body = element("tbody");
  const empty = note("Nobody has steered this study.");
  const node = element("div", {}, empty, element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Commands" },
    element("table", {}, element("thead", {}, element("tr", {}, ["number", "sent (UTC)", "command", ""].map(title => element("th", { scope: "col" }, title)))), body)));
  let before = "";
  const line = (number, at, text, last, style = "") => element("tr", {}, element("td", {}, number), element("td", {}, moment(at)), element("td", { class: style }, text), element("td", {}, last));
  const withdraw = async (request, again) => {
    await ask("DELETE", "/api/steering", { study: model.name, request });
    again();
  };
  const draw = (data, again) => {
    const text = JSON.stringify(data) + model.head.status;
    if (text === before) return;
    before = text;
    const waits = model.head.status === "running" ? "waits until the next trial ends" : "waits until the study is resumed";
    body.replaceChildren(
      ...data.waiting.map(each => line("–", each.at, each.text + ": " + waits, element("button", { type: "button", class: "small", onclick: () => withdraw(each.request, again) }, "Withdraw"), "waiting")).reverse(),
      ...data.taken.map(each => line(String(each.number), each.at, each.text, each.trial ? link(trialPath(model.name, each.trial), "trial " + each.trial) : "", each.refused ? "failed" : "")).reverse());
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
    const list = history(model);
    const read = async () => {
      clearTimeout(timer);
      try {
        const data = await get("/api/steering", { study: model.name });
        if (closed) return;
        interrupt.hidden = !data.interruptible;
        list.draw(data, read);
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
    };
    enable();
    read();
    return {
      node: element("div", { class: "stack" },
        note("Commands become events of the ledger at their places in the search: nas resume and nas replay know them, and nas run --steering repeats them."),
        element("div", { class: "columns" },
          card("Search", element("div", { class: "controls" }, interrupt, stop, saidOfEnds.node),
            note("An interrupted search goes on with nas resume, as if nothing had happened. An ended one finishes its running trials.")),
          card("Budget", budget(model, answers(model, read)))),
        card("Enqueue an architecture", enqueue(model, Number(query.get("from")), answers(model, read))),
        card("Tags and note", said.node),
        card("Commands", list.node)),
      update() { enable(); said.update(); },
      close() { closed = true; clearTimeout(timer); },
    };
  },
};

// The part of a trial's page that sends commands about it.
export function trialSteering(model, number) {
  const said = answers(model);
  const stop = careful("Stop this trial", "Really stop it?", () => said.of(() => send(model, { command: "stop-trial", trial: number }), "It stops after its next epoch; what it reached counts."));
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
  const node = card("Steering",
    element("div", { class: "controls" }, stop, element("a", { class: "button", href: studyPath(model.name, "steering") + "?from=" + number }, "Enqueue a variation")),
    element("form", { onsubmit: event => {
      event.preventDefault();
      said.of(() => send(model, { command: "note", trial: number, text: text.value }), "Kept.");
    } }, text, element("div", { class: "controls" }, element("button", {}, "Keep note"), said.node)));
  return { node, update };
}
