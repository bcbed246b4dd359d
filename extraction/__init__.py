"""From a document to its letters, what they name and what they state. Sees one document, never the corpus."""

from .reading import extract_readings

__all__ = ["extract_readings"]
