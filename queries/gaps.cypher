CALL () {
  MATCH (entry:Entity {kind: 'person'})
  WHERE entry.position > 0 AND $_kind IN ['', 'person without an office']
    AND NOT EXISTS { (entry)<-[:SHOWN_AS]-()-[:HOLDS_OFFICE]->() }
    AND NOT EXISTS {
      MATCH (entry)<-[:SHOWN_AS]-()<-[:SUBJECT]-(claim {predicate: 'HOLDS_OFFICE'})
      WHERE coalesce(claim.standing, '') <> 'rejected'
    }
  WITH entry ORDER BY entry.kind, entry.position LIMIT $_first
  RETURN entry, 'person without an office' AS kind, entry.shownName AS name
  UNION ALL
  MATCH (entry:Entity {kind: 'scheme'})
  WHERE entry.position > 0 AND $_kind IN ['', 'scheme without a runner']
    AND NOT EXISTS { (entry)<-[:SHOWN_AS]-()<-[:RUNS]-() }
  WITH entry ORDER BY entry.kind, entry.position LIMIT $_first
  RETURN entry, 'scheme without a runner' AS kind, entry.shownName AS name
  UNION ALL
  MATCH (entry:Letter) WHERE entry.date IS NULL AND $_kind IN ['', 'letter without a date']
  WITH entry ORDER BY entry.position, entry.iri LIMIT $_first
  RETURN entry, 'letter without a date' AS kind, entry.subjectLine AS name
}
WITH entry, kind, name ORDER BY kind, entry.position, entry.iri LIMIT $_first
CALL (entry) {
  OPTIONAL MATCH (entry)<-[:SHOWN_AS]-()<-[named:MENTIONS]-(letter)
  UNWIND CASE WHEN letter IS NULL THEN [null] ELSE range(0, size(named.starts) - 1) END AS place
  RETURN min(letter.iri + '#char=' + named.starts[place] + ',' + named.ends[place]) AS first
}
RETURN
  entry.iri AS thing,
  kind,
  name,
  coalesce(first, entry.iri + '#char=0,1') AS passage
ORDER BY kind, entry.position, thing
