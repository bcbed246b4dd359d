MATCH (gone:LetterNotHeld)
WHERE $_name = '' OR toLower(gone.writtenBy) CONTAINS toLower($_name) OR toLower(gone.writtenTo) CONTAINS toLower($_name)
CALL (gone) {
  MATCH (gone)-[:IN_LETTER]->(speaking)
  RETURN min(speaking.position) AS first
}
WITH gone, first ORDER BY first, gone.position, gone.iri LIMIT $_first
MATCH (gone)-[:IN_LETTER]->(letter)
CALL (gone, letter) {
  // The words in which letters speak of it
  UNWIND range(0, size(gone.starts) - 1) AS place
  WITH * WHERE gone.letters[place] = letter.iri
  RETURN 0 AS part, gone.starts[place] AS start, null AS date, null AS speaker,
    letter.iri + '#char=' + gone.starts[place] + ',' + gone.ends[place] AS passage
  UNION ALL
  RETURN 1 AS part, null AS start, letter.date AS date, null AS speaker, null AS passage
  UNION ALL
  // Who speaks of it
  MATCH (letter)-[:SENDER]->(sender)
  RETURN 2 AS part, sender.position AS start, null AS date,
    coalesce(sender.name, sender.officeName, sender.organisationName) AS speaker, null AS passage
}
RETURN
  gone.iri AS missing,
  gone.described AS described,
  gone.writtenOn AS written,
  gone.writtenBy AS writer,
  gone.writtenTo AS addressee,
  date,
  speaker,
  passage
ORDER BY first, gone.position, missing, part, letter.position, start, date, speaker, passage
