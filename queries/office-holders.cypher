MATCH (:PolicyGraph {iri: $_office})<-[:SHOWN_AS]-(post)
CALL (post) {
  MATCH (person)-[fact:HOLDS_OFFICE]->(post)
  MATCH (home:PolicyGraph {iri: fact.letter})
  RETURN person, home, properties(fact) AS said, 'hold it' AS standing
  UNION ALL
  MATCH (post)<-[:OBJECT]-(claim {predicate: 'HOLDS_OFFICE'})-[:SUBJECT]->(person)
  WHERE coalesce(claim.standing, '') <> 'rejected'
  MATCH (claim)-[:IN_LETTER]->(home)
  RETURN person, home, properties(claim) AS said, CASE WHEN claim:Ending THEN 'have left it' WHEN claim:Denial THEN 'not hold it' ELSE 'hold it' END AS standing
}
MATCH (person)-[:SHOWN_AS]->(holder)
WITH holder, standing, collect({said: said, home: home}) AS facts, min(home.date) AS first, max(home.date) AS last
UNWIND facts AS fact
UNWIND range(0, size(fact.said.starts) - 1) AS place
RETURN
  holder.iri + ' ' + standing AS tenure,
  holder.shownName AS name,
  standing AS said,
  fact.said.since AS since,
  fact.said.until AS until,
  first,
  last,
  fact.home.iri + '#char=' + fact.said.starts[place] + ',' + fact.said.ends[place] AS passage
ORDER BY first, name, tenure, fact.home.date, fact.home.iri, fact.said.id, place
