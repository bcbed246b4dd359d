CALL () {
  // Each letter and its reply
  MATCH (reply)-[link:REPLIES_TO]->(letter)
  OPTIONAL MATCH (reply)-[:SENDER]->(sender)
  WITH link, letter, reply, coalesce(
    COLLECT { MATCH (sender)-[:ORGANISATION]->(actor) RETURN actor }[0],
    COLLECT { MATCH (sender)-[:OFFICE]->(actor) RETURN actor }[0],
    COLLECT { MATCH (sender)-[:PERSON]->(actor) RETURN actor }[0]
  ) AS actor
  OPTIONAL MATCH (reply)-[named:MENTIONS]->(actor)
  RETURN 1 AS part, link.id AS about, coalesce(named.label, named.name) AS body, letter.date AS letter_date,
    reply.date AS reply_date, link.days AS days, null AS replies, null AS average, null AS shortest, null AS longest,
    link.letters[0] + '#char=' + link.starts[0] + ',' + link.ends[0] AS passage
  UNION ALL
  // All replies of a body, each once, however many of its people signed it
  MATCH (reply)-[link:REPLIES_TO]->() WHERE link.days IS NOT NULL
  MATCH (reply)-[:SENDER]->(sender)
  WITH link, reply, coalesce(
    COLLECT { MATCH (sender)-[:ORGANISATION]->(actor) RETURN actor }[0],
    COLLECT { MATCH (sender)-[:OFFICE]->(actor) RETURN actor }[0],
    COLLECT { MATCH (sender)-[:PERSON]->(actor) RETURN actor }[0]
  ) AS actor
  MATCH (reply)-[named:MENTIONS]->(actor)
  WITH coalesce(named.label, named.name) AS body, link, min(actor.iri) AS signing
  WITH body, min(signing) AS about, count(link) AS replies, toInteger(round(toFloat(sum(link.days)) / count(link))) AS average,
    min(link.days) AS shortest, max(link.days) AS longest
  MATCH (signed)-[shown:REPLIES_TO]->() WHERE shown.days IS NOT NULL AND EXISTS {
    MATCH (signed)-[:SENDER]->()-[:ORGANISATION|OFFICE|PERSON]->()<-[called:MENTIONS]-(signed)
    WHERE body IN [called.name, called.label]
  }
  RETURN 2 AS part, about, body, null AS letter_date, null AS reply_date, null AS days, replies, average, shortest, longest,
    shown.letters[0] + '#char=' + shown.starts[0] + ',' + shown.ends[0] AS passage
}
WITH * WHERE $_name = '' OR toLower(body) CONTAINS toLower($_name)
RETURN about, body, letter_date, reply_date, days, replies, average, shortest, longest, passage
ORDER BY part, letter_date, reply_date IS NOT NULL, reply_date, about, body IS NOT NULL, body, days, replies, average,
  shortest, longest, passage
