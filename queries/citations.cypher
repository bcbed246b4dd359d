MATCH (whole:PolicyGraph {iri: $_of})<-[:SHOWN_AS]-(same)
CALL (whole, same) {
  RETURN whole AS entry
  UNION
  // Its articles, in whatever letter they are told to be part of it
  MATCH (same)<-[:PART_OF]-()-[:SHOWN_AS]->(entry)
  RETURN entry
}
WITH DISTINCT entry
MATCH (entry)<-[:SHOWN_AS]-(entity)
MATCH (entity)<-[naming:MENTIONS]-(letter)
CALL (naming, letter) {
  UNWIND range(0, size(naming.starts) - 1) AS place
  RETURN 1 AS part, naming.starts[place] AS number, null AS sender, null AS recipient,
    letter.iri + '#char=' + naming.starts[place] + ',' + naming.ends[place] AS passage
  UNION ALL
  MATCH (letter)-[:SENDER]->(one)
  CALL (letter) {
    OPTIONAL MATCH (letter)-[shown:SENT_BY]->()-[:SHOWN_AS]->(writer) WHERE shown.id IS NOT NULL
    RETURN writer
  }
  RETURN 2 AS part, one.position AS number,
    coalesce(one.name, writer.shownName, one.officeName, one.organisationName) AS sender, null AS recipient, null AS passage
  UNION ALL
  MATCH (letter)-[:RECIPIENT]->(one)
  RETURN 3 AS part, one.position AS number, null AS sender,
    coalesce(one.name, one.officeName, one.organisationName) AS recipient, null AS passage
}
RETURN letter.iri AS letter, letter.date AS date, sender, recipient, entry.shownName AS cited, passage
ORDER BY date, letter, part, number, cited, sender, recipient, passage
