import { decimals, element, factList, get, link, note, table } from "./dom.js";
import { renew } from "./renew.js";
import { polling } from "./polling.js";

const TITLES = {
  curves: "Anytime curves",
  regret: "Regret",
  attainment: "Attained fronts",
  distribution: "Scores of all seeds",
  pairs: "Pairs of arms",
  ranks: "Ranks and critical difference",
  cost: "Cost",
};

function cell({ text, more, best }) {
  return element("span", {}, best ? element("b", {}, text) : text, more ? element("small", { class: "interval" }, more) : null);
}

function filled(data, caption) {
  return [
    table(
      data.columns.map((title, index) => ({ title, number: index > 0 })),
      data.rows.map(row => row.map(cell)),
      caption,
    ),
    note(data.note),
  ];
}

// A figure of the report, which keeps its place when it is drawn anew.
class Figure {
  #image = element("img", { class: "figure", loading: "lazy" });
  #caption = element("figcaption");

  constructor(name) {
    const kind = name.split("-")[0];
    const rest = name === kind ? "" : " · " + name.slice(kind.length + 1);
    this.node = element(
      "figure",
      { class: "card" },
      element("h2", {}, TITLES[kind] || name, rest),
      element("div", { class: "scroll wide-figure" }, this.#image),
      this.#caption,
    );
  }

  show(comparison, version, figure) {
    const phone = matchMedia("(max-width: 40rem)").matches;
    const parameters = { name: comparison, figure: figure.name, version, layout: phone ? "phone" : "wide" };
    this.#image.src = "/api/comparison/figure?" + new URLSearchParams(parameters);
    this.#image.alt = figure.description;
    if (!phone) {
      this.#image.width = figure.width;
      this.#image.height = figure.height;
    }
    this.#caption.textContent = figure.note;
    this.#caption.hidden = !figure.note;
  }
}

class ComparisonView {
  #name;
  #version = null;
  #facts = factList();
  #description = note();
  #early = element("p", { class: "warning", role: "note" });
  #verdict = element("ul", { class: "verdict" });
  #progress = element("div");
  #tables = element("div", { class: "stack" });
  #pairs = element("div", { class: "stack" });
  #figures = element("div", { class: "stack" });
  #drawn = new Map();
  #assumptions = element("ul");
  #yaml = element("pre", { class: "long", tabindex: "0" });
  #sources = element("div");

  constructor(name) {
    this.#name = name;
    const report = "/api/comparison/report?" + new URLSearchParams({ name });
    this.node = element(
      "div",
      { class: "stack" },
      element("h1", {}, name),
      this.#description,
      this.#facts.node,
      this.#early,
      element("section", { class: "card" }, element("h2", {}, "Verdict"), this.#verdict),
      element("section", { class: "card" }, element("h2", {}, "Searches: planned and done"), this.#progress),
      this.#tables,
      this.#figures,
      this.#pairs,
      element(
        "section",
        { class: "card" },
        element("h2", {}, "Behind the numbers"),
        this.#assumptions,
        element("details", {}, element("summary", {}, "The resolved file"), this.#yaml),
        element("details", {}, element("summary", {}, "Provenance"), this.#sources),
        element(
          "p",
          {},
          element("a", { href: report, target: "_blank", rel: "noopener" }, "The whole report in a new tab"),
          ", without its scripts.",
        ),
      ),
    );
  }

  async load() {
    const tree = await get("/api/comparison", { name: this.#name });
    this.#facts.update([
      ["status", tree.statusText, tree.status],
      ["searches", decimals(tree.endedNow) + " of " + decimals(tree.planned)],
      ["of which analysed", decimals(tree.ended)],
      ["budget per search", tree.budget],
      ["file", tree.file],
    ]);
    this.#description.textContent = tree.description || "";
    this.#description.hidden = !tree.description;
    if (tree.version === this.#version) return;
    this.#version = tree.version;
    this.#early.hidden = !tree.early;
    this.#early.textContent = tree.early || "";
    renew(this.#verdict, ...tree.verdict.map(sentence => element("li", {}, sentence)));
    renew(
      this.#progress,
      table(
        [
          { title: "arm" },
          { title: "problem" },
          { title: "planned seeds", number: true },
          { title: "done", number: true },
          { title: "failed", number: true },
        ],
        tree.progress.map(row => [row.arm, row.problem, row.planned, row.ended, row.failed]),
        "Searches of each arm",
      ),
    );
    this.#fillTables(tree);
    this.#fillFigures(tree);
    renew(this.#assumptions, ...tree.assumptions.map(sentence => element("li", {}, sentence)));
    this.#yaml.textContent = tree.yaml;
    renew(this.#sources, table([{ title: "fact" }, { title: "value" }], Object.entries(tree.facts), "Provenance"));
  }

  #fillTables({ problems }) {
    const title = (text, problem) => element("h2", {}, problems.length > 1 ? text + " · " + problem : text);
    renew(
      this.#tables,
      ...problems.map(({ problem, about, ranking }) =>
        element(
          "section",
          { class: "card" },
          title("Final scores", problem),
          note(about),
          ...filled(ranking, "Final scores on " + problem),
        ),
      ),
    );
    renew(
      this.#pairs,
      ...problems
        .filter(({ pairs }) => pairs.rows.length > 0)
        .map(({ problem, pairs }) =>
          element("section", { class: "card" }, title("Pairwise tests", problem), ...filled(pairs, "Tests of pairs on " + problem)),
        ),
    );
  }

  #fillFigures({ figures, version }) {
    for (const figure of figures) {
      if (!this.#drawn.has(figure.name)) this.#drawn.set(figure.name, new Figure(figure.name));
      this.#drawn.get(figure.name).show(this.#name, version, figure);
    }
    const nodes = figures.map(figure => this.#drawn.get(figure.name).node);
    if (nodes.length !== this.#figures.childElementCount) this.#figures.replaceChildren(...nodes);
  }
}

export async function open(main, { parts }) {
  const view = new ComparisonView(parts[1]);
  await view.load();
  main.replaceChildren(view.node);
  const poll = polling(() => view.load());
  return {
    title: parts[1],
    trail: [link("#/", "studies"), link("#/comparisons", "comparisons"), parts[1]],
    close() {
      poll.close();
    },
  };
}
