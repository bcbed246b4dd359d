// Dates as letters write them, and the days between two.

const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

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
