"""Gold against extraction."""
