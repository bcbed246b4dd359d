"""From files to the store: sources, readings, links."""
