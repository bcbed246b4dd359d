"""Names that a spaCy model of the user's finds (`--recogniser spacy:FOLDER`); `recognisers` marks them as such."""

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from ..model.entity import EntityType
from ..model.errors import RecogniserError
from .recognisers import Recogniser
from .text.span import NameSpan

# The labels of spaCy's own models. Places (GPE, LOC) are left out: most are towns, and the vocabulary has the
# countries. A model with our own types as labels ("SCHEME") is taken at its word.
_TYPES = {
    "PER": EntityType.PERSON,
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORGANISATION,
    "LAW": EntityType.LEGISLATION,
    **{kind.value.upper(): kind for kind in EntityType},
}
# spaCy takes them for parts of a name: "the Home Office", "the Home Office's"
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")


def load_spacy_recogniser(folder: str) -> Recogniser:
    """Return a recogniser that runs the spaCy model in `folder`.

    Raises:
        RecogniserError: spaCy is not installed, or the folder holds no model that it can load.
    """
    try:
        spacy = import_module("spacy")  # a second, and only an extra
    except ImportError as error:
        raise RecogniserError(
            f"spacy:{folder}: spaCy is not installed. Install it: pip install 'policygraph[spacy]'."
        ) from error
    if not folder or not Path(folder, "config.cfg").is_file():
        raise RecogniserError(
            f"spacy:{folder}: this is no folder of a spaCy model (no config.cfg). "
            "Name the folder that spaCy's `nlp.to_disk` wrote."
        )
    try:
        pipeline = spacy.load(Path(folder))
    except Exception as error:  # a damaged model fails in spaCy's readers, each with an exception of its own
        reason = str(error).partition("\n")[0]
        raise RecogniserError(f"spacy:{folder}: spaCy cannot load this model ({reason}). Save it again.") from error
    pipeline.max_length = sys.maxsize  # spaCy's own limit is for its parser
    return lambda text: _find_names(pipeline, text)


def _find_names(pipeline: Any, text: str) -> Iterator[NameSpan]:
    for found in pipeline(text).ents:
        kind = _TYPES.get(found.label_.upper())
        if kind is None:
            continue
        article = _ARTICLE.match(found.text)
        possessive = _POSSESSIVE.search(found.text)
        start = found.start_char + (article.end() if article else 0)
        end = found.end_char - (len(possessive[0]) if possessive else 0)
        if start < end:
            yield NameSpan(start=start, end=end, type=kind, rule="spacy")
