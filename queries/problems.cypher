MATCH (doubt:Problem)
// What is doubtful between letters stands in none.
OPTIONAL MATCH (doubt)-[:IN_LETTER]->(letter)
WITH doubt, letter
ORDER BY letter IS NULL, letter.date, letter.iri, doubt.start, doubt.message, doubt.iri LIMIT $_first
OPTIONAL MATCH (doubt)-[:CONCERNS]->(concerned)
RETURN
  doubt.iri AS problem,
  letter.iri AS letter,
  concerned.iri AS concerned,
  letter.date AS date,
  doubt.message AS message,
  letter.iri + '#char=' + doubt.start + ',' + doubt.end AS passage
ORDER BY letter IS NULL, date, letter, doubt.start, message, doubt.iri, concerned
