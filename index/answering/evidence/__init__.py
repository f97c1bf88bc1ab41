"""What an answer stands on: the library as answerers read it, and sentences that may hold the answer."""
