// Which nodes and edges the filters let through.

const HEADER_RELATIONS = new Set(["sentBy", "sentTo", "repliesTo", NAMES]);

function passesDate(state, letter) {
  if (!state.since && !state.until) return true;
  if (!letter || !letter.date) return false;
  return (!state.since || letter.date >= state.since) && (!state.until || letter.date <= state.until);
}

function passesLetter(corpus, state, id) {
  return (!state.only || state.only === id) && passesDate(state, corpus.letters.get(id));
}

function passesFact(corpus, state, fact) {
  if (fact.polarity === "background") return state.background;
  if (!fact.evidence.some((quote) => passesLetter(corpus, state, quote.letter))) return false;
  return !state.confidence || HEADER_RELATIONS.has(fact.relation) || (fact.confidence ?? 0) >= state.confidence;
}

function passesEdge(corpus, state, edge) {
  if (state.relations.has(edge.relation)) return false;
  if (edge.relation === NAMES) return passesLetter(corpus, state, edge.from);
  return edge.facts.some((fact) => passesFact(corpus, state, corpus.facts.get(fact)));
}

function passesNode(corpus, state, node) {
  if (node.x === undefined || state.hidden.has(node.id) || state.types.has(node.type)) return false;
  if (state.shown && !state.shown.has(node.id)) return false;
  if (!state.only && !state.since && !state.until) return true;
  return node.letters.some((letter) => passesLetter(corpus, state, letter));
}

// A name with no arrow on it stands there only if somebody has opened it or shown it.
function findVisible(corpus, state) {
  const able = new Set();
  for (const node of corpus.nodes.values()) if (passesNode(corpus, state, node)) able.add(node.id);
  const edges = new Set();
  const nodes = new Set();
  for (const edge of corpus.edges.values()) {
    if (able.has(edge.from) && able.has(edge.to) && passesEdge(corpus, state, edge)) {
      edges.add(edge.id);
      nodes.add(edge.from).add(edge.to);
    }
  }
  const wanted = [state.node, ...(state.shown ?? [])];
  for (const id of wanted) if (able.has(id)) nodes.add(id);
  return { nodes, edges };
}
