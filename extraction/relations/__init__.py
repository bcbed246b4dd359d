"""Relations: who holds, runs, funds, supports or is part of what, by the words that say so."""
