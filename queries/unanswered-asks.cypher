OPTIONAL MATCH (held:Letter)
WITH max(held.date) AS newest
WITH date(CASE $_today WHEN '' THEN newest ELSE $_today END) AS end
MATCH (answer:Answer)-[:TO_ASK]->(request)-[:IN_LETTER]->(letter)
WHERE NOT answer.status IN ['accepted', 'declined'] AND ($_name = '' OR EXISTS {
  MATCH (request)-[:ASKED_BY|ASKED_OF]->()<-[their:MENTIONS]-(letter)
  WHERE toLower(their.name) CONTAINS toLower($_name) OR toLower(their.label) CONTAINS toLower($_name)
})
CALL (request, letter) {
  MATCH (request)-[:ASKED_BY]->()<-[named:MENTIONS]-(letter)
  RETURN 1 AS part, null AS place, named.name AS asker, null AS asked, null AS passage
  UNION ALL
  MATCH (request)-[:ASKED_OF]->()<-[named:MENTIONS]-(letter)
  RETURN 2 AS part, null AS place, null AS asker, named.name AS asked, null AS passage
  UNION ALL
  UNWIND range(0, size(request.starts) - 1) AS place
  RETURN 3 AS part, place, null AS asker, null AS asked,
    request.letters[place] + '#char=' + request.starts[place] + ',' + request.ends[place] AS passage
  UNION ALL
  // The words of later letters that make it again
  MATCH (request)<-[:ASKS_AGAIN]-(again)-[:IN_LETTER]->(other)
  UNWIND range(0, size(again.starts) - 1) AS number
  RETURN 4 AS part, coalesce(toInteger(replace(other.date, '-', '')), 0) AS place, null AS asker, null AS asked,
    again.letters[number] + '#char=' + again.starts[number] + ',' + again.ends[number] AS passage
}
RETURN
  request.iri AS ask,
  letter.date AS date,
  asker,
  asked,
  request.words AS words,
  request.due AS due,
  duration.inDays(date(letter.date), end).days AS days,
  // Where an analyst has rejected what the program suggested, nothing is decided: that is not what was rejected.
  CASE answer.standing WHEN 'rejected' THEN 'suggestion rejected' ELSE answer.standing END + ': ' + answer.status AS status,
  passage
ORDER BY date, letter.iri, request.position, request.iri, part, place, asker, asked, words, due, days, status, passage
