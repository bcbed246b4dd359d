"""Diagrams to brief with: a record, laid out once, then written by one writer a format."""
