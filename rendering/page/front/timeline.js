// The letters by date: a strip with an arc for each reply, and the list with the days between.

const CHART = { left: 24, line: 130, height: 165 };

async function showLetters(app) {
  const note = await app.source.loadLetters(app.state.since, app.state.until);
  const letters = app.corpus.lettersByDate().filter((letter) => passesDate(app.state, letter));
  const gaps = [...app.corpus.notHeld.values()];
  return [
    element("h2", {}, count(letters.length, "letter")),
    note ? element("p", { class: "also" }, note) : null,
    showChart(app, letters.filter((letter) => letter.date)),
    element("ol", { class: "timeline" }, ...letters.flatMap((letter, number) => showEntry(app, letter, letters[number - 1]))),
    ...showSection("Letters that these speak of and that are not held", gaps.map((gap) => showGap(app, gap))),
  ];
}

function showEntry(app, letter, before) {
  const gap = before && before.date && letter.date ? toNumber(letter.date) - toNumber(before.date) : 0;
  const entry = element(
    "li",
    { "data-entry": letter.id },
    element("span", { class: "day" }, toDay(letter.date)),
    button(letter.title, () => app.openLetter(letter.id, null), { class: "plain", "data-letter": letter.id }),
    letter.subject ? element("p", {}, letter.subject) : null,
    ...showReplies(app, letter.id),
  );
  return gap ? [element("li", { class: "gap" }, `${count(gap, "day")} later`), entry] : [entry];
}

function showGap(app, gap) {
  return element("li", { class: "fact" }, element("p", { class: "words" }, gap.described), ...gap.evidence.flatMap((quote) => showQuote(app, quote)));
}

function showChart(app, letters) {
  if (letters.length < 2) return null;
  const width = Math.max(find("letters").clientWidth - 50, 300);
  const [first, last] = [toNumber(letters[0].date), toNumber(letters.at(-1).date)];
  const place = (date) => CHART.left + ((toNumber(date) - first) / Math.max(last - first, 1)) * (width - 2 * CHART.left);
  const chart = drawing("svg", {
    class: "strip-chart", width, height: CHART.height, viewBox: `0 0 ${width} ${CHART.height}`, role: "img",
    "aria-label": `Letters from ${toDay(letters[0].date)} to ${toDay(letters.at(-1).date)}; the list below says the same.`,
  });
  chart.append(...drawYears(letters, place), drawing("path", { class: "axis", d: `M ${CHART.left} ${CHART.line} H ${width - CHART.left}` }));
  const shown = new Map(letters.map((letter) => [letter.id, letter]));
  for (const reply of app.corpus.replies.values()) {
    if (shown.has(reply.letter) && shown.has(reply.to)) {
      chart.append(...drawReply(place(shown.get(reply.to).date), place(shown.get(reply.letter).date), reply.days));
    }
  }
  for (const letter of letters) {
    const dot = drawing("circle", { class: "dot", cx: place(letter.date), cy: CHART.line, r: 6, click: () => app.openLetter(letter.id, null) });
    dot.append(drawing("title", {}, `${toDay(letter.date)}: ${letter.title}`));
    chart.append(dot);
  }
  return chart;
}

function drawYears(letters, place) {
  const years = [];
  for (let year = Number(letters[0].date.slice(0, 4)) + 1; year <= Number(letters.at(-1).date.slice(0, 4)); year += 1) years.push(year);
  const step = Math.ceil(years.length / 12);
  return years.filter((_, number) => number % step === 0).flatMap((year) => {
    const x = place(`${year}-01-01`);
    return [
      drawing("path", { class: "tick", d: `M ${x} ${CHART.line - 110} V ${CHART.line + 14}` }),
      drawing("text", { x, y: CHART.line + 28, "text-anchor": "middle" }, String(year)),
    ];
  });
}

function drawReply(from, to, days) {
  const height = Math.min(Math.abs(to - from) * 0.5, 105);
  const arc = drawing("path", { class: "arc", d: `M ${from} ${CHART.line} C ${from} ${CHART.line - height} ${to} ${CHART.line - height} ${to} ${CHART.line}` });
  if (to - from < 60) return [arc];
  const label = drawing("text", { x: (from + to) / 2, y: CHART.line - height * 0.75 - 5, "text-anchor": "middle" }, count(days ?? 0, "day"));
  return [arc, label];
}
