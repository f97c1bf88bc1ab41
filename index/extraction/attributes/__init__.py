"""Facts: one typed value in one sentence, with what it is about."""
