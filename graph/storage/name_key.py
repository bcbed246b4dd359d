"""The form in which names are compared."""

import unicodedata


def to_key(name: str) -> str:
    """Return a name without what does not count: "The Red Cross" is "red cross"."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(bare.split()).removeprefix("the ")
