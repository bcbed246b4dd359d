"""Files for other programs and for people: the whole graph in the form that a suffix names."""
