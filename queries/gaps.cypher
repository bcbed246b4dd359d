CALL () {
  MATCH (entry:Entity {kind: 'person'})
  WHERE NOT EXISTS { (entry)<-[:SHOWN_AS]-()-[:HOLDS_OFFICE]->() }
    AND NOT EXISTS {
      MATCH (entry)<-[:SHOWN_AS]-()<-[:SUBJECT]-(claim {predicate: 'HOLDS_OFFICE'})
      WHERE coalesce(claim.standing, '') <> 'rejected'
    }
  RETURN entry, 'person without an office' AS kind
  UNION ALL
  MATCH (entry:Entity {kind: 'scheme'})
  WHERE NOT EXISTS { (entry)<-[:SHOWN_AS]-()<-[:RUNS]-() }
  RETURN entry, 'scheme without a runner' AS kind
  UNION ALL
  MATCH (entry:Letter) WHERE entry.date IS NULL
  RETURN entry, 'letter without a date' AS kind
}
WITH * WHERE $_kind IN ['', kind]
CALL (entry) {
  OPTIONAL MATCH (entry)<-[:SHOWN_AS]-()<-[named:MENTIONS]-(letter)
  UNWIND CASE WHEN letter IS NULL THEN [null] ELSE range(0, size(named.starts) - 1) END AS place
  RETURN min(letter.iri + '#char=' + named.starts[place] + ',' + named.ends[place]) AS first
}
RETURN
  entry.iri AS thing,
  kind,
  coalesce(entry.shownName, entry.subjectLine) AS name,
  coalesce(first, entry.iri + '#char=0,1') AS passage
ORDER BY kind, name, thing
