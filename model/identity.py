"""Identifiers: one function from a key to an IRI, so that the same thing has the same name everywhere."""

from hashlib import sha256
from re import fullmatch

BASE = "https://w3id.org/policygraph/"


def to_digest(*parts: str) -> str:
    """Return 20 hexadecimal digits that stand for the ordered `parts`."""
    return sha256("\x1f".join(parts).encode()).hexdigest()[:20]


def to_letter_iri(text: str) -> str:
    """Return the IRI of the letter with this text: whitespace does not count."""
    return f"{BASE}letter/{to_digest(''.join(text.split()))}"


def to_entity_iri(entity_type: str, *key: str) -> str:
    """Return the IRI of an entity of this type with this key, which must say what it is."""
    return f"{BASE}{entity_type}/{to_digest(*key)}"


def to_statement_id(*key: str) -> str:
    """Return the IRI of a statement from letter, ends, predicate, polarity, dates and condition."""
    return f"{BASE}statement/{to_digest(*key)}"


def to_statement_iri(text: str) -> str | None:
    """Return the IRI of a statement from it or from its last part; None when it is neither."""
    digits = text.removeprefix(f"{BASE}statement/")
    return f"{BASE}statement/{digits}" if fullmatch(r"[0-9a-f]{20}", digits) else None


def to_ask_iri(letter: str, words: str) -> str:
    """Return the IRI of the ask of a letter (its IRI) in these words: whitespace does not count."""
    return f"{BASE}ask/{to_digest(letter, ''.join(words.split()))}"


def is_ask(iri: str) -> bool:
    """Tell the IRI of an ask from those of other things."""
    return iri.startswith(f"{BASE}ask/")


def to_commitment_iri(letter: str, words: str) -> str:
    """Return the IRI of the commitment of a letter (its IRI) in these words: whitespace does not count."""
    return f"{BASE}commitment/{to_digest(letter, ''.join(words.split()))}"


def to_reply_iri(letter: str, to: str) -> str:
    """Return the IRI of the link by which `letter` answers the letter `to` (both IRIs)."""
    return f"{BASE}reply/{to_digest(letter, to)}"


def to_answer_iri(ask: str) -> str:
    """Return the IRI of what the letters that are held answer to an ask (its IRI)."""
    return f"{BASE}answer/{to_digest(ask)}"


def to_return_iri(commitment: str, letter: str) -> str:
    """Return the IRI of the link by which a later letter returns to a commitment (both IRIs)."""
    return f"{BASE}promise-return/{to_digest(commitment, letter)}"


def to_pair_iri(one: str, two: str) -> str:
    """Return the IRI of the question whether two things (IRIs) are one; their order does not count."""
    return f"{BASE}pair/{to_digest(*sorted((one, two)))}"


def is_pair(iri: str) -> bool:
    """Tell the IRI of a pair from those of other things."""
    return iri.startswith(f"{BASE}pair/")
