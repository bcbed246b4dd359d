CALL () {
  // What is counted alike, in one unit, in one period, of one thing or of none, with more than one number
  OPTIONAL MATCH (number:Figure) WHERE number.period IS NOT NULL AND coalesce(number.standing, '') <> 'rejected'
  OPTIONAL MATCH (number)-[:ABOUT]->(thing)
  OPTIONAL MATCH (first)-[:SAME_AS]->(thing)
  WITH coalesce(first.iri, thing.iri, 'none') AS same,
    [word IN split(replace(replace(toLower(number.counts), '\n', ' '), '\t', ' '), ' ') WHERE word <> ''] AS what,
    number.unit AS measure, number.period AS time,
    count(DISTINCT number.valueText + ' ' + coalesce(number.upperText, '')) AS numbers, collect(number.iri) AS figures
  UNWIND CASE WHEN numbers > 1 THEN figures ELSE [null] END AS figure
  RETURN collect(DISTINCT figure) AS conflicting
}
MATCH (number:Figure)-[:IN_LETTER]->(letter)
WHERE coalesce(number.standing, '') <> 'rejected'
  AND ($_name = '' OR toLower(number.counts) CONTAINS toLower($_name) OR EXISTS {
    MATCH (number)-[:ABOUT]->()<-[their:MENTIONS]-(letter)
    WHERE toLower(their.name) CONTAINS toLower($_name) OR toLower(their.label) CONTAINS toLower($_name)
  })
CALL (number, letter) {
  // The scheme that it is about, otherwise what comes first in the alphabet, under the first name of those that are one
  OPTIONAL MATCH (number)-[:ABOUT]->(thing)<-[here:MENTIONS]-(letter)
  OPTIONAL MATCH (thing)<-[:SAME_AS]-()<-[there:MENTIONS]-()
  RETURN substring(min(CASE WHEN thing:Scheme THEN '1 ' ELSE '2 ' END
    + coalesce(there.label, there.name, here.label, here.name)), 2) AS topic
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
  CASE WHEN number.iri IN conflicting THEN 'conflict' END AS conflict,
  number.letters[place] + '#char=' + number.starts[place] + ',' + number.ends[place] AS passage
ORDER BY topic, unit, date, letter.iri, number.position, number.iri, place
