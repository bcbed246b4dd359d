// What the page knows: the records of all bundles that came in so far, and what follows from them.

const NAMES = "names"; // the relation from a letter to everything that it names; it follows from the nodes

class Corpus {
  constructor(words) {
    this.words = words;
    this.nodes = new Map();
    this.edges = new Map();
    this.facts = new Map();
    this.cards = new Map();
    this.letters = new Map();
    this.texts = new Map();
    this.replies = new Map();
    this.notHeld = new Map();
    this.questions = new Map();
    this.answers = new Map();
    this.edgesOf = new Map();
  }

  merge(bundle) {
    for (const node of bundle.nodes) this.addNode(node);
    for (const fact of bundle.facts) this.facts.set(fact.id, fact);
    for (const edge of bundle.edges) this.addEdge(edge);
    for (const card of bundle.cards) this.cards.set(card.id, card);
    for (const letter of bundle.letters) this.letters.set(letter.id, letter);
    for (const text of bundle.texts) this.texts.set(text.id, text);
    for (const reply of bundle.replies) this.replies.set(`${reply.letter} ${reply.to}`, reply);
    for (const gap of bundle.not_held) this.notHeld.set(JSON.stringify(gap), gap);
    for (const question of bundle.questions) this.questions.set(question.name, question);
    for (const answer of bundle.answers) this.answers.set(answer.question, answer);
    for (const node of bundle.nodes) this.addNames(this.nodes.get(node.id));
    return bundle;
  }

  addNode(node) {
    const known = this.nodes.get(node.id);
    const place = known && known.x !== undefined ? { x: known.x, y: known.y } : {};
    // A node without a place is no more than a name: it adds nothing to one that is known.
    const isName = node.x === undefined && !node.letters.length;
    this.nodes.set(node.id, isName ? { ...node, ...known } : { ...known, ...node, ...place });
  }

  addEdge(edge) {
    const known = this.edges.get(edge.id);
    this.edges.set(edge.id, known ? { ...edge, facts: [...new Set([...known.facts, ...edge.facts])] } : edge);
    for (const end of [edge.from, edge.to]) {
      if (!this.edgesOf.has(end)) this.edgesOf.set(end, new Set());
      this.edgesOf.get(end).add(edge.id);
    }
  }

  addNames(node) {
    for (const letter of node.letters) {
      if (letter !== node.id && this.nodes.has(letter)) {
        const id = `${NAMES} ${letter} ${node.id}`;
        this.addEdge({ id, from: letter, to: node.id, relation: NAMES, facts: [], curve: 0 });
      }
    }
  }

  edgesAt(id) {
    return [...(this.edgesOf.get(id) ?? [])].map((edge) => this.edges.get(edge));
  }

  neighbours(id) {
    return [...new Set(this.edgesAt(id).map((edge) => otherEnd(edge, id)))];
  }

  label(id) {
    const node = this.nodes.get(id);
    return node ? node.label : id;
  }

  // The verb between the two ends of an edge or a fact.
  verb({ relation, to }) {
    return this.words.others[`${relation} ${this.nodes.get(to)?.type}`] ?? this.words.relations[relation];
  }

  // What a relation is called, whatever it ends at.
  relationWords(relation) {
    const others = Object.entries(this.words.others).filter(([key]) => key.split(" ")[0] === relation);
    return [this.words.relations[relation], ...others.map(([, words]) => words)].join(" or ");
  }

  isBackground(edge) {
    return edge.facts.length > 0 && edge.facts.every((fact) => this.facts.get(fact).polarity === "background");
  }

  lettersByDate() {
    return [...this.letters.values()].sort((one, other) => compare(toSortKey(one), toSortKey(other)));
  }
}

function otherEnd(edge, id) {
  return edge.from === id ? edge.to : edge.from;
}

function toSortKey(letter) {
  return `${letter.date ?? "~"} ${letter.id}`;
}

function compare(one, other) {
  return one < other ? -1 : Number(one > other);
}
