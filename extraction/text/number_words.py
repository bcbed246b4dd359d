"""Numbers in words and digits, as values: "nineteen", "twenty-three", "1,204", "2.4 million"."""

import re

_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_SMALL = {word: value for value, word in enumerate((*_UNITS, *_TEENS))}
_DECADES = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TENS = {word: 10 * value for value, word in enumerate(_DECADES, start=2)}
_POWERS = {
    **{"hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9},
    **{"trillion": 1e12, "tn": 1e12, "lakh": 1e5, "crore": 1e7},
}
_ONES = "|".join(sorted(_SMALL, key=len, reverse=True))

# "1,204", "2.4", "60 000"; never a part of "A/12", "12/3", "1.2.3"
DIGITS = r"(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:\.\d+)?"
# "nineteen", "twenty-three", "two hundred and twelve"; "one" stands for itself only behind others
WORDS = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{_ONES}))?|{_ONES})"
    rf"(?:\s+hundred(?:\s+and\s+(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{_ONES}))?|{_ONES}))?)?"
)
POWER = r"(?:hundred|thousand|million|billion|trillion|lakh|crore)"


def to_number(digits: str, power: str | None = None) -> float:
    """Return the value of a number in digits or words, times a power of ten that is written behind it.

    ("2.4", "million") is 2,400,000; "twenty-three" is 23.
    """
    even = re.sub(r"[,\s\u00a0\u202f]", "", digits) if digits[0].isdigit() else digits.casefold()
    value = float(even) if digits[0].isdigit() else _to_value(even)
    # 2.4 * 1e6 is exact, 1.1 * 1e3 is not
    return round(value * (_POWERS[power.casefold()] if power else 1), 4)


def to_words(value: float) -> str | None:
    """Return a whole number below a hundred in words: 23 is "twenty-three"; None for others."""
    names = {number: word for word, number in (*_SMALL.items(), *_TENS.items())}
    if value not in range(100):
        return None
    tens, ones = divmod(int(value), 10)
    return names.get(int(value)) or f"{names[10 * tens]}-{names[ones]}"


def _to_value(words: str) -> float:
    value = 0.0
    for word in re.split(r"[\s-]+", words):
        if word == "hundred":
            value *= 100
        else:
            value += _SMALL.get(word, 0) + _TENS.get(word, 0)
    return value
