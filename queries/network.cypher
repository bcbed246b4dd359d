CALL () {
  MATCH (letter:Letter) WHERE $_who = ''
  RETURN letter
  UNION
  MATCH (:PolicyGraph {iri: $_who})<-[:SHOWN_AS]-()<-[:SENT_BY|SENT_TO]-(letter)
  RETURN letter
}
MATCH (letter)-[:SENT_TO]->(addressee)
// Where another letter shows who wrote it, that counts.
MATCH (letter)-[writing:SENT_BY]->(author)
WHERE writing.id IS NOT NULL OR NOT EXISTS { MATCH (letter)-[shown:SENT_BY]->() WHERE shown.id IS NOT NULL }
MATCH (author)-[:SHOWN_AS]->(one)
MATCH (addressee)-[:SHOWN_AS]->(other)
WHERE $_who IN ['', one.iri, other.iri]
WITH one, other, count(DISTINCT letter) AS letters, min(letter.date) AS first, max(letter.date) AS last,
  collect(DISTINCT {letter: letter, addressee: addressee}) AS exchanges
ORDER BY letters DESC, one.position, other.position LIMIT $_first
UNWIND exchanges AS exchange
WITH *, exchange.letter AS letter, exchange.addressee AS addressee
OPTIONAL MATCH (letter)-[named:MENTIONS]->(addressee)
UNWIND range(0, size(coalesce(named.starts, [null])) - 1) AS place
WITH one, other, letters, first, last, letter, addressee,
  min(letter.iri + '#char=' + named.starts[place] + ',' + named.ends[place]) AS passage
RETURN
  one.iri + ' ' + other.iri AS pair,
  one.shownName AS sender,
  other.shownName AS recipient,
  letters,
  first,
  last,
  passage
ORDER BY letters DESC, one.position, other.position, letter.position, letter.iri, passage
