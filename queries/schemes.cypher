MATCH (entry:Entity {kind: 'scheme'})
WHERE entry.position > 0
  AND ($_runner = '' OR EXISTS { (entry)<-[:SHOWN_AS]-()<-[:RUNS]-()-[:SHOWN_AS]->({iri: $_runner}) })
  AND ($_funder = '' OR EXISTS { (entry)<-[:SHOWN_AS]-()<-[:FUNDS]-()-[:SHOWN_AS]->({iri: $_funder}) })
  AND ($_country = '' OR EXISTS { (entry)<-[:SHOWN_AS]-()-[:OPERATES_IN]->()-[:SHOWN_AS]->({iri: $_country}) })
  AND ($_basis = '' OR EXISTS { (entry)<-[:SHOWN_AS]-()-[:BASED_ON]->()-[:SHOWN_AS]->({iri: $_basis}) })
WITH entry ORDER BY entry.kind, entry.position LIMIT $_first
CALL (entry) {
  // The scheme itself, so that it has a row even where nothing is said of it
  RETURN 0 AS part, null AS fact, null AS runner, null AS funder, null AS country, null AS basis
  UNION ALL
  MATCH (entry)<-[:SHOWN_AS]-()<-[fact:RUNS]-()-[:SHOWN_AS]->(end)
  RETURN 1 AS part, fact, end.shownName AS runner, null AS funder, null AS country, null AS basis
  UNION ALL
  MATCH (entry)<-[:SHOWN_AS]-()<-[fact:FUNDS]-()-[:SHOWN_AS]->(end)
  RETURN 2 AS part, fact, null AS runner, end.shownName AS funder, null AS country, null AS basis
  UNION ALL
  MATCH (entry)<-[:SHOWN_AS]-()-[fact:OPERATES_IN]->()-[:SHOWN_AS]->(end)
  RETURN 3 AS part, fact, null AS runner, null AS funder, end.shownName AS country, null AS basis
  UNION ALL
  MATCH (entry)<-[:SHOWN_AS]-()-[fact:BASED_ON]->()-[:SHOWN_AS]->(end)
  RETURN 4 AS part, fact, null AS runner, null AS funder, null AS country, end.shownName AS basis
}
OPTIONAL MATCH (letter:PolicyGraph {iri: fact.letter})
RETURN
  entry.iri AS scheme,
  entry.shownName AS name,
  runner,
  funder,
  country,
  basis,
  letter.iri + '#char=' + fact.starts[0] + ',' + fact.ends[0] AS passage
ORDER BY entry.position, part, runner, funder, country, basis, letter.position, letter.iri, passage
