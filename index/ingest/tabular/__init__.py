"""Tables in every state: with known cells, in plain text, flattened, one cell a line."""
