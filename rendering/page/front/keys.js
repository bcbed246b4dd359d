// The keyboard: what each key does, in one table that is also the help.

const STEPS = { ArrowLeft: { dx: -1, dy: 0 }, ArrowRight: { dx: 1, dy: 0 }, ArrowUp: { dx: 0, dy: -1 }, ArrowDown: { dx: 0, dy: 1 } };

const HELP = [
  ["/", "search a name"],
  ["← → ↑ ↓", "in the graph: to the next name in that direction"],
  ["Enter", "in the graph: read the card"],
  ["E", "expand the neighbours of the chosen name"],
  ["C", "collapse them"],
  ["O", "show only it and its neighbours"],
  ["H", "hide it"],
  ["A", "show all again"],
  ["F", "fit all into the window"],
  ["+ −", "larger, smaller"],
  ["Esc", "close what is open"],
];

function pressKey(app, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input, select, textarea") || find("keys").open) return;
  const done = pressAnywhere(app, event.key) || (document.activeElement === find("canvas") && pressInGraph(app, event.key));
  if (done) event.preventDefault();
}

function pressAnywhere(app, key) {
  const { node } = app.state;
  const actions = {
    "/": () => app.search.input.focus(),
    "?": () => app.showHelp(),
    e: () => node && app.expand(node),
    c: () => node && app.collapse(node),
    o: () => node && app.showOnly(node),
    h: () => node && app.hide(node),
    a: () => app.showAll(),
    f: () => app.picture.fit(),
    "+": () => app.picture.zoom(1.25),
    "-": () => app.picture.zoom(0.8),
    Escape: () => app.closePanel(),
  };
  const action = actions[key.length === 1 ? key.toLowerCase() : key];
  if (action) action();
  return Boolean(action);
}

function pressInGraph(app, key) {
  const { node } = app.state;
  if (key === "Enter" && node) {
    find("panel").focus();
    return true;
  }
  if (!STEPS[key]) return false;
  const next = node && app.picture.nodes.get(node) ? app.picture.findNext(node, STEPS[key]) : app.picture.findFirst();
  if (next) app.openNode(next);
  return true;
}

function showHelp(dialog) {
  dialog.replaceChildren(
    element("h2", { id: "keys-title" }, "Keys"),
    element("dl", { class: "fields" }, ...HELP.flatMap(([key, words]) => [element("dt", {}, element("kbd", {}, key)), element("dd", {}, words)])),
    element("p", {}, "A double click on a symbol expands it; a click on a line opens its facts."),
    element("form", { method: "dialog" }, element("button", {}, "Close")),
  );
  dialog.showModal();
}
