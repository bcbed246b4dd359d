"""The knowledge graph on disk: how it is built, kept, read again, checked and exported."""
