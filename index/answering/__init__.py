"""Answers: exact, cited, or refused with the reason.

    evidence    what an answer stands on: the library as answerers read it, and sentences that may hold the answer.
    candidates  values of the asked type in a sentence, how well they fit, and arithmetic with them.
    programmes  batches and projects: structured answers from stored rows.
    sentences   answers read off sentences: a value, a list, a reason, a definition, yes or no.
    people      who: offices, careers, awards, deeds, words.
    tables      answers from tables: which rows are meant, which column is asked.
    figures     figures that no bulletin prints but that follow from printed ones.
    notices     what notices and rules mean for whoever asks: when, whom to call, whether it holds for them.
    refusing    what is not answered and what a question takes for granted: checks, refusals, what is offered instead.
    answerers   what is tried in turn, gathered by what it answers from; each answer is the first of several.
    checking    is this statement right: its claims, each confirmed, contradicted or not mentioned.
"""

from index.answering.answerer import Answerer

__all__ = ["Answerer"]
