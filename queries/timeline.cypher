CALL () {
  MATCH (letter:Letter)
  WHERE letter.date IS NOT NULL AND ($_who = '' OR EXISTS {
    (letter)-[:SENDER|RECIPIENT]->()-[:PERSON|OFFICE|ORGANISATION]->()-[:SHOWN_AS]->({iri: $_who})
  } OR EXISTS {
    MATCH (letter)-[shown:SENT_BY]->()-[:SHOWN_AS]->({iri: $_who}) WHERE shown.id IS NOT NULL
  })
  CALL (letter) {
    // Where another letter shows who wrote it, that counts.
    MATCH (letter)-[writing:SENT_BY]->()-[:SHOWN_AS]->(writer)
    WHERE writing.id IS NOT NULL OR NOT EXISTS { MATCH (letter)-[shown:SENT_BY]->() WHERE shown.id IS NOT NULL }
    RETURN writer.shownName AS subject, null AS words, null AS passage
    UNION ALL
    MATCH (letter)-[:SENT_TO]->()-[:SHOWN_AS]->(reader)
    RETURN null AS subject, 'to ' + reader.shownName AS words, null AS passage
    UNION ALL
    RETURN null AS subject, null AS words, letter.iri + '#char=0,1' AS passage
  }
  RETURN letter.date AS date, 'letter' AS event, letter.iri AS letter, letter.iri AS item, null AS place, subject, words, passage
  UNION ALL
  // What begins and ends
  CALL () {
    MATCH (one)-[fact:HOLDS_OFFICE|OFFICE_IN|MEMBER_OF|PART_OF|RUNS|FUNDS|PARTNERS_WITH|SUPPORTS|OPPOSES|PARTY_TO|OPERATES_IN|BASED_ON]->(other)
    WHERE fact.since IS NOT NULL OR fact.until IS NOT NULL
    RETURN one, other, type(fact) AS predicate, properties(fact) AS said, '' AS mark
    UNION ALL
    MATCH (one)<-[:SUBJECT]-(claim)-[:OBJECT]->(other)
    WHERE claim.since IS NOT NULL OR claim.until IS NOT NULL
    RETURN one, other, claim.predicate AS predicate, properties(claim) AS said,
      CASE WHEN claim:Ending THEN 'ended: ' WHEN claim:Denial THEN 'denied: ' ELSE '' END AS mark
  }
  MATCH (one)-[:SHOWN_AS]->(first)
  MATCH (other)-[:SHOWN_AS]->(second)
  WITH * WHERE $_who IN ['', first.iri, second.iri]
  UNWIND [['since', said.since], ['until', said.until]] AS end
  WITH * WHERE end[1] IS NOT NULL AND coalesce(said.standing, '') <> 'rejected'
  UNWIND range(0, size(said.starts) - 1) AS place
  RETURN end[1] AS date, end[0] AS event, said.letters[place] AS letter, said.id AS item, place,
    first.shownName AS subject, mark + toLower(replace(predicate, '_', ' ')) + ' ' + second.shownName AS words,
    said.letters[place] + '#char=' + said.starts[place] + ',' + said.ends[place] AS passage
  UNION ALL
  // What is due
  MATCH (wish:Ask|Commitment) WHERE wish.due IS NOT NULL AND coalesce(wish.standing, '') <> 'rejected' AND ($_who = '' OR EXISTS {
    (wish)-[:ASKED_BY|ASKED_OF|PROMISED_BY|ABOUT]->()-[:SHOWN_AS]->({iri: $_who})
  })
  OPTIONAL MATCH (wish)-[:ASKED_BY|PROMISED_BY]->()-[:SHOWN_AS]->(party)
  UNWIND range(0, size(wish.starts) - 1) AS place
  RETURN wish.due AS date, CASE WHEN wish:Ask THEN 'ask due' ELSE 'promise due' END AS event, wish.letters[place] AS letter,
    wish.iri AS item, place, party.shownName AS subject, wish.words AS words,
    wish.letters[place] + '#char=' + wish.starts[place] + ',' + wish.ends[place] AS passage
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
RETURN item + ' ' + event AS happening, date, event, subject, words, passage
ORDER BY point, date, event, letter, item, place, subject IS NOT NULL, subject, words IS NOT NULL, words, passage
