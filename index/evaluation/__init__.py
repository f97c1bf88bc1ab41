"""How good and how fast: questions with known answers, and benches."""
