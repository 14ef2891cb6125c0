import { decimals, element, get, link, note, table } from "./dom.js";
import { renew } from "./renew.js";
import { polling } from "./polling.js";

export const comparisonPath = name => "#/comparison/" + encodeURIComponent(name);

const status = line => line.status + (line.pid ? ", process " + line.pid : "");

function list(lines) {
  return table(
    [
      { title: "comparison" },
      { title: "status" },
      { title: "searches", number: true },
      { title: "arms", number: true },
      { title: "seeds", number: true },
      { title: "verdict of the last report" },
    ],
    lines.map(line => [
      line.status === "unreadable" ? line.comparison : link(comparisonPath(line.comparison), line.comparison),
      element("span", { class: line.status }, status(line)),
      decimals(line.searchesEnded) + " / " + decimals(line.searches),
      line.arms.length,
      line.seeds,
      line.verdict.length > 0 ? line.verdict[0] : "–",
    ]),
    "Comparisons",
  );
}

export async function open(main) {
  const body = element("div", { class: "card" });
  const fill = ({ place, comparisons }) =>
    renew(
      body,
      comparisons.length > 0
        ? list(comparisons)
        : note("There are no comparisons in " + place + " yet." + " Start one with nas compare, or choose studies to make a file for it."),
    );
  const load = async () => fill(await get("/api/comparisons"));
  await load();
  main.replaceChildren(element("h1", {}, "Comparisons"), body);
  const poll = polling(load);
  return {
    title: "Comparisons",
    trail: [link("#/", "studies"), "comparisons"],
    close() {
      poll.close();
    },
  };
}
