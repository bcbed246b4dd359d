"""Briefs: one or two pages on somebody or something, or for a meeting of two, each sentence with its source."""
