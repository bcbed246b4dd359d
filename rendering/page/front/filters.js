// Legend and filters in one: each symbol and each line is explained beside the box that switches it.

const CONFIDENCES = [0, 0.8, 0.9, 0.95];

class Filters {
  constructor(place, app) {
    this.place = place;
    this.app = app;
  }

  // Built anew when records come in; `update` only sets what is switched.
  build() {
    const { corpus } = this.app;
    const types = this.count([...corpus.nodes.values()].filter((node) => node.x !== undefined).map((node) => node.type));
    const relations = this.count([...corpus.edges.values()].filter((edge) => !corpus.isBackground(edge)).map((edge) => edge.relation));
    this.place.replaceChildren(
      ...this.group("Types", Object.keys(corpus.words.types).filter((type) => types.has(type)), (type) =>
        this.box("types", type, symbol(type), corpus.words.types[type], types.get(type))),
      ...this.group("Relations", Object.keys(corpus.words.relations).filter((relation) => relations.has(relation)), (relation) =>
        this.box("relations", relation, sampleLine(relation), corpus.relationWords(relation), relations.get(relation))),
      this.background(),
      ...this.fields(),
      ...this.path(),
    );
    this.update();
  }

  count(names) {
    const counts = new Map();
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    return counts;
  }

  group(title, names, make) {
    return [element("h2", {}, title), element("fieldset", { "aria-label": title }, ...names.map(make))];
  }

  box(list, name, sample, words, number) {
    const change = (event) => {
      const off = new Set(this.app.state[list]);
      if (event.target.checked) off.delete(name);
      else off.add(name);
      this.app.change({ [list]: off });
    };
    const input = element("input", { type: "checkbox", "data-list": list, value: name, change });
    return element("label", {}, input, sample, element("span", {}, words), element("span", { class: "count" }, String(number)));
  }

  background() {
    const input = element("input", { type: "checkbox", id: "background", change: (event) => this.app.change({ background: event.target.checked }) });
    return element("label", {}, input, sampleLine(null, true), element("span", {}, "only in the vocabulary"));
  }

  fields() {
    const { corpus } = this.app;
    const set = (name) => (event) => this.app.change({ [name]: event.target.value || null });
    const letters = corpus.lettersByDate().map((letter) => element("option", { value: letter.id }, `${toDay(letter.date)}: ${letter.title}`));
    const shares = CONFIDENCES.map((share) => element("option", { value: share }, share ? `${share * 100} % right or better` : "all"));
    return [
      element("h2", { class: "tool" }, "Letters"),
      element("label", { class: "field tool" }, "Only from the letter", element("select", { id: "only", change: set("only") }, element("option", { value: "" }, "all letters"), ...letters)),
      element("div", { class: "pair tool" },
        element("label", { class: "field" }, "From", element("input", { type: "date", id: "since", change: set("since") })),
        element("label", { class: "field" }, "To", element("input", { type: "date", id: "until", change: set("until") }))),
      element("h2", { class: "tool" }, "Confidence"),
      element("label", { class: "field tool" }, "Facts whose rule is, on annotated letters,",
        element("select", { id: "confidence", change: (event) => this.app.change({ confidence: Number(event.target.value) }) }, ...shares)),
    ];
  }

  path() {
    const from = element("div", { id: "path-from" });
    const to = element("div", { id: "path-to" });
    const { app } = this;
    this.from = new SearchField(from, "From", app.source, (id) => app.setPathEnd(0, id));
    this.to = new SearchField(to, "To", app.source, (id) => app.setPathEnd(1, id));
    return [element("h2", { class: "tool" }, "Path between two"), element("div", { class: "tool" }, from, to)];
  }

  update() {
    const { state, corpus } = this.app;
    for (const input of this.place.querySelectorAll("input[data-list]")) input.checked = !state[input.dataset.list].has(input.value);
    find("background").checked = state.background;
    for (const name of ["only", "since", "until"]) find(name).value = state[name] ?? "";
    find("confidence").value = String(state.confidence);
    const [from, to] = this.app.pathEnds;
    this.from.input.value = from ? corpus.label(from) : "";
    this.to.input.value = to ? corpus.label(to) : "";
  }
}
