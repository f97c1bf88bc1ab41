"""Follow-ups: what is asked about the answer before, and where it is looked for."""
