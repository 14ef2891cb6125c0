import { element, link } from "./dom.js";

const main = document.getElementById("main");
const trail = document.getElementById("trail");
let shown = null;
let latest = 0;

// The views by the first part of their address. A view module exports
// open(holder, place, before): it fills the holder and returns {title, trail, close()}; before is what the last call returned
// if it was of the same module, and may be returned again.
const VIEWS = {
  "": () => import("./studies.js"),
  study: () => import("./study.js"),
  compare: () => import("./compare.js"),
  comparisons: () => import("./comparisons.js"),
  comparison: () => import("./comparison.js"),
};

// Returns the parts of an address such as #/study/name/trial/3?by=x.
export function place(hash = location.hash) {
  const [path, query = ""] = hash.replace(/^#\/?/, "").split("?");
  return { parts: path.split("/").map(decoded), query: new URLSearchParams(query) };
}

function decoded(part) {
  try {
    // Forms write a blank as a plus sign.
    return decodeURIComponent(part.replaceAll("+", " "));
  } catch {
    return part;
  }
}

async function show() {
  const call = ++latest;
  const where = place();
  const kind = where.parts[0] in VIEWS ? where.parts[0] : "";
  try {
    const module = await VIEWS[kind]();
    const before = shown && shown.kind === kind ? shown.view : null;
    if (shown && !before) close();
    // A view that is late must not take the place of a later one.
    const holder = element("div");
    const view = await module.open(holder, where, before);
    if (call !== latest) {
      if (view !== before) view.close();
      return;
    }
    if (before && before !== view) before.close();
    if (view !== before) main.replaceChildren(holder);
    shown = { kind, view };
    document.title = (view.title ? view.title + " · " : "") + "Espalier";
    trail.replaceChildren(...view.trail.flatMap((part, index) => (index ? [" › ", part] : [part])));
  } catch (problem) {
    if (call !== latest) return;
    close();
    main.replaceChildren(
      element("h1", {}, "This cannot be shown"),
      element("p", { class: "failed" }, problem.message || "The dashboard does not answer."),
      element("p", {}, link("#/", "All studies")),
    );
  }
}

function close() {
  if (shown) shown.view.close();
  shown = null;
}

window.addEventListener("hashchange", async () => {
  const page = shown && shown.view;
  await show();
  // Whoever follows a link within a view stays where the link is.
  if (!shown || shown.view !== page) {
    window.scrollTo(0, 0);
    main.focus({ preventScroll: true });
  }
});
document.getElementById("skip").addEventListener("click", event => {
  event.preventDefault();
  main.focus();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  close();
  show();
});
show();
