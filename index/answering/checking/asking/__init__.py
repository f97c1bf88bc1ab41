"""A claim put as a question, and the answer held against it."""
