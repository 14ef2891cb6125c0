import { element, get, note } from "./dom.js";

const PAUSE = 2000;
const MOST = 400000;

export const log = {
  id: "log",
  title: "Log",
  open(model) {
    const text = element("pre", { class: "log", tabindex: "0", "aria-label": "Log of the run", role: "region" });
    const said = note("Reading …");
    let after = 0;
    let timer = null;
    let closed = false;
    async function read() {
      try {
        const part = await get("/api/log", { study: model.name, after });
        if (closed) return;
        said.textContent = part.problem || (part.cut && after === 0 ? "The end of the log; the file has the rest." : "");
        // Another file has taken its place.
        if (part.from < after) text.replaceChildren();
        if (part.text) append(part.text);
        // A log that cannot be read for a moment goes on where it was.
        after = part.problem ? after : part.to;
      } catch (problem) {
        said.textContent = problem.message || "The dashboard does not answer.";
      }
      if (!closed) timer = setTimeout(read, PAUSE);
    }
    function append(lines) {
      // Whoever has scrolled up to read stays there.
      const atEnd = text.scrollTop + text.clientHeight >= text.scrollHeight - 30;
      text.append(lines);
      while (text.textContent.length > MOST && text.childNodes.length > 1) text.firstChild.remove();
      if (atEnd) text.scrollTop = text.scrollHeight;
    }
    read();
    return {
      node: element("section", {}, said, text),
      close() {
        closed = true;
        clearTimeout(timer);
      },
    };
  },
};
