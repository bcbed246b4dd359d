"""The page to browse the graph: its records, its layout, its file, and the server that gives the same records."""
