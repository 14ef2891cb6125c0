// Checks the schemas of experiment and comparison files as people meet it: through the language server of their editor.
//   npm install && node check.mjs
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { damaged } from "./damages.mjs";
import { LanguageServer } from "./server.mjs";

const EXPERIMENTS = resolve(dirname(fileURLToPath(import.meta.url)), "../../experiments");
const MODELINE = "# yaml-language-server: $schema=experiment.schema.json\n";
const COMPARISON = "# yaml-language-server: $schema=comparison.schema.json\n";
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
async function at(marked, ask, modeline) {
  const text = modeline + marked;
  const before = text.slice(0, text.indexOf(HERE)).split("\n");
  const uri = pathToFileURL(join(EXPERIMENTS, `unsaved-${opened++}.yaml`)).href;
  await server.open(uri, text.replace(HERE, ""));
  const answer = await ask(uri, { line: before.length - 1, character: before.at(-1).length });
  server.close(uri);
  return answer;
}

function completes(what, marked, ...wanted) {
  return completesBy(MODELINE, what, marked, ...wanted);
}

async function completesBy(modeline, what, marked, ...wanted) {
  const items = await at(marked, (uri, position) => server.completion(uri, position), modeline);
  const labels = items.map(({ label }) => label);
  const missing = wanted.filter((label) => !labels.includes(label));
  return verdict(missing.length === 0, `${what}: ${labels.join(", ")}${missing.length ? `; missing: ${missing.join(", ")}` : ""}`);
}

async function explains(what, marked, wanted, modeline = MODELINE) {
  const text = await at(marked, (uri, position) => server.hover(uri, position), modeline);
  return verdict(text.includes(wanted), `${what}: ${text.replace(/\s+/g, " ").slice(0, 120)}`);
}

async function shippedFiles() {
  const files = readdirSync(EXPERIMENTS).filter((file) => file.endsWith(".yaml"));
  let clean = 0;
  for (const file of files) {
    const text = readFileSync(join(EXPERIMENTS, file), "utf8");
    const found = await diagnose(text);
    const modeline = file.startsWith("ablation-") ? COMPARISON : MODELINE;
    clean += verdict(text.startsWith(modeline) && found.length === 0, `${file}: ${shown(found)}`);
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
  const controllers = ["asha", "bayesian", "bohb", "cma-es", "evolution", "given", "grid", "hyperband", "local-search",
    "population-based-training", "quasi-random", "random", "reinforce", "successive-halving", "tpe"];
  const known = controllers.map((controller) => `"${controller}"`).join(", ");
  const cases = [
    [`${own}controller: {type: reinforce, bacth: 1}`, "5:31 Property bacth is not allowed."],
    [`${own}controller: {type: rienforce}`, `5:20 Value is not accepted. Valid values: ${known}.`],
    [`${own}controller: random`, "5:13 Must be a mapping that begins with its type."],
    [`${own}controller: {type: reinforce, batch: ten}`, "5:38 Must be a whole number."],
    [`${own}controller: {type: reinforce, discount: 1.5}`, "5:41 Value is above the maximum of 1."],
    [`${own}controller: {type: random}\ndataset: {type: csv}`, '6:1 Missing property "file".'],
    [`${own}controller: {type: random}\nbudget: {wallClock: 30}`, "6:21 Must be a duration such as 90s, 10m or 1h30m."],
    ["extends: quickstart.yaml\ncontroller: {batch: 20}\ndataset: {type: csv}", ""],
    ["extends: quickstart.yaml\ncontroller: {bacth: 20}", "3:14 Property bacth is not allowed."],
  ];
  const arms = "name: x\nbase: quickstart.yaml\narms:\n  a:\n";
  const comparisons = [
    [`${arms}  b: {controller: {type: random}}`, ""],
    [`${arms}  b: {controller: {batch: 20}, seeds: 5, description: larger}`, ""],
    [`${arms}  b: {controller: {bacth: 20}}`, "6:20 Property bacth is not allowed."],
    [`${arms}  b: {controler: {batch: 20}}`, "6:7 Property controler is not allowed."],
    [`${arms}  b: {seed: 5}`, "6:7 Property seed is not allowed."],
    [`${arms}  b: random`, "6:6 Must be a mapping of keys of an experiment."],
    [`${arms}  b: {lag: 1}\nseeds: many`, "7:8 Must be a whole number."],
    [`${arms}  b: {lag: 1}\npairs: [[a]]`, "7:9 Array has too few items. Expected 2 or more."],
    ["name: x\nbase: {controler: {type: random}}\narms: {a: ~, b: ~}", "3:8 Property controler is not allowed."],
    ["name: x\nbase: y.yaml\narms: {a: ~}", "4:7 Object has fewer properties than the required number of 2"],
    ["name: x\narms: {a: ~, b: ~}", '2:1 Missing property "base".'],
  ];
  const all = [
    ...cases.map(([yaml, wanted]) => [MODELINE, yaml, wanted]),
    ...comparisons.map(([yaml, wanted]) => [COMPARISON, yaml, wanted]),
  ];
  let precise = 0;
  for (const [modeline, yaml, wanted] of all) {
    const found = await diagnose(modeline + yaml);
    const said = found.map(({ text }) => text).join(" | ");
    precise += verdict(said === wanted, `${yaml.split("\n").at(-1)}: ${shown(found)}`);
  }
  console.log(`messages as expected: ${precise} of ${all.length}`);
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
    await explains("hover over controller", `name: x\ncontr${HERE}oller: {type: random}`, "Search algorithm."),
    await explains("hover over discount", `name: x\ncontroller:\n  type: reinforce\n  disc${HERE}ount: 0.9`, "Discount over the steps of a sequence."),
    await explains("hover over a type", `name: x\ncontroller:\n  type: rein${HERE}force`, "`random`:"),
    await completesBy(COMPARISON, "keys of a comparison", `${HERE}`, "name", "base", "arms", "problems", "seeds", "budget",
      "reference", "pairs", "score", "alpha", "output"),
    await completesBy(COMPARISON, "keys of an arm", `name: x\narms:\n  a:\n    ${HERE}`, "controller", "evaluator", "seeds", "description"),
    await completesBy(COMPARISON, "controllers of an arm", `name: x\narms:\n  a:\n    controller:\n      type: ${HERE}`, "random", "reinforce"),
    await completesBy(COMPARISON, "keys of an arm's controller", `name: x\narms:\n  a:\n    controller:\n      type: reinforce\n      ${HERE}`, "batch", "discount"),
    await completesBy(COMPARISON, "keys of the base", `name: x\nbase:\n  ${HERE}`, "searchSpace", "controller", "dataset"),
    await explains("hover over an arm's controller", `name: x\narms:\n  a:\n    contr${HERE}oller: {type: random}`, "Search algorithm.", COMPARISON),
    await explains("hover over arms", `name: x\nar${HERE}ms: {a: ~}`, "Arms to compare", COMPARISON),
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
