"""PolicyGraph reads official correspondence and builds a knowledge graph with checkable evidence."""
