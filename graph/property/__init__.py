"""The store as a labelled property graph, and a Neo4j server that holds it."""
