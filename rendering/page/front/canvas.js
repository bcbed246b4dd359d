// The picture: vis-network draws nodes and edges where Python has put them.

const MANY = 1500; // edges; more are not drawn while one drags or zooms

class Picture {
  constructor(place, corpus, options, handlers) {
    this.place = place;
    this.corpus = corpus;
    this.handlers = handlers;
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    this.labels = new Labels(this);
    this.marked = () => false; // which edges are a path
    this.focus = { node: null, edges: new Set(), near: new Set() };
    this.readColours();
    this.network = new vis.Network(place, { nodes: this.nodes, edges: this.edges }, {
      ...options,
      nodes: { shape: "custom", ctxRenderer: (drawn) => this.drawNode(drawn) },
    });
    place.querySelector("canvas").setAttribute("aria-hidden", "true");
    place.querySelector(".vis-network").tabIndex = -1;
    this.listen();
  }

  listen() {
    const network = this.network;
    network.on("click", ({ nodes, edges }) => {
      if (nodes.length) this.handlers.node(nodes[0]);
      else if (edges.length) this.handlers.edge(edges[0]);
    });
    network.on("doubleClick", ({ nodes }) => nodes.length && this.handlers.expand(nodes[0]));
    network.on("hoverEdge", ({ edge }) => this.handlers.hover(edge));
    network.on("blurEdge", () => this.handlers.hover(null));
    network.on("afterDrawing", (context) => this.labels.draw(context));
    for (const event of ["dragEnd", "zoom"]) network.on(event, () => this.handlers.moved());
    network.on("afterDrawing", () => this.fitLines());
  }

  readColours() {
    const style = getComputedStyle(document.documentElement);
    const read = (name) => style.getPropertyValue(`--${name}`).trim();
    this.colours = Object.fromEntries(
      [...Object.keys(OUTLINES), "edge", "ask", "promise", "stance", "accent", "ground", "ink", "soft", "halo", "outline", "passage"].map((name) => [name, read(name)]),
    );
  }

  // Brings the picture to what is visible; only what has changed is touched.
  show(visible) {
    // No line may ever be without its ends, for it can be drawn at any moment.
    keepOnly(this.edges, visible.edges);
    keepOnly(this.nodes, visible.nodes);
    addMissing(this.nodes, visible.nodes, (id) => this.toVisNode(id));
    addMissing(this.edges, visible.edges, (id) => this.toVisEdge(id));
    this.network.setOptions({
      interaction: { hideEdgesOnDrag: visible.edges.size > MANY, hideEdgesOnZoom: visible.edges.size > MANY },
    });
  }

  // Draws all lines anew, in today's colours, those stronger that `marked` tells.
  refresh(marked) {
    this.marked = marked;
    this.readColours();
    this.edges.update(this.edges.getIds().map((id) => this.toVisEdge(id)));
  }

  // Lines keep about the same strength on the screen, in steps, as one comes nearer or goes away.
  fitLines() {
    const step = Math.min(Math.max(Math.round(Math.log2(0.3 / this.network.getScale())), 0), 2);
    if (step === this.step || this.edges.length > MANY) return;
    this.step = step;
    setTimeout(() => this.edges.update(this.edges.map(({ id }) => ({ id, width: this.toWidth(id) }))));
  }

  toWidth(id) {
    const width = this.marked(id) ? 4 : Math.min(1.2 + 0.6 * this.corpus.edges.get(id).facts.length, 5);
    return width * 2 ** (this.step ?? 0);
  }

  toVisNode(id) {
    const { x, y } = this.corpus.nodes.get(id);
    return { id, x, y };
  }

  toVisEdge(id) {
    const edge = this.corpus.edges.get(id);
    const line = lineOf(edge.relation);
    const colour = this.colours[this.marked(id) ? "accent" : line.colour];
    const isFaint = edge.relation === NAMES;
    const isBackground = this.corpus.isBackground(edge);
    return {
      id,
      from: edge.from,
      to: edge.to,
      color: { color: colour, highlight: this.colours.accent, hover: this.colours.accent, opacity: isFaint || isBackground ? 0.6 : 1 },
      width: this.toWidth(id),
      arrows: { to: { type: line.head } },
      dashes: isBackground ? [2, 5] : false,
      smooth: edge.curve ? { enabled: true, type: edge.curve > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(edge.curve) } : false,
    };
  }

  // Grows with the facts; where one looks from far away symbols stay larger than the scale would make them.
  radius(id) {
    const node = this.corpus.nodes.get(id);
    const size = node.type === "letter" ? 11 : Math.min(8 + 2 * Math.sqrt(node.degree), 20);
    return size * Math.min(Math.max(0.75 / this.network.getScale(), 1), 3);
  }

