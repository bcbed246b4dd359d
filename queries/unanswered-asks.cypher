WITH COLLECT { MATCH (held:Letter) WHERE held.date > '' RETURN held.date ORDER BY held.date DESC LIMIT 1 }[0] AS newest
WITH date(CASE $_today WHEN '' THEN newest ELSE $_today END) AS end
MATCH (request:Ask)
WHERE request.position > 0
  AND EXISTS { MATCH (request)<-[:TO_ASK]-(open) WHERE NOT open.status IN ['accepted', 'declined'] }
  AND ($_name = '' OR EXISTS {
    // Who makes it of whom: as the letter has it, as other letters show, or as an analyst has corrected it
    MATCH (request)<-[:PARTIES_OF]-(sides)
    WHERE toLower(sides.askedByWords) CONTAINS toLower($_name) OR toLower(sides.askedOfWords) CONTAINS toLower($_name)
  } OR EXISTS {
    MATCH (request)-[:ASKING_SIDE|ASKED_SIDE]->()<-[their:MENTIONS]-()
    WHERE toLower(their.name) CONTAINS toLower($_name) OR toLower(their.label) CONTAINS toLower($_name)
  })
WITH end, request ORDER BY request.position, request.iri LIMIT $_first
MATCH (answer)-[:TO_ASK]->(request)-[:IN_LETTER]->(letter)
OPTIONAL MATCH (parties)-[:PARTIES_OF]->(request)
CALL (request) {
  UNWIND range(0, size(request.starts) - 1) AS place
  RETURN 1 AS part, place,
    request.letters[place] + '#char=' + request.starts[place] + ',' + request.ends[place] AS passage
  UNION ALL
  // The words of later letters that make it again
  MATCH (request)<-[:ASKS_AGAIN]-(again)-[:IN_LETTER]->(other)
  UNWIND range(0, size(again.starts) - 1) AS number
  RETURN 2 AS part, coalesce(toInteger(replace(other.date, '-', '')), 0) AS place,
    again.letters[number] + '#char=' + again.starts[number] + ',' + again.ends[number] AS passage
}
RETURN
  request.iri AS ask,
  answer.iri AS answer,
  letter.date AS date,
  parties.askedByWords AS asker,
  parties.askedOfWords AS asked,
  request.words AS words,
  request.due AS due,
  duration.inDays(date(letter.date), end).days AS days,
  // Where an analyst has rejected what the program suggested, nothing is decided: that is not what was rejected.
  CASE answer.standing WHEN 'rejected' THEN 'suggestion rejected' ELSE answer.standing END + ': ' + answer.status AS status,
  passage
ORDER BY request.position, request.iri, part, place, asker, asked, words, due, days, status, passage
