"""The store as one network of entities and letters: paths, neighbours, who stands between others."""
