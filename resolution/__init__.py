"""What takes more than one letter: which entities are one, replies, senders found from a reply, letters not held."""

from .links import resolve_links

__all__ = ["resolve_links"]
