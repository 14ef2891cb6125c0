import { element, get, note, throttled } from "./dom.js";

const PAUSE = 4000;

// The content of a tab that the server computes: asked for once, and again, not too often, when the study has changed.
// draw(data, node) is called with each answer; while asking again the last answer stays.
export function remote(path, model, draw, parameters = () => ({})) {
  const node = element("div", { class: "stack", "aria-busy": "true" });
  const waiting = note("Computing …");
  node.append(waiting);
  const stop = new AbortController();
  let asking = false;
  let missed = false;
  const ask = async () => {
    if (asking) {
      missed = true;
      return;
    }
    asking = true;
    try {
      const data = await get(path, { study: model.name, ...parameters() }, stop.signal);
      waiting.remove();
      draw(data, node);
    } catch (problem) {
      if (stop.signal.aborted) return;
      waiting.textContent = problem.message || "The dashboard does not answer.";
      node.prepend(waiting);
    }
    node.setAttribute("aria-busy", "false");
    asking = false;
    if (missed) {
      missed = false;
      again();
    }
  };
  const again = throttled(ask, PAUSE);
  again();
  return { node, update: again, ask, close() { stop.abort(); again.stop(); } };
}

// Shows a reason in the place of content, or takes it away.
export function reason(node, text) {
  let shown = node.querySelector(":scope > .reason");
  if (!shown) {
    shown = element("p", { class: "note reason" });
    node.prepend(shown);
  }
  shown.textContent = text;
  shown.hidden = !text;
}
