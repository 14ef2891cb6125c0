import { get } from "./dom.js";

const status = document.getElementById("live");
const RETRY = 3000;

// Follows a feed of events. While the page is hidden it lets go of the connection: browsers allow few.
export class Feed {
  #source = null;
  #timer = null;
  #closed = false;
  #address;
  #handlers;
  #visibility = () => this.#follow();

  // address() is asked anew at each connection; handlers are called with the data of an event, by its name.
  constructor(address, handlers) {
    this.#address = address;
    this.#handlers = handlers;
    document.addEventListener("visibilitychange", this.#visibility);
    this.#follow();
  }

  #follow() {
    clearTimeout(this.#timer);
    if (document.hidden || this.#closed) {
      this.#stop();
      return;
    }
    if (this.#source) return;
    const source = new EventSource(this.#address());
    this.#source = source;
    source.addEventListener("open", () => say("live"));
    source.addEventListener("error", () => {
      this.#stop();
      say("not connected");
      this.#timer = setTimeout(() => this.#follow(), RETRY);
    });
    for (const [name, handle] of Object.entries(this.#handlers)) {
      source.addEventListener(name, event => handle(JSON.parse(event.data || "null")));
    }
  }

  #stop() {
    if (this.#source) this.#source.close();
    this.#source = null;
  }

  // Connects anew, with a new address.
  restart() {
    this.#stop();
    this.#follow();
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#stop();
    document.removeEventListener("visibilitychange", this.#visibility);
    say("");
  }
}

function say(text) {
  if (status.textContent !== text) status.textContent = text;
  status.className = text === "live" ? "on" : text ? "off" : "";
}

// A study that is loaded once and then follows its changes. Its trials are in rows, trial n at n - 1.
export class StudyModel {
  #listeners = new Set();
  #feed = null;
  #pending = new Set();
  #frame = null;
  #known = true;
  #closed = false;

  constructor(name) {
    this.name = name;
  }

  async load() {
    const study = await get("/api/study", { study: this.name });
    if (this.#closed) return this;
    this.version = study.version;
    this.head = study.head;
    this.objectives = study.objectives;
    this.decisions = study.decisions;
    this.yaml = study.yaml;
    this.provenance = study.provenance;
    this.sessions = study.sessions;
    this.seed = study.seed;
    this.title = study.name;
    this.rows = study.rows;
    this.#feed ??= new Feed(() => "/api/changes?" + new URLSearchParams({ study: this.name, after: this.version || "" }), {
      changes: data => this.#apply(data),
      reset: () => this.#again(),
      gone: () => this.#gone(),
    });
    return this;
  }

  async #again() {
    try {
      await this.load();
    } catch {
      setTimeout(() => this.#closed || this.#again(), RETRY);
      return;
    }
    if (this.#closed) return;
    for (const row of this.rows) this.#pending.add(row);
    this.#tell();
    this.#feed.restart();
  }

  // Its files were deleted; what is shown of it stays.
  #gone() {
    this.head = { ...this.head, status: "deleted", holder: null };
    this.#tell();
  }

  #apply({ version, head, decisions, rows }) {
    this.version = version;
    // A session has begun or ended, which the changes do not tell.
    if (head && head.status !== this.head.status) this.#facts();
    if (head) this.head = head;
    if (decisions) this.decisions = decisions;
    for (const row of rows || []) {
      this.rows[row.number - 1] = row;
      this.#pending.add(row);
    }
    this.#tell();
  }

  async #facts() {
    const study = await get("/api/study", { study: this.name }).catch(() => null);
    if (!study || this.#closed) return;
    this.sessions = study.sessions;
    this.yaml = study.yaml;
    this.provenance = study.provenance;
    this.#known = false;
    this.#tell();
  }

  // Listeners are called once a frame, and not while the page is hidden.
  #tell() {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      const changed = [...this.#pending];
      this.#pending.clear();
      performance.mark("update");
      for (const listener of this.#listeners) listener(changed, !this.#known);
      this.#known = true;
      performance.measure("update", "update");
    });
  }

  // Calls a listener with the changed rows after each change, and with true if the file or the sessions may differ; returns the function that ends this.
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close() {
    this.#closed = true;
    if (this.#feed) this.#feed.close();
    this.#feed = null;
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#listeners.clear();
  }
}
