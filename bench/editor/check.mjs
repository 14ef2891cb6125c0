// Checks the schema of experiment files as people meet it: through the language server of their editor.
//   npm install && node check.mjs
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { damaged } from "./damages.mjs";
import { LanguageServer } from "./server.mjs";

const EXPERIMENTS = resolve(dirname(fileURLToPath(import.meta.url)), "../../experiments");
const MODELINE = "# yaml-language-server: $schema=experiment.schema.json\n";
const HERE = "█";
const verbose = process.argv.includes("--verbose");
const server = new LanguageServer();
let failures = 0;
let opened = 0;

function verdict(passed, text) {
  if (!passed) failures++;
  if (!passed || verbose) console.log(`  ${passed ? "ok    " : "FAILED"}  ${text}`);
  return passed;
}

async function diagnose(text) {
  const uri = pathToFileURL(join(EXPERIMENTS, `unsaved-${opened++}.yaml`)).href;
  const diagnostics = await server.open(uri, text);
  server.close(uri);
  return diagnostics.map(({ range, message, source }) => ({
    line: range.start.line + 1,
    text: `${range.start.line + 1}:${range.start.character + 1} ${message.replace(/\s+/g, " ")}`,
    fromSchema: source?.startsWith("yaml-schema: ") ?? false,
  }));
}

/** Opens a text and asks about the place where the cursor stands. */
async function at(marked, ask) {
  const text = MODELINE + marked;
  const before = text.slice(0, text.indexOf(HERE)).split("\n");
  const uri = pathToFileURL(join(EXPERIMENTS, `unsaved-${opened++}.yaml`)).href;
  await server.open(uri, text.replace(HERE, ""));
  const answer = await ask(uri, { line: before.length - 1, character: before.at(-1).length });
  server.close(uri);
  return answer;
}

async function completes(what, marked, ...wanted) {
  const items = await at(marked, (uri, position) => server.completion(uri, position));
  const labels = items.map(({ label }) => label);
  const missing = wanted.filter((label) => !labels.includes(label));
  return verdict(missing.length === 0, `${what}: ${labels.join(", ")}${missing.length ? `; missing: ${missing.join(", ")}` : ""}`);
}

async function explains(what, marked, wanted) {
  const text = await at(marked, (uri, position) => server.hover(uri, position));
  return verdict(text.includes(wanted), `${what}: ${text.replace(/\s+/g, " ").slice(0, 120)}`);
}

async function shippedFiles() {
  const files = readdirSync(EXPERIMENTS).filter((file) => file.endsWith(".yaml"));
  let clean = 0;
  for (const file of files) {
    const text = readFileSync(join(EXPERIMENTS, file), "utf8");
    const found = await diagnose(text);
    clean += verdict(text.startsWith(MODELINE) && found.length === 0, `${file}: ${shown(found)}`);
  }
  console.log(`shipped files without a diagnostic: ${clean} of ${files.length}`);
}

/** Each damage must be seen by the schema; how many are blamed on the very line is told. */
async function malformedFiles() {
  const variants = damaged(readFileSync(join(EXPERIMENTS, "quickstart.yaml"), "utf8"));
  let caught = 0;
  let located = 0;
  for (const { what, line, text } of variants) {
    const found = await diagnose(text);
    caught += verdict(found.some(({ fromSchema }) => fromSchema), `line ${line}, ${what}: ${shown(found)}`);
    located += found.some((diagnostic) => diagnostic.fromSchema && diagnostic.line === line);
  }
  console.log(`malformed variants of quickstart.yaml with a diagnostic of the schema: ${caught} of ${variants.length}`);
  console.log(`  of these with a diagnostic on the damaged line: ${located}`);
}

