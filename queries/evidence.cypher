CALL () {
  MATCH (one)-[fact:HOLDS_OFFICE|OFFICE_IN|MEMBER_OF|PART_OF|RUNS|FUNDS|PARTNERS_WITH|SUPPORTS|OPPOSES|PARTY_TO|OPERATES_IN|BASED_ON {id: $_id}]->(other)
  RETURN one, other, type(fact) AS predicate, properties(fact) AS said, '' AS mark
  UNION ALL
  MATCH (one)<-[:SUBJECT]-(claim:PolicyGraph {iri: $_id})-[:OBJECT]->(other)
  RETURN one, other, claim.predicate AS predicate, properties(claim) AS said,
    CASE WHEN claim:Ending THEN 'ended: ' WHEN claim:Denial THEN 'denied: ' ELSE '' END AS mark
}
MATCH (one)-[:SHOWN_AS]->(first)
MATCH (other)-[:SHOWN_AS]->(second)
UNWIND range(0, size(said.starts) - 1) AS place
MATCH (letter:PolicyGraph {iri: said.letters[place]})
RETURN
  said.id AS fact,
  first.shownName AS subject,
  mark + CASE WHEN predicate = 'RUNS' AND second.kind = 'document' THEN 'publishes' ELSE toLower(replace(predicate, '_', ' ')) END AS relation,
  second.shownName AS object,
  said.since AS since,
  said.until AS until,
  said.condition AS condition,
  said.rule AS rule,
  said.confidence AS confidence,
  letter.date AS date,
  letter.iri + '#char=' + said.starts[place] + ',' + said.ends[place] AS passage
ORDER BY date, letter.iri, place
