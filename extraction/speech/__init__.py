"""What a letter asks, promises and counts, and where its writer stands."""
