MATCH (doubt:Problem)
// What is doubtful between letters stands in none.
OPTIONAL MATCH (doubt)-[:IN_LETTER]->(letter)
RETURN
  doubt.iri AS problem,
  letter.date AS date,
  doubt.message AS message,
  letter.iri + '#char=' + doubt.start + ',' + doubt.end AS passage
ORDER BY letter IS NULL, date, letter.iri, doubt.start, message, doubt.iri
