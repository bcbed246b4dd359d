"""The catalogue of saved questions, a file a question."""
