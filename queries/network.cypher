MATCH (letter:Letter)-[:SENT_TO]->(addressee)
// Where another letter shows who wrote it, that counts.
MATCH (letter)-[writing:SENT_BY]->(author)
WHERE writing.id IS NOT NULL OR NOT EXISTS { MATCH (letter)-[shown:SENT_BY]->() WHERE shown.id IS NOT NULL }
MATCH (author)-[:SHOWN_AS]->(one)
MATCH (addressee)-[:SHOWN_AS]->(other)
WHERE $_who IN ['', one.iri, other.iri]
OPTIONAL MATCH (letter)-[named:MENTIONS]->(addressee)
UNWIND range(0, size(coalesce(named.starts, [null])) - 1) AS place
WITH one, other, letter, addressee, min(letter.iri + '#char=' + named.starts[place] + ',' + named.ends[place]) AS passage
WITH one, other, count(DISTINCT letter) AS letters, min(letter.date) AS first, max(letter.date) AS last,
  collect({letter: letter, passage: passage}) AS exchanges
UNWIND exchanges AS exchange
RETURN
  one.iri + ' ' + other.iri AS pair,
  one.shownName AS sender,
  other.shownName AS recipient,
  letters,
  first,
  last,
  exchange.passage AS passage
ORDER BY letters DESC, sender, recipient, pair, exchange.letter.date, exchange.letter.iri, passage
