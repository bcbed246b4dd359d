// The symbol of each type: an outline within a box from -10 to 10, drawn alike in the legend and on the canvas.

const OUTLINES = {
  person: "M 0 -9 A 9 9 0 1 1 -0.01 -9 Z",
  office: "M 0 -9.5 L 9.5 7.5 L -9.5 7.5 Z",
  organisation: "M -8.5 -8.5 H 8.5 V 8.5 H -8.5 Z",
  treaty: "M 0 -10 L 2.6 -3.4 L 9.6 -3.1 L 4.1 1.2 L 6 8 L 0 4.1 L -6 8 L -4.1 1.2 L -9.6 -3.1 L -2.6 -3.4 Z",
  legislation: "M 0 -10 L 10 0 L 0 10 L -10 0 Z",
  provision: "M 0 9.5 L 9.5 -7.5 L -9.5 -7.5 Z",
  scheme: "M -5 -8.7 H 5 L 10 0 L 5 8.7 H -5 L -10 0 Z",
  document: "M -7 -9.5 H 3 L 7 -5.5 V 9.5 H -7 Z M 3 -9.5 V -5.5 H 7",
  country: "M -7 -9.5 H 8 L 4 -4 L 8 1.5 H -5 V 9.5 H -7 Z",
  letter: "M -10 -7 H 10 V 7 H -10 Z M -10 -7 L 0 1.5 L 10 -7",
};

const PATHS = Object.fromEntries(Object.entries(OUTLINES).map(([type, outline]) => [type, new Path2D(outline)]));

function symbol(type) {
  return drawing(
    "svg",
    { class: "symbol", viewBox: "-11 -11 22 22", "aria-hidden": "true" },
    drawing("path", { d: OUTLINES[type], style: `fill: var(--${type}); stroke: var(--outline)`, "stroke-width": 1.6 }),
  );
}

// How the line of a relation is drawn: colour (a variable) and head tell what is said from what is stated.
const LINES = {
  ask: { colour: "ask", head: "vee", outline: "M 18 1 L 25 5 L 18 9 L 20 5 Z" },
  promise: { colour: "promise", head: "diamond", outline: "M 17 5 L 21 1 L 25 5 L 21 9 Z" },
  stance: { colour: "stance", head: "circle", outline: "M 21 1 A 4 4 0 1 1 20.99 1 Z" },
  fact: { colour: "edge", head: "arrow", outline: "M 18 1 L 25 5 L 18 9 Z" },
};

const SPOKEN = {
  asks: "ask", promises: "promise", promisesTo: "promise",
  supports: "stance", opposes: "stance", welcomes: "stance", concerned: "stance", disagrees: "stance",
};

function lineOf(relation) {
  return LINES[SPOKEN[relation] ?? "fact"];
}

function sampleLine(relation, isBackground = false) {
  const { colour, outline } = lineOf(relation);
  return drawing(
    "svg",
    { class: "line", viewBox: "0 0 26 10", "aria-hidden": "true" },
    drawing("path", {
      d: "M 1 5 H 19", style: `stroke: var(--${colour})`, "stroke-width": 2, "stroke-dasharray": isBackground ? "2 3" : null,
    }),
    drawing("path", { d: outline, style: `fill: var(--${colour})` }),
  );
}
