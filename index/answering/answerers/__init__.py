"""The answerers, gathered by what they answer from: each answer is the first of several that may know it.

Each takes the query, what is known of the bulletins, and the sentences near the question, best passages first; it
returns a draft, or None where it has no answer.
"""
