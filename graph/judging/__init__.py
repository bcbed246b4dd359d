"""What analysts say: the file that keeps it, what can be judged, and what a word changes."""
