// Everything that comes from a run is set as text, never as markup.

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value);
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined));
  return made;
}

export async function get(path, parameters = {}, signal = undefined) {
  const answer = await fetch(path + "?" + new URLSearchParams(parameters), { signal });
  if (!answer.ok) {
    const text = await answer.text();
    throw new Error(answer.status === 404 ? "There is no such study or trial." : text);
  }
  return answer.json();
}

export const studyPath = (name, tab) => "#/study/" + encodeURIComponent(name) + (tab ? "/" + tab : "");
export const trialPath = (name, number) => studyPath(name, "trial/" + number);
export const link = (href, ...text) => element("a", { href }, ...text);
export const note = (...text) => element("p", { class: "note" }, ...text);

const isNumber = value => typeof value === "number";

export function decimals(value) {
  if (!isNumber(value)) return value === undefined || value === null ? "–" : String(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return value.toLocaleString("en");
  const size = Math.abs(value);
  return size !== 0 && (size < 1e-3 || size >= 1e6) ? value.toExponential(3) : value.toPrecision(4);
}

export function percent(share) {
  return isNumber(share) ? (100 * share).toFixed(share > 0 && share < 0.01 ? 1 : 0) + " %" : "–";
}

export function time(seconds) {
  if (!isNumber(seconds)) return "–";
  if (seconds < 60) return seconds.toFixed(1) + " s";
  const whole = Math.round(seconds);
  if (whole < 3600) return Math.floor(whole / 60) + " min " + (whole % 60) + " s";
  const minutes = Math.round(seconds / 60);
  if (minutes < 48 * 60) return Math.floor(minutes / 60) + " h " + (minutes % 60) + " min";
  return Math.floor(minutes / 1440) + " d " + Math.round((minutes % 1440) / 60) + " h";
}

export function moment(value) {
  return value ? new Date(value).toISOString().slice(0, 19).replace("T", " ") : "–";
}

// Returns the name of an objective with its unit.
export const quantity = objective => objective.name + (objective.unit ? " (" + objective.unit + ")" : "");

// Returns a text of a decision, which may be a number with all its digits.
export const short = text => (/^-?\d*\.\d{6,}(e-?\d+)?$/i.test(text) ? decimals(Number(text)) : text);

// Returns the parts of a dotted name, between which a line may end.
const breakable = name => name.split(/(?<=[.-])/).flatMap((part, index) => (index === 0 ? [part] : [element("wbr"), part]));

// Returns a list of names and values that changes in place. An entry is [name, value, style].
export function factList() {
  const node = element("dl", { class: "facts" });
  const cells = new Map();
  const update = entries => {
    for (const [name, value, style, full] of entries) {
      const shown = value !== undefined && value !== null;
      if (!cells.has(name)) {
        if (!shown) continue;
        const cell = element("dd");
        cells.set(name, cell);
        node.append(element("div", {}, element("dt", {}, breakable(name)), cell));
      }
      const cell = cells.get(name);
      const text = shown ? String(value) : "–";
      if (cell.textContent !== text) {
        cell.textContent = text;
        cell.title = full || text;
      }
      cell.className = style || "";
    }
  };
  return { node, update };
}

export function facts(entries) {
  const list = factList();
  list.update(entries);
  return list.node;
}

// Calls work at most once in so many milliseconds, and once more for the last call of those held back.
export function throttled(work, pause) {
  let timer = null;
  let last = -Infinity;
  const run = () => {
    timer = null;
    last = performance.now();
    work();
  };
  const call = () => {
    if (timer === null) timer = setTimeout(run, Math.max(0, last + pause - performance.now()));
  };
  call.stop = () => clearTimeout(timer);
  return call;
}

// Returns a button that copies a text, or what a function returns, and the place where it says so.
export function copyButton(text) {
  const said = element("span", { class: "note", role: "status" });
  const button = element(
    "button",
    {
      type: "button",
      class: "small",
      onclick: async () => {
        try {
          await navigator.clipboard.writeText(typeof text === "function" ? text() : text);
          said.textContent = "copied";
        } catch {
          said.textContent = "select the text and copy it";
        }
        setTimeout(() => {
          said.textContent = "";
        }, 2000);
      },
    },
    "Copy",
  );
  return [button, said];
}

// Returns a simple table with a heading row; the cells of a row are texts or nodes.
export function table(columns, rows, caption) {
  const cell = (value, index) =>
    element("td", { class: columns[index].number ? "number" : "" }, value instanceof Node ? value : decimals(value));
  return element(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    element(
      "table",
      {},
      element("caption", { class: "hidden" }, caption),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          columns.map(column => element("th", { scope: "col", class: column.number ? "number" : "" }, column.title)),
        ),
      ),
      element(
        "tbody",
        {},
        rows.map(row => element("tr", { "data-key": row[0] instanceof Node ? row[0].textContent : String(row[0]) }, row.map(cell))),
      ),
    ),
  );
}
