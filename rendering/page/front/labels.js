// The names on the canvas: as many as have room, the chosen one and those with the most facts first.

const MOST_LABELS = 250;
const MOST_KEPT_FREE = 3000; // symbols that no name may cover
const MOST_LINES_FREE = 60; // chosen lines that no name covers where it can stand elsewhere
const MOST_WANTED = 6; // names that are written first of all
const LABEL_SIZE = 12.5; // pixels on the screen, at every scale
const LINE = 14.5;
const RELATION_SIZE = 11;
const CELL = 60;
const ALONG = [0.5, 0.35, 0.65, 0.2, 0.8]; // where on a line its words may stand
const LABEL_WIDTH = 22; // characters in a line

class Labels {
  constructor(picture) {
    this.picture = picture;
    this.measured = new Map();
  }

  draw(context) {
    const unit = 1 / this.picture.network.getScale();
    const seen = this.findSeen(unit);
    const view = this.findView(unit);
    const names = new Room(CELL * unit, view);
    const all = new Room(CELL * unit, view);
    for (const [id, place] of seen.slice(0, MOST_KEPT_FREE)) all.take(toBox(place, this.picture.radius(id) * 0.8));
    const lines = this.findLines(unit, view);
    context.save();
    context.textAlign = "center";
    context.textBaseline = "top";
    let written = 0;
    for (const [number, [id, place]] of seen.entries()) {
      if (written >= MOST_LABELS) break;
      const isWanted = number < MOST_WANTED; // even where that covers a symbol
      const boxes = this.findBoxes(context, id, place, unit).filter((box) => names.isFree(box));
      const free = boxes.filter((one) => all.isFree(one));
      const box = free.find((one) => lines.isFree(one)) ?? free[0] ?? (isWanted ? leastCovering(all, boxes) : null);
      if (!box) continue;
      names.take(box);
      all.take(box);
      this.drawOne(context, id, box, unit);
      written += 1;
    }
    this.drawRelations(context, unit, all);
    context.restore();
  }

  // Where the chosen lines are, which should stay to be seen and clicked.
  findLines(unit, view) {
    const { network, corpus, edges } = this.picture;
    const room = new Room(CELL * unit, view);
    for (const id of network.getSelectedEdges().filter((one) => edges.get(one)).slice(0, MOST_LINES_FREE)) {
      const edge = corpus.edges.get(id);
      const ends = [network.getPosition(edge.from), network.getPosition(edge.to)];
      for (const part of ALONG) room.take(toBox(findPoint(...ends, edge.curve, part), 3 * unit));
    }
    return room;
  }

  // Writes the words of relations where one is near, and those of what is chosen at any distance, where there is room.
  drawRelations(context, unit, room) {
    const { edges, network, corpus, focus } = this.picture;
    const isNear = unit < 1.4;
    const chosen = new Set([...network.getSelectedEdges(), ...focus.edges]);
    context.font = `${RELATION_SIZE * unit}px system-ui, "Segoe UI", Roboto, sans-serif`;
    for (const id of isNear ? edges.getIds() : chosen) {
      const edge = corpus.edges.get(id);
      if (!edges.get(id) || edge.relation === NAMES || (focus.near.size && !chosen.has(id))) continue;
      const words = corpus.verb(edge);
      const half = { x: context.measureText(words).width / 2 + 2 * unit, y: (RELATION_SIZE / 2 + 1) * unit };
      const ends = [network.getPosition(edge.from), network.getPosition(edge.to)];
      const boxes = ALONG.map((part) => findPoint(...ends, edge.curve, part)).map(({ x, y }) => [
        x - half.x, y - half.y, x + half.x, y + half.y,
      ]);
      const box = boxes.find((one) => room.isFree(one));
      if (!box) continue;
      room.take(box);
      this.drawLines(context, [words], box, RELATION_SIZE * unit, chosen.has(id) ? this.picture.colours.ink : this.picture.colours.soft);
    }
  }

  // What of the canvas is on the screen.
  findView(unit) {
    const { x, y } = this.picture.network.getViewPosition();
    const [across, down] = [(this.picture.place.clientWidth / 2) * unit, (this.picture.place.clientHeight / 2) * unit];
    return [x - across, y - down, x + across, y + down];
  }

  // The nodes on the screen with their places, in the order in which they are named.
  findSeen(unit) {
    const [left, top, right, bottom] = this.findView(unit);
    const first = (id) => (id === this.picture.focus.node ? 2 : Number(this.picture.focus.near.has(id)));
    const seen = Object.entries(this.picture.network.getPositions()).filter(
      ([, { x, y }]) => left < x && x < right && top < y && y < bottom,
    );
    const ranks = new Map(seen.map(([id]) => [id, first(id) * 1000 + this.picture.corpus.nodes.get(id).degree]));
    return seen.sort(([one], [other]) => ranks.get(other) - ranks.get(one) || compare(one, other));
  }

