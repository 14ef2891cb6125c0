import { element, get } from "./dom.js";

const UNDO = 4000;
const LOOK = 500;
const LOOKS = 20;

// Sends a request and returns its answer.
export async function ask(method, path, parameters, body) {
  const answer = await fetch(path + "?" + new URLSearchParams(parameters), {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

export const send = (model, command) => ask("POST", "/api/steering", { study: model.name }, command);

// A line that says how the last command of a form went, and what it became once the study has taken it.
export function answers(model, after = () => {}) {
  const node = element("span", { class: "note", role: "status" });
  let last = null;
  async function follow(request) {
    last = request;
    for (let look = 0; look < LOOKS && last === request && node.isConnected; look++) {
      await new Promise(resolve => setTimeout(resolve, LOOK));
      const { taken } = await get("/api/steering", { study: model.name }).catch(() => ({ taken: [] }));
      const event = taken.find(each => each.request === request);
      if (event && last === request) {
        node.className = event.refused ? "failed" : "note";
        node.textContent = "Taken: " + event.text;
        return;
      }
    }
  }
  return {
    node,
    async of(work, done) {
      node.className = "note";
      node.textContent = "Sending …";
      last = null;
      try {
        const { request } = await work();
        node.textContent = done;
        after();
        if (request) follow(request);
        return true;
      } catch (problem) {
        node.className = "failed";
        node.textContent = problem.message || "The dashboard does not answer.";
        return false;
      }
    },
  };
}

// A button that must be pressed twice.
export function careful(text, again, work) {
  let timer = null;
  const button = element(
    "button",
    {
      type: "button",
      onclick: () => {
        if (timer === null) {
          button.textContent = again;
          timer = setTimeout(rest, UNDO);
        } else {
          clearTimeout(timer);
          rest();
          work();
        }
      },
    },
    text,
  );
  function rest() {
    timer = null;
    button.textContent = text;
  }
  return button;
}

export const card = (title, ...content) => element("section", { class: "card" }, element("h2", {}, title), ...content);
