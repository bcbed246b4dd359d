// A fact as a reader sees it: its sentence, the words of the letter behind it, and a button that opens the letter there.
// An ask has what became of it below.

function showFact(app, fact) {
  const parts = [element("p", { class: "words" }, ...toSentence(app, fact))];
  if (fact.polarity === "background") parts.push(element("p", { class: "detail" }, "Background: only the vocabulary says so, no letter."));
  for (const quote of fact.evidence) parts.push(...showQuote(app, quote));
  if (fact.status) parts.push(element("p", { class: "detail status" }, `What became of it, ${fact.status}${fact.answers.length ? ":" : ""}`));
  for (const quote of fact.answers) parts.push(...showQuote(app, quote));
  const rule = fact.record ? `${fact.rule} (right in ${fact.record} on annotated letters)` : fact.rule;
  const details = [
    fact.since ? ["Since", fact.since] : null,
    fact.until ? ["Until", fact.until] : null,
    ["confirmed", "corrected"].includes(fact.standing) ? ["Judged by an analyst", fact.standing] : null,
    fact.condition ? ["Condition", `“${fact.condition}”`] : null,
    fact.polarity === "background" ? null : ["Found by the rule", rule],
  ].filter(Boolean);
  if (details.length) parts.push(element("p", { class: "detail" }, details.map(([name, value]) => `${name}: ${value}`).join(" · ")));
  const kind = ["denied", "ended"].includes(fact.polarity) ? "fact denied" : "fact";
  return element("li", { class: kind, "data-fact": fact.id }, ...parts);
}

// The two ends of the sentence lead to their cards.
function toSentence(app, fact) {
  const from = app.corpus.label(fact.from);
  const to = app.corpus.label(fact.to);
  const verb = ` ${app.corpus.verb(fact)} `;
  if (!fact.words.startsWith(from + verb + to)) return [fact.words];
  const rest = fact.words.slice((from + verb + to).length);
  return [app.nameButton(fact.from), verb, app.nameButton(fact.to), rest];
}

function showQuote(app, quote) {
  const letter = app.corpus.letters.get(quote.letter);
  const title = letter ? `${letter.title}, ${letter.date ? toDay(letter.date) : "undated"}. ` : "";
  const open = button("Open the letter", () => app.openLetter(quote.letter, quote), { class: "plain", "data-letter": quote.letter });
  return [
    element("blockquote", {}, `“${quote.quote}”`),
    element("p", { class: "where" }, `${title}${quote.place} `, open),
  ];
}

function showSection(title, items) {
  return items.length ? [element("h3", {}, title), element("ul", {}, ...items)] : [];
}
