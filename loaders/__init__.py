"""File formats: each turns a file into `Document`s."""

from .formats import SUFFIXES, load_document, load_documents

__all__ = ["SUFFIXES", "load_document", "load_documents"]