/** What is wrong is said, and where, and nothing else is complained about. */
async function messages() {
  const own = "name: x\nsearchSpace: {type: mlp}\nevaluator: {type: training}\n";
  const cases = [
    [`${own}controller: {type: reinforce, bacth: 1}`, "5:31 Property bacth is not allowed."],
    [`${own}controller: {type: rienforce}`, '5:20 Value is not accepted. Valid values: "random", "reinforce".'],
    [`${own}controller: random`, "5:13 Must be a mapping that begins with its type."],
    [`${own}controller: {type: reinforce, batch: ten}`, "5:38 Must be a whole number."],
    [`${own}controller: {type: reinforce, discount: 1.5}`, "5:41 Value is above the maximum of 1."],
    [`${own}controller: {type: random}\ndataset: {type: csv}`, '6:1 Missing property "file".'],
    [`${own}controller: {type: random}\nbudget: {wallClock: 30}`, "6:21 Must be a duration such as 90s, 10m or 1h30m."],
    ["extends: quickstart.yaml\ncontroller: {batch: 20}\ndataset: {type: csv}", ""],
    ["extends: quickstart.yaml\ncontroller: {bacth: 20}", "3:14 Property bacth is not allowed."],
  ];
  let precise = 0;
  for (const [yaml, wanted] of cases) {
    const found = await diagnose(MODELINE + yaml);
    const said = found.map(({ text }) => text).join(" | ");
    precise += verdict(said === wanted, `${yaml.split("\n").at(-1)}: ${shown(found)}`);
  }
  console.log(`messages as expected: ${precise} of ${cases.length}`);
}

function shown(found) {
  return found.map(({ text }) => text).join(" | ") || "no diagnostic";
}

async function completions() {
  const checks = [
    await completes("keys of an experiment", `${HERE}`, "extends", "name", "seed", "dataset", "searchSpace", "controller",
      "evaluator", "reward", "stopping", "callbacks", "budget", "workers", "lag", "cache", "output"),
    await completes("controllers", `name: x\ncontroller:\n  type: ${HERE}`, "random", "reinforce"),
    await completes("keys of reinforce", `name: x\ncontroller:\n  type: reinforce\n  ${HERE}`, "batch", "discount", "optimizer", "predictor"),
    await completes("keys of reinforce in an extension", `extends: a.yaml\ncontroller:\n  type: reinforce\n  ${HERE}`, "batch", "discount"),
    await completes("keys of a controller named below", `extends: a.yaml\ncontroller:\n  ba${HERE}`, "batch", "discount", "repeats"),
    await completes("values of predictor", `name: x\ncontroller:\n  type: reinforce\n  predictor: ${HERE}`, '"off"', "log", "screen"),
    await completes("values of normalise", `name: x\ncontroller:\n  type: reinforce\n  normalise: ${HERE}`, "z-score", "scale", "none"),
    await completes("values of cache", `name: x\ncache: ${HERE}`, "true", "false"),
    await completes("keys of an optimizer", `name: x\nevaluator:\n  type: training\n  optimizer:\n    ${HERE}`, "type", "learningRate", "schedule"),
    await completes("optimizers", `name: x\nevaluator:\n  type: training\n  optimizer:\n    type: ${HERE}`, "adam", "sgd"),
    await completes("items of activations", `name: x\nsearchSpace:\n  type: mlp\n  activations:\n    - ${HERE}`, "relu", "tanh"),
    await explains("hover over controller", `name: x\ncontr${HERE}oller: {type: random}`, "What proposes architectures."),
    await explains("hover over discount", `name: x\ncontroller:\n  type: reinforce\n  disc${HERE}ount: 0.9`, "Discount over the steps of a sequence."),
    await explains("hover over a type", `name: x\ncontroller:\n  type: rein${HERE}force`, "`random`:"),
  ];
  console.log(`completions and hovers as expected: ${checks.filter(Boolean).length} of ${checks.length}`);
}

await server.start(pathToFileURL(EXPERIMENTS).href);
await shippedFiles();
if (failures === 0) {
  // A schema that cannot be read would seem to reject everything.
  await malformedFiles();
  await messages();
  await completions();
}
await server.stop();
console.log(failures === 0 ? "All as expected." : `${failures} checks failed.`);
process.exitCode = failures === 0 ? 0 : 1;
