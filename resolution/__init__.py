"""What takes more than one letter: which entities are one, replies, inferred senders, letters not held."""

from .links import resolve_links

__all__ = ["resolve_links"]
