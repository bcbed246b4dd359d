// Dates as letters write them, and the days between two.

const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

const SEASONS = { 21: "spring", 22: "summer", 23: "autumn", 24: "winter" };

// EDTF gives seasons the numbers of months that do not exist: 2022-21 is the spring of 2022.
function toSeasons(text) {
  return text.replace(/(?<![\d-])(\d{4})-(2[1-4])(?![\d-])/g, (_, year, season) => `${SEASONS[season]} ${year}`);
}

function toDay(date) {
  if (!date) return "undated";
  const [year, month, day] = date.split("-").map(Number);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

function toNumber(date) {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

function toLetterName(letter) {
  return letter && letter.date ? `letter of ${toDay(letter.date)}` : "undated letter";
}
