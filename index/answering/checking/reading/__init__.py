"""What a claim says: its pieces, their words, values and the terms under which they are said."""
