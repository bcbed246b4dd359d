"""What a person sees: cards, tables, summaries."""
