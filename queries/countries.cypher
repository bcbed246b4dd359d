MATCH (country:Entity {kind: 'country'})
WHERE country.position > 0 AND $_country IN ['', country.iri]
CALL (country) {
  MATCH (country)<-[:SHOWN_AS]-(land)
  CALL (land) {
    MATCH (land)-[fact:PARTY_TO|MEMBER_OF|RUNS|FUNDS|OPERATES_IN]-(matter)
    MATCH (home:PolicyGraph {iri: fact.letter})
    RETURN matter, home, properties(fact) AS said, type(fact) AS predicate, '' AS mark
    UNION ALL
    MATCH (land)<-[:SUBJECT|OBJECT]-(claim)-[:SUBJECT|OBJECT]->(matter)
    WHERE coalesce(claim.standing, '') <> 'rejected' AND claim.predicate IN ['PARTY_TO', 'MEMBER_OF', 'RUNS', 'FUNDS', 'OPERATES_IN']
    MATCH (claim)-[:IN_LETTER]->(home)
    RETURN matter, home, properties(claim) AS said, claim.predicate AS predicate,
      CASE WHEN claim:Ending THEN 'ended: ' WHEN claim:Denial THEN 'denied: ' ELSE '' END AS mark
  }
  MATCH (matter)-[:SHOWN_AS]->(thing)
  WITH thing, mark + CASE predicate
      WHEN 'PARTY_TO' THEN 'party to' WHEN 'MEMBER_OF' THEN 'member of' WHEN 'OPERATES_IN' THEN 'has in it'
      ELSE toLower(predicate)
    END AS relation, collect({said: said, home: home}) AS facts, min(home.date) AS first, max(home.date) AS last
  RETURN thing, relation, facts, first, last
}
WITH * ORDER BY country.kind, country.position, relation, thing.position LIMIT $_first
UNWIND facts AS fact
UNWIND range(0, size(fact.said.starts) - 1) AS place
RETURN
  country.iri + ' ' + relation + ' ' + thing.iri AS pair,
  country.shownName AS name,
  relation,
  thing.shownName AS other,
  first,
  last,
  fact.home.iri + '#char=' + fact.said.starts[place] + ',' + fact.said.ends[place] AS passage
ORDER BY country.position, relation, thing.position, fact.home.date, fact.home.iri, fact.said.id, place
