"""What all of reading rests on: lines, sentences, spans, dates, and what words refer back to."""
