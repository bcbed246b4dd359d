"""What can be said: the ontology, its shapes, the vocabulary and the cue words, with typed access to them."""
