"""Answers: exact, cited, or refused with the reason."""

from index.answering.answerer import Answerer

__all__ = ["Answerer"]
