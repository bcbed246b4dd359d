MATCH (entry:Entity {kind: $_kind}) WHERE entry.position > 0
WITH entry ORDER BY entry.kind, entry.position LIMIT $_first
CALL (entry) {
  MATCH (entry)<-[:SHOWN_AS]-()<-[:MENTIONS]-(naming)
  RETURN count(DISTINCT naming) AS named
}
CALL (entry) {
  // Each part fills its own columns; the rows of an actor are put together afterwards.
  CALL (entry) {
    MATCH (entry)<-[:SHOWN_AS]-()<-[:PERSON|OFFICE|ORGANISATION]-()<-[:SENDER]-(written)
    RETURN written
    UNION
    MATCH (entry)<-[:SHOWN_AS]-()<-[shown:SENT_BY]-(written) WHERE shown.id IS NOT NULL
    RETURN written
  }
  WITH count(written) AS number
  RETURN 0 AS part, null AS office, null AS body, nullIf(number, 0) AS wrote, null AS received, null AS passage
  UNION ALL
  MATCH (entry)<-[:SHOWN_AS]-()<-[:PERSON|OFFICE|ORGANISATION]-()<-[:RECIPIENT]-(got)
  WITH count(DISTINCT got) AS number
  RETURN 0 AS part, null AS office, null AS body, null AS wrote, nullIf(number, 0) AS received, null AS passage
  UNION ALL
  MATCH (entry)<-[:SHOWN_AS]-()-[fact:HOLDS_OFFICE]->()-[:SHOWN_AS]->(held)
  RETURN 1 AS part, held.shownName AS office, null AS body, null AS wrote, null AS received,
    fact.letters[0] + '#char=' + fact.starts[0] + ',' + fact.ends[0] AS passage
  UNION ALL
  MATCH (entry)<-[:SHOWN_AS]-()-[fact:OFFICE_IN|MEMBER_OF]->()-[:SHOWN_AS]->(within)
  RETURN 2 AS part, null AS office, within.shownName AS body, null AS wrote, null AS received,
    fact.letters[0] + '#char=' + fact.starts[0] + ',' + fact.ends[0] AS passage
  UNION ALL
  MATCH (entry)<-[:SHOWN_AS]-()-[tenure:HOLDS_OFFICE]->()-[fact:OFFICE_IN]->()-[:SHOWN_AS]->(within)
  WHERE fact.letter = tenure.letter
  RETURN 2 AS part, null AS office, within.shownName AS body, null AS wrote, null AS received,
    fact.letters[0] + '#char=' + fact.starts[0] + ',' + fact.ends[0] AS passage
  UNION ALL
  // A place where a letter names them
  MATCH (entry)<-[:SHOWN_AS]-()<-[named:MENTIONS]-(letter)
  UNWIND range(0, size(named.starts) - 1) AS place
  WITH min(letter.iri + '#char=' + named.starts[place] + ',' + named.ends[place]) AS passage
  RETURN 3 AS part, null AS office, null AS body, null AS wrote, null AS received, passage
}
RETURN entry.iri AS actor, entry.shownName AS name, office, body, wrote, received, named, passage
ORDER BY entry.position, part, office, body, passage
