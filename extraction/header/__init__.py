"""The head and the foot of a letter: its parts, who wrote to whom, when and about what."""
