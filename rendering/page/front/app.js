// Ties the parts together: every action changes the state, and `render` brings the screen to it.

class App {
  constructor({ rest, nodes, edges, options }) {
    this.corpus = new Corpus(rest.words);
    this.source = rest.api ? new ServerSource(this.corpus, rest.api) : new FileSource(this.corpus, rest.bundle.found);
    if (rest.bundle) this.corpus.merge({ ...rest.bundle, nodes, edges });
    this.options = options;
    this.state = newState();
    this.note = rest.bundle ? rest.bundle.note : null;
    this.startNode = rest.start;
    this.pathEnds = [null, null];
    this.drawn = ""; // the address of what is on the screen
  }

  async start() {
    this.search = new SearchField(find("search"), "Search a name or an acronym", this.source, (id) => this.openNode(id, true));
    this.filters = new Filters(find("filters"), this);
    this.picture = new Picture(find("canvas"), this.corpus, this.options, {
      node: (id) => this.openNode(id),
      edge: (id) => this.openEdge(id),
      expand: (id) => this.expand(id),
      hover: (id) => this.showHover(id),
      moved: () => this.keepAddress(),
    });
    this.theme = new Theme(this.picture);
    this.connect();
    await this.attempt(() => this.restore());
    document.documentElement.dataset.ready = "yes";
  }

  connect() {
    for (const choice of document.querySelectorAll("[data-view]")) choice.addEventListener("click", () => this.change({ view: choice.dataset.view }));
    const clicks = {
      fit: () => this.picture.fit(), picture: () => this.savePicture(), print: () => window.print(), theme: () => this.theme.switch(),
      help: () => this.showHelp(), "show-all": () => this.showAll(), "toggle-filters": () => this.toggleFilters(),
    };
    for (const [id, click] of Object.entries(clicks)) find(id).addEventListener("click", click);
    document.addEventListener("keydown", (event) => pressKey(this, event));
    window.addEventListener("popstate", () => this.attempt(() => this.restore()));
    if (matchMedia("(max-width: 1100px)").matches) this.toggleFilters();
    find("note").replaceChildren(...(this.note ?? "").split("`").map((part, number) => (number % 2 ? element("code", {}, part) : part)));
    find("note").hidden = !this.note;
  }

  // Brings back what an address says.
  async restore() {
    if (location.hash === this.drawn && this.drawn) return;
    this.state = fromAddress(location.hash);
    const { state } = this;
    const isFresh = location.hash.length < 2;
    const start = await this.source.open([...(state.shown ?? [])]);
    if (!state.shown && start.length && (isFresh || this.source.canAsk)) state.shown = new Set(start);
    if (isFresh && this.startNode) state.node = this.startNode;
    this.pathEnds = [...state.path, null, null].slice(0, 2);
    if (this.pathEnds[1]) await this.source.loadPath(...this.pathEnds);
    this.filters.build();
    await this.render();
    if (state.at) this.picture.at = state.at;
    else this.picture.fit();
    this.keepAddress();
  }

  // A change that somebody can go back from.
  async change(patch) {
    Object.assign(this.state, patch);
    await this.attempt(() => this.render());
    this.state.at = this.picture.at; // a panel that opens moves the middle
    const address = toAddress(this.state);
    if (address !== location.hash) history.pushState(null, "", address);
    this.drawn = address;
  }

  // The place on the canvas goes into the address without a step to go back.
  keepAddress() {
    this.state.at = this.picture.at;
    this.drawn = toAddress(this.state);
    history.replaceState(null, "", this.drawn);
  }

  async attempt(action) {
    try {
      await action();
    } catch (error) {
      this.say(`This could not be done: ${error.message}`);
    }
  }

  async render() {
    const { state } = this;
    for (const name of ["graph", "letters", "questions"]) find(name).hidden = state.view !== name;
    for (const choice of document.querySelectorAll("[data-view]")) choice.setAttribute("aria-pressed", String(choice.dataset.view === state.view));
    await this.load();
    const isNew = this.renderPanel();
    if (state.view === "graph") this.picture.settle();
    this.renderGraph();
    this.filters.update();
    if (state.view === "letters") find("letters").replaceChildren(...(await showLetters(this)).filter(Boolean));
    if (state.view === "questions") find("questions").replaceChildren(...(await showQuestions(this)).filter(Boolean));
    if (isNew) this.scrollPanel();
  }

