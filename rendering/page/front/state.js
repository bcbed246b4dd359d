// What is on the screen, as one object that an address (`#…`) holds and restores.

const LISTS = ["shown", "hidden", "types", "relations", "path"];
const TEXTS = ["view", "node", "edge", "letter", "passage", "only", "since", "until", "question", "at"];

function newState() {
  return {
    view: "graph",
    node: null, // whose card is open
    edge: null, // whose facts are open
    letter: null, // which is open, with `passage` "start-end" marked
    passage: null,
    shown: null, // ids; null: everything
    hidden: new Set(),
    types: new Set(), // switched off
    relations: new Set([NAMES]), // switched off
    only: null, // the letter whose facts are shown alone
    since: null,
    until: null,
    confidence: 0,
    background: true,
    path: new Set(), // the two ends
    question: null,
    at: null, // middle and scale of the canvas
  };
}

function toAddress(state) {
  const values = new URLSearchParams();
  for (const name of TEXTS) if (state[name] && !(name === "view" && state.view === "graph")) values.set(name, state[name]);
  for (const name of LISTS) {
    const ids = [...(state[name] ?? [])];
    if (ids.length || (name === "relations" && !state.relations.size)) values.set(name, ids.join(","));
  }
  if (values.get("relations") === NAMES) values.delete("relations");
  if (state.confidence) values.set("confidence", state.confidence);
  if (!state.background) values.set("background", "no");
  return `#${values}`;
}

function fromAddress(hash) {
  const values = new URLSearchParams(hash.replace(/^#/, ""));
  const state = newState();
  for (const name of TEXTS) if (values.get(name)) state[name] = values.get(name);
  for (const name of LISTS) if (values.has(name)) state[name] = new Set(values.get(name).split(",").filter(Boolean));
  state.confidence = Number(values.get("confidence")) || 0;
  state.background = values.get("background") !== "no";
  if (!["graph", "letters", "questions"].includes(state.view)) state.view = "graph";
  return state;
}
