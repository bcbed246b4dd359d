// Where records come from: out of the file itself, or from `policygraph serve`. Both fill the corpus and have the same methods.

class FileSource {
  constructor(corpus, start) {
    this.corpus = corpus;
    this.start = start;
    this.canAsk = false;
  }

  async open() {
    return this.start;
  }

  async search(words) {
    return findNodes(this.corpus, words);
  }

  async loadNodes() {}

  async loadCard() {}

  async loadNeighbours() {}

  async loadPath() {}

  async loadLetter() {}

  async loadLetters() {}

  async loadQuestions() {}

  async loadAnswer() {}
}

class ServerSource {
  constructor(corpus, address) {
    this.corpus = corpus;
    this.address = address;
    this.canAsk = true;
  }

  async open(wanted) {
    if (!wanted.length) return (await this.fetch("graph", {})).found;
    await this.loadNodes(wanted);
    return wanted;
  }

  async search(words) {
    return (await this.fetch("search", { q: words })).found.map((id) => this.corpus.nodes.get(id));
  }

  async loadNodes(ids) {
    const missing = ids.filter((id) => this.corpus.nodes.get(id)?.x === undefined);
    if (!missing.length) return;
    const bundle = await this.read("graph", { id: missing });
    const placed = [...this.corpus.nodes.values()].filter((node) => node.x !== undefined);
    if (placed.length) { // what is new stands beside what is there
      const left = Math.min(...bundle.nodes.map((node) => node.x));
      const right = Math.max(...placed.map((node) => node.x));
      for (const node of bundle.nodes) node.x += right - left + 300;
    }
    this.corpus.merge(bundle);
  }

  async loadCard(id) {
    if (!this.corpus.cards.has(id) && !id.startsWith("letter/")) await this.fetch("card", { id });
  }

  async loadNeighbours(id) {
    const middle = this.corpus.nodes.get(id);
    const bundle = await this.read("neighbours", { id });
    for (const node of bundle.nodes) {
      if (node.x !== undefined) Object.assign(node, { x: node.x + (middle.x ?? 0), y: node.y + (middle.y ?? 0) });
    }
    this.corpus.merge(bundle);
  }

  async loadPath(from, to) {
    await this.fetch("path", { from, to });
  }

  async loadLetter(id) {
    if (!this.corpus.texts.has(id)) await this.fetch("letter", { id });
  }

  async loadLetters(from, to) {
    return (await this.fetch("letters", { from, to })).note;
  }

  async loadQuestions() {
    if (!this.corpus.questions.size) await this.fetch("questions", {});
  }

  async loadAnswer(name, parameters) {
    await this.fetch("answer", { question: name, ...parameters });
  }

  async fetch(what, values) {
    return this.corpus.merge(await this.read(what, values));
  }

  async read(what, values) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(values)) {
      for (const one of [value].flat()) if (one) query.append(name, one);
    }
    const reply = await fetch(`${this.address}${what}?${query}`);
    const body = await reply.json();
    if (!reply.ok) throw new Error(body.error);
    return body;
  }
}