  // What the state needs and is not there yet.
  async load() {
    const { node, letter } = this.state;
    const edge = this.corpus.edges.get(this.state.edge);
    const known = this.corpus.nodes.size;
    if (edge) await this.source.loadCard(edge.from); // a line of the server has only some of its facts
    if (node) await this.source.loadCard(node);
    if (node) await this.source.loadNodes([node]);
    if (letter) await this.source.loadLetter(letter);
    if (this.corpus.nodes.size !== known) this.filters.build();
  }

  renderGraph() {
    const { state, corpus, picture } = this;
    this.steps = this.pathEnds[1] ? findPath(corpus, state, ...this.pathEnds) : null;
    const marked = new Set((this.steps ?? []).map((edge) => edge.id));
    this.visible = findVisible(corpus, state);
    for (const edge of this.steps ?? []) {
      this.visible.edges.add(edge.id);
      this.visible.nodes.add(edge.from).add(edge.to);
    }
    picture.show(this.visible);
    if (this.marked !== [...marked].join()) picture.refresh((id) => marked.has(id));
    this.marked = [...marked].join();
    picture.setFocus(...this.findFocus());
    const all = [...corpus.nodes.values()].filter((node) => node.x !== undefined).length;
    const hidden = all - this.visible.nodes.size;
    this.say(`${count(this.visible.nodes.size, "name")} and ${count(this.visible.edges.size, "relation")} shown${hidden ? `, ${hidden.toLocaleString("en-GB")} not shown` : ""}`);
    find("show-all").hidden = !(state.shown || state.hidden.size) || this.source.canAsk;
  }

  // What stands out: the chosen node with its neighbours, the chosen edge, or the path.
  findFocus() {
    const { node, edge } = this.state;
    if (this.steps) {
      const ends = this.steps.flatMap((step) => [step.from, step.to]);
      return [null, this.steps.map((step) => step.id), new Set([...this.pathEnds, ...ends])];
    }
    if (node) {
      const near = this.corpus.edgesAt(node).filter((one) => this.visible.edges.has(one.id)).map((one) => otherEnd(one, node));
      return [node, [], new Set([node, ...near])];
    }
    const chosen = edge && this.corpus.edges.get(edge);
    return chosen ? [null, [edge], new Set([chosen.from, chosen.to])] : [null, [], new Set()];
  }

  renderPanel() {
    const { state, corpus } = this;
    let parts = [];
    if (state.letter) parts = showLetter(this, state.letter, state.passage);
    else if (this.pathEnds[1]) parts = showPath(this, ...this.pathEnds, findPath(corpus, state, ...this.pathEnds));
    else if (state.edge && corpus.edges.has(state.edge)) parts = showEdge(this, state.edge);
    else if (state.node && corpus.nodes.has(state.node)) parts = showCard(this, state.node);
    const shown = [state.letter, state.passage, ...this.pathEnds, state.edge, state.node].join(" ");
    const isNew = shown !== this.shown;
    this.shown = shown;
    const close = parts.length ? button("Close", () => this.closePanel(), { id: "close", class: "tool" }) : null;
    find("panel").replaceChildren(...[close, ...parts].filter(Boolean));
    return isNew;
  }

  scrollPanel() {
    const passage = find("panel").querySelector(".passage");
    if (passage) passage.scrollIntoView({ block: "center" });
    else find("panel").scrollTop = 0;
  }

  async openNode(id, isLookedFor = false) {
    if (id.startsWith("letter/")) return this.openLetter(id, null);
    this.pathEnds = [null, null];
    const shown = this.state.shown ? new Set([...this.state.shown, id]) : null;
    const hidden = without(this.state.hidden, [id]);
    const types = isLookedFor ? without(this.state.types, [this.corpus.nodes.get(id)?.type]) : this.state.types;
    await this.change({ node: id, edge: null, letter: null, passage: null, path: new Set(), shown, hidden, types, view: isLookedFor ? "graph" : this.state.view });
    if (this.state.view !== "graph") return;
    if (isLookedFor) this.picture.fit([id, ...this.corpus.neighbours(id)]);
    else this.picture.lookAt(id);
  }

