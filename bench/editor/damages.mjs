// Damages an experiment file key by key, in ways that a schema can see.

/** Keys that may be null. */
const NULLABLE = ["description", "dataset"];
/** Keys whose values are words from a list. */
const CHOICES = ["type", "over", "predictor"];

/** Texts, each with what was done to which line. */
export function damaged(text) {
  const lines = text.split("\n");
  const found = [];
  lines.forEach((line, index) => {
    const match = /^(\s*)([a-zA-Z]+):(?: +([^#]*?))?(\s+#.*)?$/.exec(line);
    if (!match) return;
    const [, indent, key, value] = match;
    const end = value === undefined ? endOfBlock(lines, index, indent.length) : index + 1;
    const put = (what, ...replacement) =>
      found.push({ what, line: index + 1, text: [...lines.slice(0, index), ...replacement, ...lines.slice(end)].join("\n") });
    const set = (what, yaml) => put(`${key} is ${what}`, `${indent}${key}: ${yaml}`);
    put(`unknown key ${key}zzz`, line.replace(":", "zzz:"), ...lines.slice(index + 1, end));
    if (!NULLABLE.includes(key)) set("null", "~");
    set("a mapping with an unknown key", "{unexpected: []}");
    set("a list of lists", "[[]]");
    if (value === undefined || /^[[{]/.test(value)) set("text", "text");
    if (CHOICES.includes(key)) set("misspelt", `${value}x`);
    if (!/^[\d.e-]+$/.test(value ?? "")) return;
    set("a word", "many");
    set("quoted", `"${value}"`);
    set("infinite", "1e400");
    if (/^\d+$/.test(value)) set("not whole", `${value}.5`);
    if (key !== "seed") set("negative", "-1");
  });
  return found;
}

function endOfBlock(lines, start, indent) {
  let end = start + 1;
  while (end < lines.length && lines[end].search(/\S/) > indent) end++;
  return end;
}
