CALL () {
  // Each letter and its reply
  MATCH (letter:Letter)
  WHERE letter.position > 0 AND EXISTS {
    MATCH (letter)<-[one:REPLIES_TO]-()
    WHERE $_name = '' OR any(name IN coalesce(one.addresseeName, []) + coalesce(one.replierName, [])
      WHERE toLower(name) CONTAINS toLower($_name))
  }
  WITH letter ORDER BY letter.position, letter.iri LIMIT $_first
  MATCH (reply)-[link:REPLIES_TO]->(letter)
  WHERE $_name = '' OR any(name IN coalesce(link.addresseeName, []) + coalesce(link.replierName, [])
    WHERE toLower(name) CONTAINS toLower($_name))
  UNWIND range(0, size(link.starts) - 1) AS place
  WITH * WHERE link.letters[place] = reply.iri
  UNWIND coalesce(link.addresseeName, [null]) AS addressee
  UNWIND coalesce(link.replierName, [null]) AS body
  RETURN 1 AS part, link.id AS about, link.id AS link, addressee, letter.date AS letter_date, body, reply.date AS reply_date,
    link.days AS days, null AS replies, null AS median, null AS shortest, null AS longest, place,
    reply.iri + '#char=' + link.starts[place] + ',' + link.ends[place] AS passage,
    letter.position AS asked, reply.position AS answered
  UNION ALL
  // All replies to what went to an addressee
  MATCH ()-[link:REPLIES_TO]->() WHERE link.days IS NOT NULL
  UNWIND range(0, size(coalesce(link.addresseeName, [])) - 1) AS number
  WITH link.addresseeName[number] AS addressee, link.addressees[number] AS about, link
  WHERE toLower(addressee) CONTAINS toLower($_name)
  ORDER BY link.days
  WITH addressee, about, collect(link.days) AS days, collect(link) AS links
  UNWIND links AS shown
  RETURN 2 AS part, about, null AS link, addressee, null AS letter_date, null AS body, null AS reply_date, null AS days,
    size(days) AS replies,
    // The days of which half of all are as many or fewer; on average where there are two
    toInteger(round((days[(size(days) - 1) / 2] + days[size(days) / 2]) / 2.0)) AS median,
    days[0] AS shortest, days[-1] AS longest, null AS place,
    shown.letters[0] + '#char=' + shown.starts[0] + ',' + shown.ends[0] AS passage,
    null AS asked, null AS answered
}
RETURN about, link, addressee, letter_date, body, reply_date, days, replies, median, shortest, longest, passage
ORDER BY part, asked, answered, about, place, addressee IS NOT NULL, addressee,
  body IS NOT NULL, body, days, passage
