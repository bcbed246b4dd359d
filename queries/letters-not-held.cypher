MATCH (gone:LetterNotHeld)
WHERE toLower(coalesce(gone.writtenBy, '') + ' ' + coalesce(gone.writtenTo, '')) CONTAINS toLower($_name)
UNWIND range(0, size(gone.starts) - 1) AS place
MATCH (letter:PolicyGraph {iri: gone.letters[place]})
OPTIONAL MATCH (letter)-[:SENDER]->(sender)
RETURN
  gone.iri AS missing,
  letter.iri AS letter,
  gone.described AS described,
  gone.writtenOn AS written,
  gone.writtenBy AS writer,
  gone.writtenTo AS addressee,
  letter.date AS date,
  coalesce(sender.name, sender.officeName, sender.organisationName) AS speaker,
  gone.letters[place] + '#char=' + gone.starts[place] + ',' + gone.ends[place] AS passage
ORDER BY date, gone.position, missing, letter, gone.starts[place], sender.position, speaker, passage
