import { element, table } from "./dom.js";
import { renew } from "./renew.js";

let library = null;

// The library is large; pages without charts do without it.
function loaded() {
  library ??= new Promise((resolve, reject) =>
    document.head.append(
      element("script", {
        src: "/files/echarts.min.js",
        onload: () => resolve(window.echarts),
        onerror: () => reject(new Error("The charts cannot be loaded.")),
      }),
    ),
  );
  return library;
}

export function colour(name) {
  return getComputedStyle(document.documentElement)
    .getPropertyValue("--" + name)
    .trim();
}

export const series = index => colour("series" + ((index % 8) + 1));
export const stateColour = state => colour({ completed: "good", failed: "bad", running: "wait", waiting: "soft" }[state] || "soft");

function tick(value) {
  const size = Math.abs(value);
  if (size >= 1e5 || (size !== 0 && size < 1e-4)) return value.toExponential(2).replace(/\.?0+e/, "e");
  return String(Number(value.toPrecision(6)));
}

export function axis(name, more = {}) {
  const labels = more.type === "category" ? {} : { formatter: tick };
  return Object.assign(
    {
      type: "value",
      name,
      nameLocation: "middle",
      nameGap: 28,
      scale: true,
      axisLabel: { color: colour("soft"), hideOverlap: true, ...labels },
      nameTextStyle: { color: colour("soft") },
      axisLine: { show: true, lineStyle: { color: colour("line") } },
      axisTick: { lineStyle: { color: colour("line") } },
      splitLine: { lineStyle: { color: colour("line"), opacity: 0.6 } },
    },
    more,
  );
}

// Returns the content of a tooltip. ECharts would read a text as markup.
export const tip = (...lines) =>
  element(
    "div",
    {},
    lines.filter(line => line !== null && line !== undefined).map(line => element("div", {}, String(line))),
  );

export const verticalAxis = (name, more = {}) => axis(name, Object.assign({ nameGap: 52 }, more));

function common() {
  return {
    animation: false,
    color: [0, 1, 2, 3, 4, 5, 6, 7].map(series),
    textStyle: { color: colour("ink"), fontFamily: "system-ui, sans-serif" },
    grid: { left: 72, right: 24, top: 36, bottom: 48 },
    legend: {
      top: 0,
      left: 64,
      type: "scroll",
      itemHeight: 10,
      textStyle: { color: colour("ink") },
      pageTextStyle: { color: colour("soft") },
      pageIconColor: colour("soft"),
    },
    tooltip: {
      trigger: "item",
      confine: true,
      backgroundColor: colour("paper"),
      borderColor: colour("line"),
      textStyle: { color: colour("ink"), fontSize: 13 },
    },
  };
}

// A chart with its heading, caption and the same data as a table. Its height never changes.
export class Chart {
  #holder = element("div", { class: "chart", role: "img" });
  #caption = element("figcaption");
  #data = element("div");
  #details;
  #table;
  #title;
  #made = null;
  #closed = false;
  #option = null;
  #onclick;
  #observer;

  // Of the settings: rows() returns {columns, rows} for the table; click(parameters) is called for an item; on a screen
  // that is narrower than width the chart scrolls.
  constructor(title, { height, width, rows, click } = {}) {
    this.#title = title;
    this.#onclick = click;
    this.#table = rows;
    if (height) this.#holder.style.height = height;
    if (width) this.#holder.style.minWidth = width;
    this.#details = element(
      "details",
      { class: "data", ontoggle: () => this.#fill() },
      element("summary", {}, "Data as a table"),
      this.#data,
    );
    this.node = element(
      "figure",
      { class: "card" },
      element("h2", {}, title),
      width ? element("div", { class: "across", tabindex: "0", role: "region", "aria-label": title }, this.#holder) : this.#holder,
      this.#caption,
      rows ? this.#details : null,
    );
    this.#observer = new ResizeObserver(() => {
      if (this.#made) this.#made.resize();
      else if (this.#option) this.#show();
    });
    this.#observer.observe(this.#holder);
  }

  // Draws an option of ECharts in place of the last; summary says in words what is to be seen.
  async draw(option, summary = "", caption = undefined) {
    this.#option = Object.assign(common(), option);
    this.#holder.setAttribute("aria-label", this.#title + (summary ? ": " + summary : ""));
    if (caption !== undefined && this.#caption.textContent !== caption) this.#caption.textContent = caption;
    this.#fill();
    await this.#show();
  }

  async #show() {
    const charts = await loaded();
    // A chart that is not on the page yet has no size; it is shown as soon as it has.
    if (this.#closed || this.#holder.clientWidth === 0) return;
    if (!this.#made) {
      this.#made = charts.init(this.#holder, null, { renderer: "canvas" });
      if (this.#onclick) this.#made.on("click", this.#onclick);
    }
    this.#made.setOption(this.#option, { replaceMerge: ["series"] });
  }

  // Returns the chart of the library, once something is drawn.
  get instance() {
    return this.#made;
  }

  #fill() {
    if (!this.#table || !this.#details.open) return;
    const { columns, rows } = this.#table();
    const most = 500;
    const cut = rows.length > most ? element("p", { class: "note" }, "The last " + most + " of " + rows.length + ".") : null;
    renew(this.#data, cut, table(columns, rows.slice(-most), this.#title));
  }

  close() {
    this.#closed = true;
    this.#observer.disconnect();
    if (this.#made) this.#made.dispose();
  }
}
