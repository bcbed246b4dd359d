WITH COLLECT { MATCH (held:Letter) WHERE held.date > '' RETURN held.date ORDER BY held.date DESC LIMIT 1 }[0] AS newest
WITH CASE $_today WHEN '' THEN newest ELSE $_today END AS end
MATCH (promise:Commitment)
WHERE promise.position > 0 AND coalesce(promise.standing, '') <> 'rejected' AND ($_name = '' OR EXISTS {
  MATCH (promise)-[:PROMISED_BY|ABOUT]->()<-[their:MENTIONS]-()<-[:IN_LETTER]-(promise)
  WHERE toLower(their.name) CONTAINS toLower($_name) OR toLower(their.label) CONTAINS toLower($_name)
})
WITH end, promise ORDER BY promise.position, promise.iri LIMIT $_first
MATCH (promise)-[:IN_LETTER]->(letter)
// The last day, month or year of it: the end of an interval, the last month of a season
WITH *, replace(replace(replace(split(promise.due, '/')[-1], '~', ''), '?', ''), '%', '') AS until
WITH *, CASE
    WHEN until =~ '\\d{4}-21' THEN left(until, 4) + '-05'
    WHEN until =~ '\\d{4}-22' THEN left(until, 4) + '-08'
    WHEN until =~ '\\d{4}-23' THEN left(until, 4) + '-11'
    WHEN until =~ '\\d{4}-24' THEN toString(toInteger(left(until, 4)) + 1) + '-02'
    ELSE until
  END AS last
CALL (promise, letter) {
  // Who holds the office that signed, where another letter shows it
  MATCH (promise)-[:PROMISED_BY]->(actor)<-[named:MENTIONS]-(letter)
  OPTIONAL MATCH (letter)-[shown:SENT_BY]->()<-[witness:MENTIONS]-(other)
  WHERE other.iri IN shown.letters
    AND EXISTS { MATCH (letter)-[:SENDER]->(signed)-[:OFFICE]->(actor) WHERE NOT EXISTS { (signed)-[:PERSON]->() } }
  RETURN 1 AS part, null AS place,
    coalesce(witness.name + ' (shown by another letter), ', '') + named.name AS promiser, null AS topic, null AS returns,
    null AS passage
  UNION ALL
  MATCH (promise)-[:ABOUT]->()<-[named:MENTIONS]-(letter)
  RETURN 2 AS part, null AS place, null AS promiser, named.name AS topic, null AS returns, null AS passage
  UNION ALL
  UNWIND range(0, size(promise.starts) - 1) AS place
  RETURN 3 AS part, place, null AS promiser, null AS topic, null AS returns,
    promise.letters[place] + '#char=' + promise.starts[place] + ',' + promise.ends[place] AS passage
  UNION ALL
  // The later letters between the same sides that return to it, with the sentence that does
  MATCH (promise)<-[back:RETURNS_TO]-(returning) WHERE returning.date IS NOT NULL
  RETURN 4 AS part, null AS place, null AS promiser, null AS topic, returning.date AS returns,
    back.letters[0] + '#char=' + back.starts[0] + ',' + back.ends[0] AS passage
}
RETURN
  promise.iri AS commitment,
  letter.date AS date,
  promiser,
  promise.words AS words,
  topic,
  promise.strength AS strength,
  promise.due AS due,
  CASE WHEN left(end, size(last)) > last THEN 'overdue' WHEN left(end, size(last)) <= last THEN 'not yet' END AS overdue,
  returns,
  passage
ORDER BY promise.position, promise.iri, part, place,
  returns, promiser, words, topic, strength, due, overdue, passage
