"""The catalogue of saved questions: a file a question, which says itself what it asks."""
