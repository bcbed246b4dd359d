MATCH (:PolicyGraph {iri: $_who})<-[:SHOWN_AS]-(entity)
CALL (entity) {
  MATCH (entity)-[fact:HOLDS_OFFICE|OFFICE_IN|MEMBER_OF|PART_OF|RUNS|FUNDS|PARTNERS_WITH|SUPPORTS|OPPOSES|PARTY_TO|OPERATES_IN|BASED_ON]-()
  MATCH (home:PolicyGraph {iri: fact.letter})
  WITH fact, home, startNode(fact) AS one, endNode(fact) AS other
  MATCH (one)-[:SHOWN_AS]->(first)
  MATCH (other)-[:SHOWN_AS]->(second)
  RETURN 1 AS part, fact.id AS item, home, properties(fact) AS said, first.shownName AS subject,
    CASE WHEN fact:RUNS AND second.kind = 'document' THEN 'publishes' ELSE toLower(replace(type(fact), '_', ' ')) END AS relation,
    second.shownName AS object, fact.condition AS words
  UNION
  MATCH (entity)<-[:SUBJECT|OBJECT]-(claim)-[:IN_LETTER]->(home)
  MATCH (claim)-[:SUBJECT]->(one)
  MATCH (claim)-[:OBJECT]->(other)
  MATCH (one)-[:SHOWN_AS]->(first)
  MATCH (other)-[:SHOWN_AS]->(second)
  RETURN 1 AS part, claim.iri AS item, home, properties(claim) AS said, first.shownName AS subject,
    CASE WHEN claim:Ending THEN 'ended: ' WHEN claim:Denial THEN 'denied: ' ELSE '' END
      + CASE WHEN claim.predicate = 'RUNS' AND second.kind = 'document' THEN 'publishes' ELSE toLower(replace(claim.predicate, '_', ' ')) END AS relation,
    second.shownName AS object, claim.condition AS words
  UNION
  MATCH (entity)<-[:ASKED_BY|ASKED_OF|ABOUT]-(request:Ask)-[:IN_LETTER]->(home)
  OPTIONAL MATCH (request)-[:ASKED_BY]->()-[:SHOWN_AS]->(first)
  OPTIONAL MATCH (request)-[:ASKED_OF]->()-[:SHOWN_AS]->(second)
  RETURN 2 AS part, request.iri AS item, home, properties(request) AS said, first.shownName AS subject, 'asks' AS relation,
    second.shownName AS object, request.words AS words
  UNION
  MATCH (entity)<-[:PROMISED_BY|ABOUT]-(promise:Commitment)-[:IN_LETTER]->(home)
  OPTIONAL MATCH (promise)-[:PROMISED_BY]->()-[:SHOWN_AS]->(first)
  OPTIONAL MATCH (promise)-[:ABOUT]->()-[:SHOWN_AS]->(second)
  RETURN 3 AS part, promise.iri AS item, home, properties(promise) AS said, first.shownName AS subject,
    'promises' AS relation, second.shownName AS object, promise.words AS words
  UNION
  MATCH (entity)<-[:STANCE_OF|STANCE_ON]-(view)-[:IN_LETTER]->(home)
  OPTIONAL MATCH (view)-[:STANCE_OF]->()-[:SHOWN_AS]->(first)
  OPTIONAL MATCH (view)-[:STANCE_ON]->()-[:SHOWN_AS]->(second)
  RETURN 4 AS part, view.iri AS item, home, properties(view) AS said, first.shownName AS subject, view.stance AS relation,
    second.shownName AS object, view.condition AS words
  UNION
  MATCH (entity)<-[:ABOUT]-(number:Figure)-[:IN_LETTER]->(home)
  MATCH (number)-[:ABOUT]->()-[:SHOWN_AS]->(second)
  RETURN 5 AS part, number.iri AS item, home, properties(number) AS said, null AS subject, 'figure' AS relation,
    second.shownName AS object, number.valueText + ' ' + number.unit + ': ' + number.counts AS words
}
WITH * WHERE coalesce(said.standing, '') <> 'rejected'
UNWIND range(0, size(said.starts) - 1) AS place
RETURN
  item,
  home.date AS date,
  subject,
  relation,
  object,
  coalesce(said.due, said.period, said.since + '/' + said.until, said.since + '/..', '../' + said.until) AS time,
  words,
  CASE part WHEN 1 THEN split(item, '/statement/')[1] END AS id,
  home.iri + '#char=' + said.starts[place] + ',' + said.ends[place] AS passage
ORDER BY date, home.iri, part, item, place, subject IS NOT NULL, subject, relation, object IS NOT NULL, object
