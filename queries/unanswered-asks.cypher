OPTIONAL MATCH (held:Letter)
WITH max(held.date) AS newest
WITH date(CASE $_today WHEN '' THEN newest ELSE $_today END) AS end
MATCH (answer:Answer)-[:TO_ASK]->(request)-[:IN_LETTER]->(letter)
WHERE NOT answer.status IN ['accepted', 'declined']
// Who makes it of whom: as the letter has it, as other letters show, or as an analyst has corrected it
OPTIONAL MATCH (parties:AskParties)-[:PARTIES_OF]->(request)
WITH * WHERE $_name = ''
  OR toLower(coalesce(parties.askedByWords, '') + ' ' + coalesce(parties.askedOfWords, '')) CONTAINS toLower($_name)
  OR EXISTS {
    MATCH (request)-[:ASKING_SIDE|ASKED_SIDE]->()<-[their:MENTIONS]-()
    WHERE toLower(their.name) CONTAINS toLower($_name) OR toLower(their.label) CONTAINS toLower($_name)
  }
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
ORDER BY date, letter.iri, request.position, request.iri, part, place, asker, asked, words, due, days, status, passage
