"""Names: which words name what, and which names are one entity."""
