"""From a question to a query: answer type, slots, names, repairs, follow-ups. Pure."""
