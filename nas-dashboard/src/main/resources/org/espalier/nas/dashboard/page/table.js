import { element } from "./dom.js";
import { place } from "./renew.js";

const ROW = 30;
const SPARE = 12;

function compared(a, b) {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "en", { numeric: true });
}

const absent = value => value === undefined || value === null || value === "";

const phone = matchMedia("(max-width: 40rem)");
const width = column => (phone.matches && column.narrow) || column.width || 6;

// A table of any number of rows, of which only those in sight are elements. Rows change in place.
// A column is {key, title, number, width, narrow, value(item), text(item, value), node(item), style(item)}; text and node are
// alternatives, with the value itself as default.
export class DataTable {
  #columns = [];
  #items = [];
  #order = [];
  #rows = new Map();
  #body = element("tbody");
  #head = element("tr");
  #sizes = element("colgroup");
  #above = element("tr", { "aria-hidden": "true", class: "space" }, element("td"));
  #below = element("tr", { "aria-hidden": "true", class: "space" }, element("td"));
  #table;
  #key;
  #filter = () => true;
  #frame = null;
  #onsort;

  // key(item) is unique; sorting is {key, down}, and is changed when a heading is pressed.
  constructor({ label, key, columns, sorting, onsort }) {
    this.#key = key;
    this.#onsort = onsort || (() => {});
    this.sorting = sorting;
    this.#table = element(
      "table",
      { class: "data" },
      element("caption", { class: "hidden" }, label),
      this.#sizes,
      element("thead", {}, this.#head),
      this.#body,
    );
    this.#body.append(this.#above, this.#below);
    this.node = element(
      "div",
      { class: "grid", tabindex: "0", role: "region", "aria-label": label, onscroll: () => this.#later() },
      this.#table,
    );
    this.#observer = new ResizeObserver(() => this.#later());
    this.#observer.observe(this.node);
    this.setColumns(columns);
  }

  #observer;

  get shown() {
    return this.#order.length;
  }
  get items() {
    return this.#order;
  }

  setColumns(columns) {
    this.#columns = columns;
    this.#rows.forEach(row => row.node.remove());
    this.#rows.clear();
    this.#sizes.replaceChildren(...columns.map(column => element("col", { style: "width:" + width(column) + "rem" })));
    this.#table.style.minWidth = columns.reduce((sum, column) => sum + width(column), 0) + "rem";
    this.#head.replaceChildren(
      ...columns.map(column =>
        element(
          "th",
          { scope: "col", class: column.number ? "number" : "" },
          column.value
            ? element("button", { type: "button", title: column.title, onclick: () => this.#sort(column) }, column.title)
            : column.head || column.title,
        ),
      ),
    );
    this.#mark();
    this.#below.firstChild.colSpan = this.#above.firstChild.colSpan = columns.length;
    this.refresh();
  }

  #sort(column) {
    this.sorting.down = this.sorting.key === column.key ? !this.sorting.down : Boolean(column.number);
    this.sorting.key = column.key;
    this.#mark();
    this.#onsort();
    this.refresh();
  }

  #mark() {
    this.#columns.forEach((column, index) => {
      const sorted = column.key === this.sorting.key;
      this.#head.children[index].setAttribute("aria-sort", !sorted ? "none" : this.sorting.down ? "descending" : "ascending");
    });
  }

  setFilter(filter) {
    this.#filter = filter;
    this.node.scrollTop = 0;
    this.refresh();
  }

  // Shows items; those that are the same objects as before are not looked at again. Whoever has scrolled, or is at a
  // row, sees the same rows as before, though others may have come above them.
  setItems(items) {
    const before = this.#anchor();
    this.#items = items;
    this.#arrange();
    const now = before ? this.#order.findIndex(item => this.#key(item) === before.key) : -1;
    if (now >= 0 && now !== before.index) {
      // The rows are drawn once, where they are then: those that stay are not taken away in between.
      const moved = (now - before.index) * ROW;
      this.#above.style.height = Math.max(0, parseFloat(this.#above.style.height) + moved) + "px";
      this.node.scrollTop += moved;
    }
    this.#draw();
  }

  #anchor() {
    const focused = document.activeElement.closest("tbody tr");
    const index =
      focused && this.#body.contains(focused)
        ? Number(focused.getAttribute("aria-rowindex")) - 2
        : this.node.scrollTop > 0
          ? Math.floor(this.node.scrollTop / ROW)
          : -1;
    return index >= 0 && index < this.#order.length ? { index, key: this.#key(this.#order[index]) } : null;
  }

  refresh() {
    this.#arrange();
    this.#draw();
  }

  #arrange() {
    const column = this.#columns.find(each => each.key === this.sorting.key);
    const order = this.#items.filter(this.#filter);
    if (column && column.value) {
      const sign = this.sorting.down ? -1 : 1;
      const values = new Map(order.map(item => [item, column.value(item)]));
      order.sort((a, b) => {
        const [x, y] = [values.get(a), values.get(b)];
        if (absent(x) || absent(y)) return absent(x) === absent(y) ? 0 : absent(x) ? 1 : -1;
        return sign * compared(x, y);
      });
    }
    this.#order = order;
    this.#table.setAttribute("aria-rowcount", order.length + 1);
  }

  #later() {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#draw();
    });
  }

  #draw() {
    const height = this.node.clientHeight || 600;
    const first = Math.max(0, Math.min(Math.floor(this.node.scrollTop / ROW) - SPARE, this.#order.length - 1));
    const end = Math.min(this.#order.length, first + Math.ceil(height / ROW) + 2 * SPARE);
    const active = document.activeElement;
    const wanted = [];
    for (let index = first; index < end; index++) {
      const row = this.#row(this.#order[index]);
      row.node.setAttribute("aria-rowindex", index + 2);
      wanted.push(row.node);
    }
    place(this.#body, [this.#above, ...wanted, this.#below]);
    const shown = new Set(wanted);
    for (const [key, row] of this.#rows) if (!shown.has(row.node)) this.#rows.delete(key);
    this.#above.style.height = first * ROW + "px";
    this.#below.style.height = (this.#order.length - end) * ROW + "px";
    if (active !== document.activeElement && this.node.contains(active)) active.focus({ preventScroll: true });
  }

  #row(item) {
    const key = this.#key(item);
    let row = this.#rows.get(key);
    if (!row) {
      row = {
        key,
        item: null,
        node: element(
          "tr",
          {},
          this.#columns.map(column => element("td", { class: column.number ? "number" : "" })),
        ),
      };
      this.#rows.set(key, row);
    }
    if (row.item !== item) {
      row.item = item;
      this.#columns.forEach((column, index) => this.#fill(row.node.children[index], column, item));
    }
    return row;
  }

  #fill(cell, column, item) {
    if (column.node) {
      if (!cell.firstChild || column.changes) cell.replaceChildren(column.node(item));
    } else {
      const value = column.value(item);
      const text = absent(value) ? "–" : column.text ? column.text(value, item) : String(value);
      if (cell.textContent !== text) cell.textContent = text;
      if (text.length > 12) cell.title = text;
    }
    if (column.style) cell.className = (column.number ? "number " : "") + column.style(item);
  }

  close() {
    this.#observer.disconnect();
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
  }
}
