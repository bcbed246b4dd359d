"""File formats: each turns a file into a `Document`."""

from .formats import SUFFIXES, load_document

__all__ = ["SUFFIXES", "load_document"]