  // Where the name may stand: below, above or beside the symbol.
  findBoxes(context, id, place, unit) {
    const { lines, width } = this.measure(context, id);
    const [across, height] = [(width / 2 + 2) * unit, lines.length * LINE * unit];
    const away = this.picture.radius(id) + 2 * unit;
    const [right, below] = [away + across, away + height / 2];
    const offsets = [
      [0, below], [0, -below], [right, 0], [-right, 0],
      [right, below / 2], [-right, below / 2], [right, -below / 2], [-right, -below / 2],
    ];
    return offsets.map(([dx, dy]) => [
      place.x + dx - across, place.y + dy - height / 2, place.x + dx + across, place.y + dy + height / 2,
    ]);
  }

  drawOne(context, id, box, unit) {
    const { colours, focus } = this.picture;
    context.font = toFont(id === focus.node, unit);
    const isFar = focus.near.size > 0 && !focus.near.has(id);
    this.drawLines(context, this.measure(context, id).lines, box, LINE * unit, colours.ink, isFar ? 0.5 : 1);
  }

  drawLines(context, lines, box, height, colour, strength = 1) {
    context.globalAlpha = 0.75;
    context.fillStyle = this.picture.colours.halo;
    context.fillRect(box[0], box[1], box[2] - box[0], box[3] - box[1]);
    context.globalAlpha = strength;
    context.fillStyle = colour;
    lines.forEach((line, number) => context.fillText(line, (box[0] + box[2]) / 2, box[1] + number * height));
  }

  // The lines of a name and its width in pixels, which is measured once.
  measure(context, id) {
    const isChosen = id === this.picture.focus.node;
    const key = isChosen ? `chosen ${id}` : id;
    if (!this.measured.has(key)) {
      context.font = toFont(isChosen, 1);
      const lines = wrap(this.picture.corpus.label(id));
      this.measured.set(key, { lines, width: Math.max(...lines.map((line) => context.measureText(line).width)) });
    }
    return this.measured.get(key);
  }
}

function wrap(label) {
  const lines = [""];
  for (const word of label.split(/\s+/)) {
    const line = lines.at(-1);
    if (line && `${line} ${word}`.length > LABEL_WIDTH) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines.length > 3 ? [...lines.slice(0, 2), `${lines[2]} …`] : lines;
}

// A point of a line as vis-network bends it: a quadratic curve over a point at the side.
function findPoint(from, to, curve, part) {
  const mix = (one, over, other) => (1 - part) ** 2 * one + 2 * part * (1 - part) * over + part ** 2 * other;
  if (!curve) return { x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y) };
  const bend = Math.abs(curve) * 0.5 + 0.5;
  const [dx, dy] = [to.x - from.x, from.y - to.y];
  const reach = bend * Math.hypot(dx, dy);
  const angle = Math.atan2(dy, dx) + (curve > 0 ? bend : 1 - bend) * Math.PI;
  const via = { x: from.x + reach * Math.sin(angle), y: from.y + reach * Math.cos(angle) };
  return { x: mix(from.x, via.x, to.x), y: mix(from.y, via.y, to.y) };
}

// Of boxes that all cover something, the one that covers the fewest things.
function leastCovering(room, boxes) {
  const counts = boxes.map((box) => room.count(box));
  return boxes[counts.indexOf(Math.min(...counts))] ?? null;
}

function toBox({ x, y }, radius) {
  return [x - radius, y - radius, x + radius, y + radius];
}

function overlaps(one, other) {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

function toFont(isChosen, unit) {
  return `${isChosen ? "700" : "500"} ${LABEL_SIZE * unit}px system-ui, "Segoe UI", Roboto, sans-serif`;
}

// Which boxes within a larger one are taken, looked up by the cells that they touch.
class Room {
  constructor(size, whole) {
    this.size = size;
    this.whole = whole;
    this.cells = new Map();
  }

  *keys([left, top, right, bottom]) {
    for (let x = Math.floor(left / this.size); x * this.size <= right; x += 1) {
      for (let y = Math.floor(top / this.size); y * this.size <= bottom; y += 1) yield x * 1_000_003 + y;
    }
  }

  take(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }

  isFree(box) {
    const [left, top, right, bottom] = this.whole;
    if (box[0] < left || box[1] < top || box[2] > right || box[3] > bottom) return false;
    for (const key of this.keys(box)) if (this.cells.get(key)?.some((other) => overlaps(box, other))) return false;
    return true;
  }

  // How many boxes this one covers.
  count(box) {
    const near = new Set([...this.keys(box)].flatMap((key) => this.cells.get(key) ?? []));
    return [...near].filter((other) => overlaps(box, other)).length;
  }
}
