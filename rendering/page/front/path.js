// The shortest way between two nodes over the edges that the filters let through, whether they are on the screen or not.

function findPath(corpus, state, from, to) {
  const before = new Map([[from, null]]);
  let edge = [from];
  while (edge.length && !before.has(to)) {
    const next = [];
    for (const id of edge) {
      const ways = corpus.edgesAt(id).filter((way) => passesEdge(corpus, state, way));
      ways.sort((one, other) => compare(one.id, other.id));
      for (const way of ways) {
        const other = otherEnd(way, id);
        if (before.has(other) || corpus.nodes.get(other)?.x === undefined) continue;
        before.set(other, way);
        next.push(other);
      }
    }
    edge = next;
  }
  if (!before.has(to)) return null;
  const steps = [];
  for (let id = to; before.get(id); id = otherEnd(before.get(id), id)) steps.unshift(before.get(id));
  return steps;
}
