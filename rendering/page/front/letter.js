// A letter with all mentions marked; the passage that was asked for is in another colour and in view.

function showLetter(app, id, passage) {
  const letter = app.corpus.letters.get(id);
  const text = app.corpus.texts.get(id);
  if (!letter) return [element("h2", {}, "This letter is not part of this page"), element("p", {}, "`policygraph serve` shows it.")];
  const fields = [
    ["From", letter.senders.join("; ")], ["To", letter.recipients.join("; ")], ["Subject", letter.subject],
    ["Reference", letter.references.join("; ")], ["File", letter.source],
    ["Note", letter.ocr ? "Recognised in a scan: check against the page" : null],
  ].filter(([, value]) => value);
  return [
    element("h2", {}, letter.title),
    element("p", { class: "kind" }, symbol("letter"), toLetterName(letter)),
    element("dl", { class: "fields" }, ...fields.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)])),
    ...showReplies(app, id),
    text ? showText(app, text, passage) : element("p", {}, "The text of this letter is not part of this page."),
  ];
}

function showReplies(app, id) {
  const lines = [];
  for (const reply of app.corpus.replies.values()) {
    const days = reply.days === undefined ? "" : ` after ${count(reply.days, "day")}`;
    if (reply.letter === id) lines.push([`Answers the `, letterButton(app, reply.to), `${days} (${reply.standing})`]);
    if (reply.to === id) lines.push([`Answered by the `, letterButton(app, reply.letter), `${days} (${reply.standing})`]);
  }
  return lines.map((line) => element("p", { class: "reply" }, ...line));
}

function letterButton(app, id) {
  return button(toLetterName(app.corpus.letters.get(id)), () => app.openLetter(id, null), { class: "plain", "data-letter": id });
}

function showText(app, { text, mentions }, passage) {
  const letters = Array.from(text); // offsets count code points
  const [start, end] = (passage ?? "").split("-").map(Number);
  const cuts = new Set([0, letters.length, ...mentions.flatMap(([from, to]) => [from, to])]);
  if (end) cuts.add(start).add(end);
  const places = [...cuts].filter((place) => place <= letters.length).sort((one, other) => one - other);
  const body = element("div", { class: "letter-text" });
  let marked = null;
  for (let number = 0; number + 1 < places.length; number += 1) {
    const [from, to] = [places[number], places[number + 1]];
    const inside = mentions.filter((mention) => mention[0] <= from && to <= mention[1]);
    inside.sort((one, other) => one[1] - one[0] - (other[1] - other[0]));
    const words = letters.slice(from, to).join("");
    const piece = inside.length ? app.mentionLink(inside[0][2], words) : document.createTextNode(words);
    if (!(end && start <= from && to <= end)) {
      marked = null;
      body.append(piece);
      continue;
    }
    if (!marked) body.append((marked = element("span", { class: "passage" })));
    marked.append(piece);
  }
  return body;
}
