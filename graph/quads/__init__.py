"""Records as quads of RDF and back again, without loss."""
