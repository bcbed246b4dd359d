MATCH (gone:LetterNotHeld)
UNWIND range(0, size(gone.starts) - 1) AS place
MATCH (letter:PolicyGraph {iri: gone.letters[place]})
OPTIONAL MATCH (letter)-[:SENDER]->(sender)
RETURN
  gone.iri AS missing,
  gone.described AS described,
  letter.date AS date,
  coalesce(sender.name, sender.officeName, sender.organisationName) AS writer,
  letter.iri + '#char=' + gone.starts[place] + ',' + gone.ends[place] AS passage
ORDER BY date, gone.position, gone.iri, letter.iri, gone.starts[place], sender.position, described, writer, passage
