MATCH (letter:Letter)
WHERE letter.position > 0 AND ($_name = '' OR EXISTS {
  MATCH (letter)-[:SENDER|RECIPIENT]->(one)
  WHERE any(words IN [one.name, one.officeName, one.organisationName] WHERE toLower(words) CONTAINS toLower($_name))
} OR EXISTS {
  MATCH (letter)-[shown:SENT_BY]->(writer)<-[witness:MENTIONS]-(other)
  WHERE other.iri IN shown.letters AND toLower(witness.name) CONTAINS toLower($_name)
})
WITH letter, letter.position AS place ORDER BY place, letter.iri LIMIT $_first
// Each part fills its own columns; the rows of a letter are put together afterwards.
CALL (letter) {
  // The letter itself, so that it has a row even where its header is empty
  RETURN 0 AS part, null AS position, null AS sender, null AS recipient, null AS reference, null AS answers,
    null AS days, null AS passage, null AS reply
  UNION ALL
  // Who wrote it; a writer whom another letter shows has the name that it gives
  MATCH (letter)-[:SENDER]->(one)
  OPTIONAL MATCH (letter)-[shown:SENT_BY]->()<-[witness:MENTIONS]-(other) WHERE other.iri IN shown.letters
  WITH one, [coalesce(one.name, witness.name + ' (shown by another letter)'), one.officeName, one.organisationName] AS names
  RETURN 1 AS part, one.position AS position,
    reduce(all = '', name IN [name IN names WHERE name IS NOT NULL] | all + CASE all WHEN '' THEN '' ELSE ', ' END + name) AS sender,
    null AS recipient, null AS reference, null AS answers, null AS days, null AS passage, null AS reply
  UNION ALL
  // To whom
  MATCH (letter)-[:RECIPIENT]->(one)
  WITH one, [one.name, one.officeName, one.organisationName] AS names
  RETURN 2 AS part, one.position AS position, null AS sender,
    reduce(all = '', name IN [name IN names WHERE name IS NOT NULL] | all + CASE all WHEN '' THEN '' ELSE ', ' END + name) AS recipient,
    null AS reference, null AS answers, null AS days, null AS passage, null AS reply
  UNION ALL
  UNWIND letter.reference AS reference
  RETURN 3 AS part, null AS position, null AS sender, null AS recipient, reference, null AS answers, null AS days,
    null AS passage, null AS reply
  UNION ALL
  // The letter that it answers, with the passages that show it
  MATCH (letter)-[reply:REPLIES_TO]->(answered)
  UNWIND range(0, size(reply.starts) - 1) AS place
  RETURN 4 AS part, CASE place WHEN 0 THEN 1 ELSE 2 END AS position, null AS sender, null AS recipient, null AS reference,
    'letter of ' + coalesce(answered.date, 'unknown date') AS answers, reply.days AS days,
    reply.letters[place] + '#char=' + reply.starts[place] + ',' + reply.ends[place] AS passage, reply.id AS reply
  UNION ALL
  // The letter that it answers and that is not held
  MATCH (letter)-[:CITES]->(citation {answered: true})
  WHERE NOT EXISTS { (letter)-[:REPLIES_TO]->() }
  UNWIND range(0, size(citation.starts) - 1) AS place
  RETURN 5 AS part, null AS position, null AS sender, null AS recipient, null AS reference,
    citation.described + ' (not held)' AS answers, null AS days,
    citation.letters[place] + '#char=' + citation.starts[place] + ',' + citation.ends[place] AS passage, null AS reply
  UNION ALL
  // The passages that show who the writer is
  MATCH (letter)-[shown:SENT_BY]->() WHERE shown.id IS NOT NULL
  UNWIND range(0, size(shown.starts) - 1) AS place
  RETURN 6 AS part, CASE place WHEN 0 THEN 1 ELSE 2 END AS position, null AS sender, null AS recipient,
    null AS reference, null AS answers, null AS days,
    shown.letters[place] + '#char=' + shown.starts[place] + ',' + shown.ends[place] AS passage, null AS reply
  UNION ALL
  // The lines of the letter that give its correspondents their offices
  MATCH (letter)-[:SENDER|RECIPIENT]->()-[:PERSON|OFFICE]->()-[fact:HOLDS_OFFICE|OFFICE_IN|MEMBER_OF]->()
  WHERE fact.letter = letter.iri
  RETURN 7 AS part, null AS position, null AS sender, null AS recipient, null AS reference, null AS answers,
    null AS days, fact.letters[0] + '#char=' + fact.starts[0] + ',' + fact.ends[0] AS passage, null AS reply
}
RETURN letter.iri AS letter, reply, letter.date AS date, sender, recipient, reference, answers, days, passage
ORDER BY place, letter, part, position, sender, recipient, reference, answers, days IS NOT NULL, days, passage
