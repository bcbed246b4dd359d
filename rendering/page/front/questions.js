// The saved questions: their answers as tables to sort and to take along as CSV.

async function showQuestions(app) {
  await app.source.loadQuestions();
  const questions = [...app.corpus.questions.values()];
  if (!questions.length) return [element("h2", {}, "There are no saved questions.")];
  // A server is only asked what somebody has chosen: an answer over very many letters takes its time.
  const chosen = app.corpus.questions.get(app.state.question) ?? (app.source.canAsk ? null : questions[0]);
  const choices = questions.map((question) =>
    button(question.title, () => app.change({ question: question.name }), {
      "aria-pressed": String(question === chosen), "data-question": question.name,
    }),
  );
  const head = [element("h2", {}, "Questions"), element("div", { class: "questions-list" }, ...choices)];
  return chosen ? [...head, ...(await showQuestion(app, chosen))] : head;
}

async function showQuestion(app, chosen) {
  const isReady = !chosen.parameters.some((parameter) => parameter.is_needed);
  if (isReady && !app.corpus.answers.has(chosen.name)) await app.source.loadAnswer(chosen.name, {});
  const place = element("div", {});
  if (app.corpus.answers.has(chosen.name)) place.append(...showAnswer(app, chosen));
  return [
    element("h3", {}, chosen.question),
    element("p", {}, chosen.description),
    app.source.canAsk && chosen.parameters.length ? showParameters(app, chosen, place) : null,
    place,
  ];
}

function showParameters(app, question, place) {
  const fields = question.parameters.map(({ name, meaning, is_needed, choices }) => {
    const options = choices.map((choice) => element("option", { value: choice }, choice));
    const field = choices.length
      ? element("select", { name }, element("option", { value: "" }, "all"), ...options)
      : element("input", { name, type: "text", required: is_needed });
    return element("label", {}, meaning, field);
  });
  const ask = async (event) => {
    event.preventDefault();
    await app.attempt(async () => {
      await app.source.loadAnswer(question.name, Object.fromEntries(new FormData(event.target)));
      place.replaceChildren(...showAnswer(app, question));
    });
  };
  return element("form", { class: "ask", submit: ask }, ...fields, element("button", { type: "submit" }, "Ask"));
}

function showAnswer(app, question) {
  const answer = app.corpus.answers.get(question.name);
  const save = button("Download as CSV", () => download(`${question.name}.csv`, new Blob(["\ufeff", toCsv(answer)], { type: "text/csv" })));
  const place = element("div", { class: "table-wrap", tabindex: "0", role: "region", "aria-label": question.title });
  fillTable(app, place, question, answer, answer.rows, null);
  const rows = count(answer.rows.length, "row");
  const shown = answer.left_out ? `The first ${rows}; all of them with \`policygraph query ${question.name}\`` : rows;
  return [element("div", { class: "actions" }, element("span", {}, shown), save), place];
}

function fillTable(app, place, question, answer, rows, sorted) {
  const heads = answer.columns.map(([, heading], column) => {
    const isUp = !(sorted && sorted.column === column && sorted.isUp);
    const arrow = sorted && sorted.column === column ? (sorted.isUp ? " ▲" : " ▼") : "";
    const sort = () => fillTable(app, place, question, answer, sortRows(rows, column, isUp), { column, isUp });
    const order = arrow ? (sorted.isUp ? "ascending" : "descending") : "none";
    return element("th", { scope: "col", "aria-sort": order }, button(heading + arrow, sort));
  });
  const body = rows.flatMap((row) => showRow(app, row, answer.columns));
  place.replaceChildren(
    element(
      "table",
      {},
      element("caption", { hidden: true }, question.title),
      element("thead", {}, element("tr", {}, ...heads, element("th", { scope: "col" }, element("button", { type: "button", disabled: true }, "Quotes")))),
      element("tbody", {}, ...body),
    ),
  );
}

function showRow(app, row, columns) {
  const cells = row.cells.map((cell, column) => element("td", { class: toKind(cell) }, toShown(cell, columns[column])));
  const quotes = element("tr", { class: "quotes", hidden: true }, element("td", { colspan: columns.length + 1 }, ...row.evidence.flatMap((quote) => showQuote(app, quote))));
  const toggle = button(count(row.evidence.length, "quote"), () => {
    quotes.hidden = !quotes.hidden;
    toggle.setAttribute("aria-expanded", String(!quotes.hidden));
  }, { "aria-expanded": "false" });
  return [element("tr", {}, ...cells, element("td", {}, toggle)), quotes];
}

function toShown(cell, [, , isTime]) {
  if (cell === null) return "–";
  return isTime ? toSeasons(String(cell)) : String(cell);
}

function toKind(cell) {
  if (typeof cell === "number") return "number";
  return /^\d{4}-\d\d-\d\d$/.test(cell) ? "day" : null;
}

function sortRows(rows, column, isUp) {
  const order = (one, other) => {
    const [left, right] = [one.cells[column], other.cells[column]];
    if (left === null || right === null) return Number(left === null) - Number(right === null); // what is missing stays below
    const result = typeof left === "number" && typeof right === "number" ? left - right : String(left).localeCompare(String(right), "en", { numeric: true });
    return isUp ? result : -result;
  };
  return [...rows].sort(order);
}

function toCsv(answer) {
  const quote = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = answer.rows.map((row) => [...row.cells.map((cell) => String(cell ?? "")), row.evidence.map((one) => `“${one.quote}” (${one.place})`).join("\n")]);
  const head = [...answer.columns.map(([name]) => name), "quotes"];
  return [head, ...lines].map((line) => line.map(quote).join(",") + "\r\n").join("");
}
