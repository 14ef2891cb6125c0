import { copyButton, element, get, note, table } from "./dom.js";

const CAPTION =
  "Data flow from top to bottom. Each box is a layer, with the shape of its output for one example and its number of parameters," +
  " if it has any.";

// The network of a trial as pictures, which cannot run anything, with its layers as a table.
function picture({ title, svg, description }) {
  const wide = element("img", { class: "network", alt: description, src: "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg) });
  return element(
    "figure",
    {},
    element("h3", {}, title),
    element("div", { class: "scroll tall", tabindex: "0", role: "region", "aria-label": title }, wide),
  );
}

function layers(rows) {
  return element(
    "details",
    { class: "data" },
    element("summary", {}, "Layers as a table"),
    table(
      [
        { title: "node" },
        { title: "layer" },
        { title: "reads" },
        { title: "output" },
        { title: "parameters", number: true },
        { title: "FLOPs", number: true },
      ],
      rows,
      "Layers",
    ),
  );
}

function legend(entries) {
  return element(
    "ul",
    { class: "legend" },
    entries.map(({ title, light, dark }) => {
      const swatch = element("span", { class: "swatch family" });
      swatch.style.setProperty("--light", light);
      swatch.style.setProperty("--dark", dark);
      return element("li", {}, swatch, title);
    }),
  );
}

// A network of more layers than can be drawn has only its table.
function drawn(network) {
  const { legend: entries, drawings, parts } = network;
  return [
    drawings.length > 0 ? legend(entries) : note("The network has too many layers for a drawing."),
    ...drawings.map(picture),
    parts.length > 0 ? element("details", {}, element("summary", {}, "Parts of the composed layers"), parts.map(picture)) : null,
    drawings.length > 0 ? note(CAPTION) : null,
    layers(network.layers),
  ].filter(Boolean);
}

export function networkCard(model, number) {
  const content = element("div", {}, note("Drawing …"));
  const node = element("section", { class: "card" }, element("h2", {}, "Network"), content);
  get("/api/network", { study: model.name, trial: number })
    .then(network => {
      if (network.problem) {
        content.replaceChildren(note("It cannot be drawn: " + network.problem));
      } else {
        content.replaceChildren(...drawn(network));
      }
    })
    .catch(problem => content.replaceChildren(note(problem.message)));
  return node;
}

export function commandsCard(model, number) {
  const list = element("div");
  get("/api/commands", { study: model.name, trial: number })
    .then(({ commands }) =>
      list.replaceChildren(
        ...commands.map(({ title, text }) =>
          element("div", { class: "command" }, element("p", {}, title, " ", ...copyButton(text)), element("pre", { tabindex: "0" }, text)),
        ),
      ),
    )
    .catch(problem => list.replaceChildren(note(problem.message)));
  return element("section", { class: "card" }, element("h2", {}, "Commands"), list);
}
