// The panel at the side: the card of a node, the facts of an edge, or the way between two nodes.

function showCard(app, id) {
  const { corpus } = app;
  const node = corpus.nodes.get(id);
  const card = corpus.cards.get(id);
  if (!card) return [element("h2", {}, corpus.label(id))];
  const facts = card.facts.map((fact) => corpus.facts.get(fact)).filter(Boolean);
  const denied = card.denied.map((fact) => corpus.facts.get(fact)).filter(Boolean);
  const sayings = card.sayings.map((fact) => corpus.facts.get(fact)).filter(Boolean);
  const isOffice = (fact) => ["holdsOffice", "officeIn"].includes(fact.relation);
  return [
    element("h2", {}, node.label),
    element("p", { class: "kind" }, symbol(node.type), corpus.words.kinds[node.type]),
    node.other_names.length ? element("p", { class: "also" }, `Also: ${node.other_names.join("; ")}`) : null,
    card.recogniser ? element("p", { class: "also" }, `Found by the recogniser ${card.recogniser}, not by a rule.`) : null,
    showActions(app, id),
    ...showSection("Offices", facts.filter(isOffice).map((fact) => showFact(app, fact))),
    ...showSection("Facts", facts.filter((fact) => !isOffice(fact)).map((fact) => showFact(app, fact))),
    ...showSection("Asks, promises and positions", sayings.map((fact) => showFact(app, fact))),
    ...showSection("Denied or ended", denied.map((fact) => showFact(app, fact))),
    ...showSection("Problems to check", card.doubts.map((doubt) => element("li", {}, doubt))),
    ...showSection("Linked with", showLinks(app, id)),
    ...showSection("Letters", card.parts.map((part) => showPart(app, part))),
    ...showSection("Background, from the vocabulary and not from a letter",
      card.background.map(([relation, value]) => element("li", {}, `${relation}: ${value}`))),
    ...showSection("One across letters", card.same.map((why) => element("li", {}, why))),
    card.left_out ? element("p", { class: "also" }, `At least ${count(card.left_out, "more item")} are not shown here.`) : null,
  ];
}

function showActions(app, id) {
  return element(
    "div",
    { class: "actions" },
    button("Expand", () => app.expand(id)),
    button("Collapse", () => app.collapse(id)),
    button("Only this", () => app.showOnly(id)),
    button("Hide", () => app.hide(id)),
    button("Path from here", () => app.startPath(id)),
  );
}

function showLinks(app, id) {
  const edges = app.corpus.edgesAt(id).filter((edge) => edge.relation !== NAMES);
  edges.sort((one, other) => compare(app.corpus.label(otherEnd(one, id)), app.corpus.label(otherEnd(other, id))));
  return edges.map((edge) => {
    const verb = app.corpus.verb(edge);
    const other = app.nameButton(otherEnd(edge, id));
    const facts = button(count(edge.facts.length, "fact"), () => app.openEdge(edge.id), { class: "plain" });
    const words = edge.from === id ? [`${verb} `, other] : [other, ` ${verb} this`];
    return element("li", {}, ...words, " (", facts, ")");
  });
}

function showPart(app, part) {
  const letter = app.corpus.letters.get(part.letter);
  const words = { wrote: "Wrote the", received: "Received the", named: "Named in the" }[part.role];
  const open = button(toLetterName(letter), () => app.openLetter(part.letter, part.evidence[0]), { class: "plain", "data-letter": part.letter });
  const first = part.evidence[0];
  return element("li", { class: "fact" }, element("p", {}, `${words} `, open), first ? element("blockquote", {}, `“${first.quote}”`) : null);
}

function showEdge(app, id) {
  const edge = app.corpus.edges.get(id);
  const facts = edge.facts.map((fact) => app.corpus.facts.get(fact));
  const words = [app.nameButton(edge.from), ` ${app.corpus.verb(edge)} `, app.nameButton(edge.to)];
  return [element("h2", {}, ...words), element("p", { class: "kind" }, count(facts.length, "fact")),
    element("ul", {}, ...facts.map((fact) => showFact(app, fact)))];
}

function showPath(app, from, to, steps) {
  const title = element("h2", {}, `Path from ${app.corpus.label(from)} to ${app.corpus.label(to)}`);
  if (!steps) return [title, element("p", {}, "No path over the relations that are switched on.")];
  const facts = steps.map((edge) => (edge.facts.length ? showFact(app, app.corpus.facts.get(edge.facts[0])) : showNaming(app, edge)));
  return [title, element("p", { class: "kind" }, count(steps.length, "step")), element("ol", {}, ...facts),
    element("div", { class: "actions" }, button("Close the path", () => app.closePath()))];
}

function showNaming(app, edge) {
  return element("li", { class: "fact" }, element("p", { class: "words" }, app.nameButton(edge.from), " names ", app.nameButton(edge.to)));
}
