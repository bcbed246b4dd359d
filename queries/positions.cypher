MATCH (view:Position)
WHERE view.position > 0 AND coalesce(view.standing, '') <> 'rejected' AND ($_name = '' OR EXISTS {
  MATCH (view)-[:STANCE_OF|STANCE_ON]->()<-[their:MENTIONS]-()<-[:IN_LETTER]-(view)
  WHERE toLower(their.name) CONTAINS toLower($_name) OR toLower(their.label) CONTAINS toLower($_name)
})
WITH view ORDER BY view.position, view.iri LIMIT $_first
MATCH (view)-[:IN_LETTER]->(letter)
CALL (view, letter) {
  // Who holds the office that signed, where another letter shows it
  MATCH (view)-[:STANCE_OF]->(actor)<-[named:MENTIONS]-(letter)
  OPTIONAL MATCH (letter)-[shown:SENT_BY]->()<-[witness:MENTIONS]-(other)
  WHERE other.iri IN shown.letters
    AND EXISTS { MATCH (letter)-[:SENDER]->(signed)-[:OFFICE]->(actor) WHERE NOT EXISTS { (signed)-[:PERSON]->() } }
  RETURN 1 AS part, null AS place,
    coalesce(witness.name + ' (shown by another letter), ', '') + named.name AS holder, null AS topic, null AS passage
  UNION ALL
  MATCH (view)-[:STANCE_ON]->()<-[named:MENTIONS]-(letter)
  RETURN 2 AS part, null AS place, null AS holder, named.name AS topic, null AS passage
  UNION ALL
  WITH view, letter WHERE NOT EXISTS { (view)-[:STANCE_ON]->() }
  RETURN 2 AS part, null AS place, null AS holder, view.words AS topic, null AS passage
  UNION ALL
  UNWIND range(0, size(view.starts) - 1) AS place
  RETURN 3 AS part, place, null AS holder, null AS topic,
    view.letters[place] + '#char=' + view.starts[place] + ',' + view.ends[place] AS passage
}
RETURN
  view.iri AS taken,
  letter.date AS date,
  holder,
  view.stance AS stance,
  topic,
  view.condition AS condition,
  passage
ORDER BY view.position, view.iri, part, place, holder, topic, passage
