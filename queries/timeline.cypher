CALL () {
  CALL () {
    MATCH (letter:Letter) WHERE $_who = ''
    RETURN letter
    UNION
    MATCH (:PolicyGraph {iri: $_who})<-[:SHOWN_AS]-()<-[:PERSON|OFFICE|ORGANISATION]-()<-[:SENDER|RECIPIENT]-(letter)
    RETURN letter
    UNION
    MATCH (:PolicyGraph {iri: $_who})<-[:SHOWN_AS]-()<-[shown:SENT_BY]-(letter) WHERE shown.id IS NOT NULL
    RETURN letter
  }
  WITH letter WHERE letter.date IS NOT NULL
  RETURN letter.date AS date, 'letter' AS event, letter.position AS position, letter.iri AS item, letter,
    null AS one, null AS claimed, null AS other, null AS said, null AS wish
  UNION ALL
  // What begins and ends
  CALL () {
    MATCH ()-[fact:HOLDS_OFFICE|OFFICE_IN|MEMBER_OF|PART_OF|RUNS|FUNDS|PARTNERS_WITH|SUPPORTS|OPPOSES|PARTY_TO|OPERATES_IN|BASED_ON]->()
    WHERE $_who = '' AND (fact.since IS NOT NULL OR fact.until IS NOT NULL)
    RETURN startNode(fact) AS one, type(fact) AS claimed, endNode(fact) AS other, properties(fact) AS said
    UNION
    MATCH (:PolicyGraph {iri: $_who})<-[:SHOWN_AS]-()-[fact]-() WHERE fact.since IS NOT NULL OR fact.until IS NOT NULL
    RETURN startNode(fact) AS one, type(fact) AS claimed, endNode(fact) AS other, properties(fact) AS said
    UNION
    MATCH (one)<-[:SUBJECT]-(claim)-[:OBJECT]->(other)
    WHERE (claim.since IS NOT NULL OR claim.until IS NOT NULL) AND coalesce(claim.standing, '') <> 'rejected'
      AND ($_who = '' OR EXISTS { (claim)-[:SUBJECT|OBJECT]->()-[:SHOWN_AS]->({iri: $_who}) })
    RETURN one, CASE WHEN claim:Ending THEN 'ended: ' WHEN claim:Denial THEN 'denied: ' ELSE '' END + claim.predicate AS claimed,
      other, properties(claim) AS said
  }
  UNWIND [['since', said.since], ['until', said.until]] AS end
  WITH * WHERE end[1] IS NOT NULL
  MATCH (home:PolicyGraph {iri: said.letters[0]})
  RETURN end[1] AS date, end[0] AS event, home.position AS position, said.id AS item, null AS letter,
    one, claimed, other, said, null AS wish
  UNION ALL
  // What is due
  CALL () {
    MATCH (wish:Ask|Commitment) WHERE $_who = ''
    RETURN wish
    UNION
    MATCH (:PolicyGraph {iri: $_who})<-[:SHOWN_AS]-()<-[:ASKED_BY|ASKED_OF|PROMISED_BY|ABOUT]-(wish:Ask|Commitment)
    RETURN wish
  }
  WITH wish WHERE wish.due IS NOT NULL AND coalesce(wish.standing, '') <> 'rejected'
  MATCH (wish)-[:IN_LETTER]->(home)
  RETURN wish.due AS date, CASE WHEN wish:Ask THEN 'ask due' ELSE 'promise due' END AS event, home.position AS position,
    wish.iri AS item, null AS letter, null AS one, null AS claimed, null AS other, null AS said, wish
}
// Without the open end of an interval; a season stands with its last month
WITH *, reduce(all = '', part IN [part IN split(date, '/') WHERE NOT part IN ['', '..']]
  | all + CASE all WHEN '' THEN '' ELSE '/' END + part) AS bare
WITH *, CASE
    WHEN bare =~ '\\d{4}-21' THEN left(bare, 4) + '-05'
    WHEN bare =~ '\\d{4}-22' THEN left(bare, 4) + '-08'
    WHEN bare =~ '\\d{4}-23' THEN left(bare, 4) + '-11'
    WHEN bare =~ '\\d{4}-24' THEN left(bare, 4) + '-12'
    ELSE bare
  END AS point
WHERE ($_since = '' OR point >= left($_since, size(point))) AND ($_until = '' OR left(point, 10) <= $_until)
WITH * ORDER BY point, date, event, position, item LIMIT $_first
CALL (letter, one, claimed, other, said, wish) {
  // Where another letter shows who wrote it, that counts.
  MATCH (letter)-[writing:SENT_BY]->()-[:SHOWN_AS]->(writer)
  WHERE writing.id IS NOT NULL OR NOT EXISTS { MATCH (letter)-[shown:SENT_BY]->() WHERE shown.id IS NOT NULL }
  RETURN null AS place, writer.shownName AS subject, null AS words, null AS passage
  UNION ALL
  MATCH (letter)-[:SENT_TO]->()-[:SHOWN_AS]->(reader)
  RETURN null AS place, null AS subject, 'to ' + reader.shownName AS words, null AS passage
  UNION ALL
  WITH letter WHERE letter IS NOT NULL
  RETURN null AS place, null AS subject, null AS words, letter.iri + '#char=0,1' AS passage
  UNION ALL
  MATCH (one)-[:SHOWN_AS]->(first)
  MATCH (other)-[:SHOWN_AS]->(second)
  UNWIND range(0, size(said.starts) - 1) AS place
  RETURN place, first.shownName AS subject, CASE second.kind WHEN 'document' THEN replace(toLower(replace(claimed, '_', ' ')), 'runs', 'publishes') ELSE toLower(replace(claimed, '_', ' ')) END
      + ' ' + second.shownName AS words,
    said.letters[place] + '#char=' + said.starts[place] + ',' + said.ends[place] AS passage
  UNION ALL
  WITH wish WHERE wish IS NOT NULL
  OPTIONAL MATCH (wish)-[:ASKED_BY|PROMISED_BY]->()-[:SHOWN_AS]->(party)
  UNWIND range(0, size(wish.starts) - 1) AS place
  RETURN place, party.shownName AS subject, wish.words AS words,
    wish.letters[place] + '#char=' + wish.starts[place] + ',' + wish.ends[place] AS passage
}
RETURN item + ' ' + event AS happening, date, event, subject, words, passage
ORDER BY point, date, event, position, item, place, subject IS NOT NULL, subject, words IS NOT NULL, words, passage
