"""The store: an Oxigraph dataset on disk or a SPARQL endpoint, what it holds as records, names and quotations."""
