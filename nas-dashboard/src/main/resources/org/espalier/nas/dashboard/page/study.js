import { decimals, element, factList, get, link, note, studyPath, time } from "./dom.js";
import { StudyModel } from "./live.js";
import { openTrial } from "./trial.js";
import { overview } from "./overview.js";
import { trials } from "./trials.js";
import { choices } from "./choices.js";
import { controller } from "./controller.js";
import { curves } from "./curves.js";
import { data } from "./data.js";
import { front } from "./front.js";
import { timeline } from "./timeline.js";
import { experiment } from "./experiment.js";
import { importance } from "./importance.js";
import { log } from "./log.js";
import { parallel } from "./parallel.js";
import { predictions } from "./predictions.js";
import { steering } from "./steering.js";

// The tabs of a study by the last part of their address. open(model) returns {node, update(rows), headed(), close()}, of
// which headed is called if only the head has changed; without says why a study has nothing for a tab, or returns "".
const TABS = [
  overview,
  trials,
  curves,
  front,
  timeline,
  importance,
  parallel,
  choices,
  predictions,
  controller,
  data,
  experiment,
  steering,
  log,
];

class StudyView {
  #model;
  #main;
  #facts = factList();
  #tabs;
  #panel = element("div", { id: "panel" });
  #open = null;
  #shown = null;
  #unsubscribe;
  #calls = 0;

  constructor(main, model) {
    this.#main = main;
    this.#model = model;
    this.#unsubscribe = model.subscribe((rows, facts) => this.#update(rows, facts));
    this.#tabs = element(
      "nav",
      { class: "tabs", "aria-label": "Views of the study" },
      TABS.map(tab => element("a", { href: studyPath(model.name, tab.id), "data-tab": tab.id }, tab.title)),
    );
    this.#head();
  }

  get name() {
    return this.#model.name;
  }
  get title() {
    return this.#shown ? this.#shown.title : this.#model.title;
  }
  get trail() {
    return this.#shown ? this.#shown.trail : [link("#/", "studies"), this.#model.name];
  }

  #head() {
    const head = this.#model.head;
    this.#facts.update([
      ["status", head.status, head.status],
      ["by", head.holder],
      ["trials", decimals(head.finished) + " of " + decimals(head.budgetTrials || head.trials)],
      ["best reward", head.front === undefined || head.best !== undefined ? decimals(head.best) : undefined],
      ["on the front", head.front === undefined ? undefined : decimals(head.front)],
      ["failed", decimals(head.failed), head.failed > 0 ? "failed" : ""],
      ["running", decimals(head.running)],
      ["time", time(head.seconds)],
      ["time left", head.remainingSeconds === undefined || head.remainingSeconds === null ? undefined : "≈ " + time(head.remainingSeconds)],
      ["infeasible", head.infeasible || undefined],
      ["seed", String(this.#model.seed)],
    ]);
  }

  #update(rows, facts) {
    if (!this.#shown) this.#head();
    if (!this.#open) return;
    if ((rows.length > 0 || facts) && this.#open.update) this.#open.update(rows);
    else if (this.#open.headed) this.#open.headed();
  }

  // Shows a tab; everything else on the page stays as it is.
  tab(id, query) {
    this.#calls++;
    this.#drop();
    this.#shown = null;
    const tab = TABS.find(each => each.id === id) || TABS[0];
    for (const anchor of this.#tabs.children) {
      if (anchor.dataset.tab === tab.id) anchor.setAttribute("aria-current", "page");
      else anchor.removeAttribute("aria-current");
    }
    if (this.#panel.parentNode !== this.#main) {
      this.#head();
      this.#main.replaceChildren(element("h1", {}, this.#model.name), this.#facts.node, this.#tabs, this.#panel);
    }
    const reason = tab.without ? tab.without(this.#model) : "";
    if (reason) {
      this.#panel.replaceChildren(note(reason));
      // It may have something later.
      this.#open = {
        update: () => {
          if (!tab.without(this.#model)) this.tab(id);
        },
        close() {},
      };
      return;
    }
    this.#open = tab.open(this.#model, query);
    this.#panel.replaceChildren(this.#open.node);
    const current = this.#tabs.querySelector("[aria-current]");
    this.#tabs.scrollLeft = current.offsetLeft - this.#tabs.offsetLeft - 60;
    if (this.#open.shown) this.#open.shown();
  }

  async trial(number) {
    const call = ++this.#calls;
    const trial = await get("/api/trial", { study: this.name, trial: number });
    if (call !== this.#calls) return;
    this.#drop();
    this.#shown = openTrial(this.#main, this.#model, number, trial);
    this.#open = this.#shown;
  }

  #drop() {
    if (this.#open) this.#open.close();
    this.#open = null;
  }

  close() {
    this.#drop();
    this.#unsubscribe();
    this.#model.close();
  }
}

export async function open(main, { parts, query }, before) {
  const [, name, tab, number] = parts;
  const view = before && before.name === name ? before : new StudyView(main, await new StudyModel(name).load());
  if (tab === "trial") await view.trial(Number(number));
  else view.tab(tab, query);
  return view;
}
