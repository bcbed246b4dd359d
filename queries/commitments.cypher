OPTIONAL MATCH (held:Letter)
WITH max(held.date) AS newest
WITH CASE $_today WHEN '' THEN newest ELSE $_today END AS end
MATCH (promise:Commitment)-[:IN_LETTER]->(letter)
WHERE $_name = '' OR EXISTS {
  MATCH (promise)-[:PROMISED_BY|ABOUT]->()<-[their:MENTIONS]-(letter)
  WHERE toLower(their.name) CONTAINS toLower($_name) OR toLower(their.label) CONTAINS toLower($_name)
}
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
  MATCH (promise)-[:PROMISED_BY]->()<-[named:MENTIONS]-(letter)
  RETURN 1 AS part, null AS place, named.name AS promiser, null AS returns, null AS passage
  UNION ALL
  UNWIND range(0, size(promise.starts) - 1) AS place
  RETURN 2 AS part, place, null AS promiser, null AS returns,
    promise.letters[place] + '#char=' + promise.starts[place] + ',' + promise.ends[place] AS passage
  UNION ALL
  // The later letters that name the same thing, and where
  MATCH (promise)-[:ABOUT]->()-[:SHOWN_AS]->(entry)
  MATCH (entry)<-[:SHOWN_AS]-()<-[naming:MENTIONS]-(returning)
  WHERE returning.date > letter.date AND (
    // They are between the same sides: each side has an office or a body in common, or one is in a row of replies
    // with the other.
    EXISTS { (letter)-[:SENDER]->()-[:OFFICE|ORGANISATION]->()<-[:OFFICE|ORGANISATION]-()<-[:SENDER]-(returning) }
    AND EXISTS { (letter)-[:RECIPIENT]->()-[:OFFICE|ORGANISATION]->()<-[:OFFICE|ORGANISATION]-()<-[:RECIPIENT]-(returning) }
    OR EXISTS { (letter)-[:SENDER]->()-[:OFFICE|ORGANISATION]->()<-[:OFFICE|ORGANISATION]-()<-[:RECIPIENT]-(returning) }
    AND EXISTS { (letter)-[:RECIPIENT]->()-[:OFFICE|ORGANISATION]->()<-[:OFFICE|ORGANISATION]-()<-[:SENDER]-(returning) }
    OR EXISTS { (letter)-[:REPLIES_TO*]-(returning) }
  )
  UNWIND range(0, size(naming.starts) - 1) AS number
  RETURN 3 AS part, null AS place, null AS promiser, returning.date AS returns,
    returning.iri + '#char=' + naming.starts[number] + ',' + naming.ends[number] AS passage
}
RETURN
  promise.iri AS commitment,
  letter.date AS date,
  promiser,
  promise.words AS words,
  promise.strength AS strength,
  promise.due AS due,
  CASE WHEN left(end, size(last)) > last THEN 'overdue' WHEN left(end, size(last)) <= last THEN 'not yet' END AS overdue,
  returns,
  passage
ORDER BY date, letter.iri, promise.position, promise.iri, part, place,
  returns, promiser, words, strength, due, overdue, passage
