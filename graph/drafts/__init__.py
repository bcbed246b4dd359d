"""Checking an analyst's own draft against the letters: every quotation, date, figure and reference in it."""
