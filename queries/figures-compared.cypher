MATCH (number:Figure)
WHERE coalesce(number.standing, '') <> 'rejected'
  AND ($_name = '' OR toLower(number.counts) CONTAINS toLower($_name) OR EXISTS {
    MATCH (number)-[:ABOUT]->()<-[their:MENTIONS]-()<-[:IN_LETTER]-(number)
    WHERE toLower(their.name) CONTAINS toLower($_name) OR toLower(their.label) CONTAINS toLower($_name)
  })
CALL (number) {
  // The scheme that it is about, otherwise what comes first in the alphabet
  OPTIONAL MATCH (number)-[:ABOUT]->()-[:SHOWN_AS]->(entry)
  RETURN min(CASE entry.kind WHEN 'scheme' THEN '1 ' ELSE '2 ' END + entry.shownName) AS topic
}
WITH number, substring(topic, 2) AS topic
ORDER BY topic, number.unit, number.position, number.iri LIMIT $_first
MATCH (number)-[:IN_LETTER]->(letter)
CALL (number) {
  CALL (number) {
    MATCH (number)-[:ABOUT]->()-[:SHOWN_AS]->()<-[:SHOWN_AS]-()<-[:ABOUT]-(other:Figure)
    RETURN other
    UNION ALL
    WITH number WHERE NOT EXISTS { (number)-[:ABOUT]->() }
    MATCH (other:Figure {period: number.period}) WHERE NOT EXISTS { (other)-[:ABOUT]->() }
    RETURN other
  }
  // What is counted alike, in one unit, in one period, of the same thing or both of none, with another number
  WITH number, other, [figure IN [number, other] |
    [word IN split(replace(replace(toLower(figure.counts), '\n', ' '), '\t', ' '), ' ') WHERE word <> '']] AS counts
  WHERE other.period = number.period AND other.unit = number.unit AND counts[0] = counts[1]
    AND (other.value <> number.value OR coalesce(other.upperText, '') <> coalesce(number.upperText, ''))
    AND coalesce(other.standing, '') <> 'rejected'
  RETURN CASE WHEN count(other) > 0 THEN 'conflict' END AS conflict
}
UNWIND range(0, size(number.starts) - 1) AS place
RETURN
  number.iri AS figure,
  topic,
  number.valueText + coalesce(' to ' + number.upperText, '') AS value,
  number.unit AS unit,
  number.counts AS counts,
  number.period AS period,
  number.accordingTo AS source,
  letter.date AS date,
  conflict,
  number.letters[place] + '#char=' + number.starts[place] + ',' + number.ends[place] AS passage
ORDER BY topic, number.unit, number.position, number.iri, place
