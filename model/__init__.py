"""The frozen records that every other folder speaks in, and the error tree."""