  drawNode({ ctx, id, x, y, state }) {
    const radius = this.radius(id);
    const isChosen = state.selected || this.focus.node === id;
    const isFar = this.focus.near.size > 0 && !this.focus.near.has(id);
    return {
      drawNode: () => {
        ctx.save();
        ctx.globalAlpha = isFar ? 0.35 : 1;
        ctx.translate(x, y);
        if (isChosen || state.hover) {
          ctx.beginPath();
          ctx.arc(0, 0, radius * 1.5, 0, 2 * Math.PI);
          ctx.fillStyle = isChosen ? this.colours.passage : this.colours.edge;
          ctx.fill();
        }
        ctx.scale(radius / 10, radius / 10);
        const path = PATHS[this.corpus.nodes.get(id).type];
        ctx.fillStyle = this.colours[this.corpus.nodes.get(id).type];
        ctx.fill(path);
        ctx.lineWidth = 15 / radius;
        ctx.strokeStyle = this.colours.outline;
        ctx.stroke(path);
        ctx.restore();
      },
      nodeDimensions: { width: 2 * radius, height: 2 * radius },
    };
  }

  setFocus(node, edges, near) {
    this.focus = { node, edges, near };
    this.network.unselectAll();
    const here = edges.filter((edge) => this.edges.get(edge));
    if (node && this.nodes.get(node)) this.network.selectNodes([node], true);
    else if (here.length) this.network.selectEdges(here);
    this.network.redraw();
  }

  fit(ids = null) {
    const nodes = (ids ?? this.nodes.getIds()).filter((id) => this.nodes.get(id));
    if (!nodes.length) return;
    this.network.fit({ nodes, minZoomLevel: 0.005, maxZoomLevel: 1.3 });
    this.zoom(0.92); // names stand beyond the outermost symbols
  }

  // Takes the room that the panel leaves. Nothing moves on the screen by that, or a double click would miss its symbol.
  settle() {
    const scale = this.network.getScale();
    const origin = this.network.canvasToDOM({ x: 0, y: 0 });
    this.network.setSize("100%", "100%");
    const middle = { x: this.place.clientWidth / 2, y: this.place.clientHeight / 2 };
    this.network.moveTo({ scale, position: { x: (middle.x - origin.x) / scale, y: (middle.y - origin.y) / scale } });
  }

  isInView(id) {
    if (!this.nodes.get(id)) return true;
    const { x, y } = this.network.canvasToDOM(this.network.getPosition(id));
    return x > 30 && y > 30 && x < this.place.clientWidth - 30 && y < this.place.clientHeight - 30;
  }

  lookAt(id) {
    if (this.isInView(id)) return;
    this.network.moveTo({ position: this.network.getPosition(id) });
    this.handlers.moved();
  }

  zoom(factor) {
    this.network.moveTo({ scale: this.network.getScale() * factor });
    this.handlers.moved();
  }

  get at() {
    const { x, y } = this.network.getViewPosition();
    return [Math.round(x), Math.round(y), this.network.getScale().toFixed(3)].join(",");
  }

  set at(text) {
    const [x, y, scale] = text.split(",").map(Number);
    if ([x, y, scale].every(Number.isFinite) && scale > 0) this.network.moveTo({ position: { x, y }, scale });
  }

  // The nearest visible node in a direction, for the arrow keys.
  findNext(id, { dx, dy }) {
    const places = this.network.getPositions();
    const from = places[id];
    const ranked = Object.entries(places).filter(([other]) => other !== id).map(([other, { x, y }]) => {
      const along = (x - from.x) * dx + (y - from.y) * dy;
      const across = Math.abs((x - from.x) * dy) + Math.abs((y - from.y) * dx);
      return [along > 0 && along >= across * 0.5 ? along + 2 * across : Infinity, other];
    });
    ranked.sort((one, other) => one[0] - other[0] || compare(one[1], other[1]));
    return ranked.length && ranked[0][0] < Infinity ? ranked[0][1] : null;
  }

  findFirst() {
    const ids = this.nodes.getIds();
    ids.sort((one, other) => this.radius(other) - this.radius(one) || compare(one, other));
    return ids[0] ?? null;
  }

  // A PNG of what is on the screen, on a ground of its own.
  async toPicture() {
    const drawn = this.place.querySelector("canvas");
    const copy = element("canvas", { width: drawn.width, height: drawn.height });
    const context = copy.getContext("2d");
    context.fillStyle = this.colours.ground;
    context.fillRect(0, 0, copy.width, copy.height);
    context.drawImage(drawn, 0, 0);
    return new Promise((resolve) => copy.toBlob(resolve, "image/png"));
  }
}

function keepOnly(data, wanted) {
  data.remove(data.getIds().filter((id) => !wanted.has(id)));
}

function addMissing(data, wanted, make) {
  const known = new Set(data.getIds());
  data.add([...wanted].filter((id) => !known.has(id)).map(make));
}
