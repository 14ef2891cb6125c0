// Talks to a yaml-language-server over its standard streams, as an editor does.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const PATIENCE_MS = 30_000;

const SETTINGS = {
  yaml: { validate: true, completion: true, hover: true, format: { enable: false }, schemaStore: { enable: false } },
};

export class LanguageServer {
  #process;
  #received = Buffer.alloc(0);
  #nextId = 1;
  #pending = new Map();
  #awaitedDiagnostics = new Map();

  constructor() {
    const root = dirname(createRequire(import.meta.url).resolve("yaml-language-server/package.json"));
    this.#process = spawn(process.execPath, [join(root, "bin", "yaml-language-server"), "--stdio"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.#process.stdout.on("data", (chunk) => this.#read(chunk));
  }

  async start(rootUri) {
    await this.#request("initialize", {
      processId: process.pid,
      rootUri,
      capabilities: {
        textDocument: {
          completion: { completionItem: { snippetSupport: false, documentationFormat: ["markdown"] } },
          hover: { contentFormat: ["markdown"] },
        },
        workspace: { configuration: true },
      },
    });
    this.#notify("initialized", {});
    this.#notify("workspace/didChangeConfiguration", { settings: SETTINGS });
  }

  /** Opens a text as a file and gives what the server complains about. */
  async open(uri, text) {
    const diagnostics = withPatience(
      new Promise((resolve) => this.#awaitedDiagnostics.set(uri, resolve)),
      `diagnostics of ${uri}`,
    );
    this.#notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
    return diagnostics;
  }

  close(uri) {
    this.#awaitedDiagnostics.delete(uri);
    this.#notify("textDocument/didClose", { textDocument: { uri } });
  }

  async completion(uri, position) {
    const answer = await this.#request("textDocument/completion", { textDocument: { uri }, position });
    return Array.isArray(answer) ? answer : (answer?.items ?? []);
  }

  async hover(uri, position) {
    const answer = await this.#request("textDocument/hover", { textDocument: { uri }, position });
    const contents = answer?.contents ?? "";
    return typeof contents === "string" ? contents : (contents.value ?? "");
  }

  async stop() {
    await this.#request("shutdown", null);
    this.#notify("exit", null);
  }

  #request(method, params) {
    const id = this.#nextId++;
    const answer = new Promise((resolve, reject) => this.#pending.set(id, { resolve, reject }));
    this.#send({ id, method, params });
    return withPatience(answer, method);
  }

  #notify(method, params) {
    this.#send({ method, params });
  }

  #send(message) {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #read(chunk) {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const end = this.#received.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#received.subarray(0, end).toString())[1]);
      if (this.#received.length < end + 4 + length) return;
      const body = this.#received.subarray(end + 4, end + 4 + length).toString();
      this.#received = this.#received.subarray(end + 4 + length);
      this.#handle(JSON.parse(body));
    }
  }

  #handle(message) {
    if (message.method && message.id !== undefined) {
      this.#send({ id: message.id, result: this.#answer(message) });
    } else if (message.method === "textDocument/publishDiagnostics") {
      this.#awaitedDiagnostics.get(message.params.uri)?.(message.params.diagnostics);
    } else if (message.id !== undefined) {
      const { resolve, reject } = this.#pending.get(message.id);
      this.#pending.delete(message.id);
      if (message.error) reject(new Error(message.error.message));
      else resolve(message.result);
    }
  }

  #answer({ method, params }) {
    return method === "workspace/configuration"
      ? params.items.map(({ section }) => SETTINGS[section] ?? null)
      : null;
  }
}

function withPatience(promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The server gave no answer: ${what}.`)), PATIENCE_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
