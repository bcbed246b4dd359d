MATCH (request:Ask)
WHERE request.position > 0 AND EXISTS { (request)<-[:TO_ASK]-() } AND ($_name = '' OR EXISTS {
  // Who makes it of whom: as the letter has it, as other letters show, or as an analyst has corrected it
  MATCH (request)<-[:PARTIES_OF]-(sides)
  WHERE toLower(sides.askedByWords) CONTAINS toLower($_name) OR toLower(sides.askedOfWords) CONTAINS toLower($_name)
} OR EXISTS {
  MATCH (request)-[:ASKING_SIDE|ASKED_SIDE]->()<-[their:MENTIONS]-()
  WHERE toLower(their.name) CONTAINS toLower($_name) OR toLower(their.label) CONTAINS toLower($_name)
})
WITH request ORDER BY request.position, request.iri LIMIT $_first
MATCH (answer)-[:TO_ASK]->(request)-[:IN_LETTER]->(letter)
OPTIONAL MATCH (parties)-[:PARTIES_OF]->(request)
CALL (request, answer) {
  // The words of the ask
  UNWIND range(0, size(request.starts) - 1) AS place
  RETURN 1 AS part, place, null AS reply_date, null AS days, null AS link,
    request.letters[place] + '#char=' + request.starts[place] + ',' + request.ends[place] AS passage
  UNION ALL
  // The words of later letters that make it again
  MATCH (request)<-[:ASKS_AGAIN]-(again)-[:IN_LETTER]->(other)
  UNWIND range(0, size(again.starts) - 1) AS number
  RETURN 2 AS part, coalesce(toInteger(replace(other.date, '-', '')), 0) AS place, null AS reply_date, null AS days, null AS link,
    again.letters[number] + '#char=' + again.starts[number] + ',' + again.ends[number] AS passage
  UNION ALL
  // The replies to the letters that make it
  MATCH (request)<-[:ASKS_AGAIN*0..1]-(made)-[:IN_LETTER]->()<-[link:REPLIES_TO]-(reply)
  RETURN 3 AS part, null AS place, reply.date AS reply_date, link.days AS days, link.id AS link, null AS passage
  UNION ALL
  // What they say to it
  UNWIND range(0, size(coalesce(answer.starts, [])) - 1) AS place
  RETURN 4 AS part, place, null AS reply_date, null AS days, null AS link,
    answer.letters[place] + '#char=' + answer.starts[place] + ',' + answer.ends[place] AS passage
}
RETURN
  request.iri AS ask,
  answer.iri AS answer,
  link,
  request.words AS words,
  parties.askedByWords AS asker,
  parties.askedOfWords AS asked,
  letter.date AS letter_date,
  reply_date,
  days,
  // Where an analyst has rejected what the program suggested, nothing is decided: that is not what was rejected.
  CASE answer.standing WHEN 'rejected' THEN 'suggestion rejected' ELSE answer.standing END + ': ' + answer.status AS status,
  answer.why AS reason,
  passage
ORDER BY request.position, request.iri, part, place,
  reply_date IS NOT NULL, reply_date, days, asker, asked, words, status, reason, passage