  openEdge(id) {
    const edge = this.corpus.edges.get(id);
    if (edge.relation === NAMES) return this.openLetter(edge.from, null);
    return this.change({ edge: id, node: null, letter: null, passage: null });
  }

  openLetter(id, quote) {
    const passage = quote && quote.letter === id ? `${quote.start}-${quote.end}` : null;
    return this.change({ letter: id, passage });
  }

  // Closes what is on top; what was open beneath comes back.
  closePanel() {
    if (this.state.letter) return this.change({ letter: null, passage: null });
    return this.closePath();
  }

  closePath() {
    this.pathEnds = [null, null];
    return this.change({ path: new Set(), edge: null, node: null });
  }

  async expand(id) {
    await this.attempt(() => this.source.loadNeighbours(id));
    if (this.source.canAsk) this.filters.build();
    const near = this.corpus.neighbours(id).filter((other) => this.isLinked(id, other));
    const shown = this.state.shown ? new Set([...this.state.shown, id, ...near]) : null;
    await this.change({ shown, hidden: without(this.state.hidden, near) });
    this.picture.fit([id, ...near]);
  }

  // Takes away the neighbours that hang on this node alone.
  collapse(id) {
    const alone = this.corpus.neighbours(id).filter((other) => {
      const edges = this.corpus.edgesAt(other).filter((edge) => this.visible.edges.has(edge.id));
      return edges.length && edges.every((edge) => otherEnd(edge, other) === id);
    });
    return this.change({ hidden: new Set([...this.state.hidden, ...alone]) });
  }

  async showOnly(id) {
    await this.attempt(() => this.source.loadNeighbours(id));
    const near = this.corpus.neighbours(id).filter((other) => this.isLinked(id, other));
    await this.change({ shown: new Set([id, ...near]), hidden: new Set() });
    this.picture.fit();
  }

  isLinked(id, other) {
    return this.corpus.edgesAt(id).some((edge) => otherEnd(edge, id) === other && passesEdge(this.corpus, this.state, edge));
  }

  hide(id) {
    return this.change({ hidden: new Set([...this.state.hidden, id]), node: null });
  }

  async showAll() {
    await this.change({ shown: this.source.canAsk ? this.state.shown : null, hidden: new Set() });
    this.picture.fit();
  }

  startPath(id) {
    this.pathEnds = [id, null];
    if (find("filters").hidden) this.toggleFilters();
    this.filters.update();
    this.filters.to.input.focus();
  }

  async setPathEnd(number, id) {
    this.pathEnds[number] = id;
    if (!this.pathEnds[0] || !this.pathEnds[1]) return;
    await this.attempt(() => this.source.loadPath(...this.pathEnds));
    await this.change({ path: new Set(this.pathEnds), node: null, edge: null, letter: null, passage: null, view: "graph" });
    if (this.steps) this.picture.fit(this.steps.flatMap((step) => [step.from, step.to]));
  }

  nameButton(id) {
    return button(this.corpus.label(id), () => this.openNode(id), { class: "plain", "data-node": id });
  }

  mentionLink(id, words) {
    const click = (event) => {
      event.preventDefault();
      this.openNode(id);
    };
    const href = `#${new URLSearchParams({ node: id })}`;
    return element("a", { class: "mention", href, click, "data-node": id, title: this.corpus.label(id) }, words);
  }

  showHover(id) {
    const edge = id && this.corpus.edges.get(id);
    if (edge) this.say(`${this.corpus.label(edge.from)} ${this.corpus.verb(edge)} ${this.corpus.label(edge.to)}`);
  }

  say(words) {
    find("status").textContent = words;
  }

  async savePicture() {
    download("graph.png", await this.picture.toPicture());
  }

  toggleFilters() {
    find("filters").hidden = !find("filters").hidden;
    find("toggle-filters").setAttribute("aria-expanded", String(!find("filters").hidden));
  }

  showHelp() {
    showHelp(find("keys"));
  }
}

function without(ids, gone) {
  return new Set([...ids].filter((id) => !gone.includes(id)));
}

new App(JSON.parse(find("data").textContent)).start();
