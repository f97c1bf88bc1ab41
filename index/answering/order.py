"""The answerers in the order in which they are tried, the surest first, and what each answer is held against."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from index.answering.answerers.from_figures import computed, derived, in_series, ranked
from index.answering.answerers.from_notices import back_on, noticed, on_the_day, served, windowed
from index.answering.answerers.from_people import of_people, unwon
from index.answering.answerers.from_rows import complete, looked_up, of_parts, structured, summed_up, tabled
from index.answering.answerers.from_sentences import (
    borne_by,
    framed,
    listed,
    meant,
    subject,
    valued,
    worded,
    yes_or_no,
)
from index.answering.answerers.shared import sentence_of
from index.answering.evidence.draft import Draft
from index.answering.evidence.hearsay import is_hearsay
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.owners import narrowed
from index.answering.evidence.pool import Evidence
from index.answering.figures.combining import takes_done_for_left
from index.answering.figures.means import takes_whole_for_mean
from index.answering.figures.months_less import of_asked_months
from index.answering.figures.pretending import pretends
from index.answering.figures.pricing import only_rate
from index.answering.programmes.rounds_less import of_asked_rounds
from index.answering.refusing.asked_sort import is_of_asked_sort
from index.answering.refusing.asked_year import of_asked_year
from index.answering.refusing.beside import told_of_one_beside, told_of_other_project
from index.answering.refusing.counted_elsewhere import of_whole_alone
from index.answering.refusing.denials import denied
from index.answering.refusing.figures_met import with_its_figures
from index.answering.refusing.guards import (
    asks_how_come,
    figures_fit,
    in_asked_unit,
    in_place,
    names_enough,
    premise_fits,
    told_together,
)
from index.answering.refusing.premises import contradicted, without_ground
from index.answering.refusing.stopped import as_stopped
from index.answering.refusing.telling.telling import tells_asked
from index.answering.refusing.told_of import told_of_asked
from index.answering.sentences.days_covered import of_asked_day
from index.answering.sentences.figure_bearers import tells_figure
from index.answering.sentences.yesno import but_not_all
from index.language.scripts import compact
from index.understanding.query import Query


def _computes_nothing(query: Query, draft: Draft, text: str) -> bool:
    """A printed value stands for one that had to be computed."""
    checks = (pretends, takes_done_for_left, takes_whole_for_mean)
    return any(check(query, draft, text) for check in checks)


_Answer = Callable[[Query, Knowledge, Sequence[Evidence]], Draft | None]
_ORDER: tuple[_Answer, ...] = (
    meant,
    summed_up,
    of_parts,
    complete,
    looked_up,
    computed,
    noticed,
    structured,
    of_people,
    tabled,
    borne_by,
    unwon,
    served,
    framed,
    in_series,
    derived,
    ranked,
    listed,
    valued,
    yes_or_no,
    windowed,
    on_the_day,
    back_on,
    worded,
    subject,
)


def first_answer(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft | None:
    """The first answer that holds against what is asked; None where nothing does, and a refusal is due.

    Args:
        pool: sentences near the question, best passages first.
    """
    pool = tuple(narrowed(query, one) for one in pool)
    for answer in _ORDER:
        draft = answer(query, knowledge, pool)
        draft = with_its_figures(query, knowledge, draft) if draft is not None else None
        if draft is None or _echoes(query, draft):
            continue
        draft = as_stopped(query, draft)
        if draft.held:
            return draft
        if told_of_other_project(query, knowledge, draft):
            continue
        if _rules_out(query, knowledge, draft):
            return None
        if _holds(query, knowledge, draft):
            draft = but_not_all(query, draft)
            checks = (one(query, knowledge, draft) for one in (contradicted, denied, without_ground))
            return next((told for told in checks if told is not None), draft)
    return None


def _echoes(query: Query, draft: Draft) -> bool:
    """甲街道 for 甲街道是连续两个月垫底吗: words of the question are neither a yes nor a no."""
    if query.kind != "yesno" or draft.status != "answered" or "还是" in query.text:
        return False
    return compact(draft.answer) in compact(query.text)


def _rules_out(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """The draft shows that no answerer has it: a printed value for a computed one, a reason of another deed."""
    said = sentence_of(knowledge, draft)
    if _computes_nothing(query, draft, said) or only_rate(query, draft, said):
        return True
    grounded = not asks_how_come(query.text) or (
        premise_fits(query, knowledge, draft) and figures_fit(query, knowledge, draft)
    )
    return not grounded or (draft.status == "answered" and not names_enough(query, draft))


def _holds(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """The draft is in the asked unit, of the asked sort, and told of the asked one and its place."""
    if draft.status == "answered" and not in_asked_unit(query, knowledge, draft):
        return False
    if not (is_of_asked_sort(query, knowledge, draft) and told_together(query, draft)):
        return False
    if draft.facts and is_hearsay(sentence_of(knowledge, draft), draft.facts[0][1].clause[1]):
        return False
    if not (draft.accounted or told_of_asked(query, knowledge, draft)) or not of_asked_year(query, knowledge, draft):
        return False
    if not (of_asked_months(query, knowledge, draft) and of_asked_rounds(query, knowledge, draft)):
        return False
    if not tells_figure(query, knowledge, draft) or of_whole_alone(query, knowledge, draft):
        return False
    if not of_asked_day(query, knowledge, draft) or told_of_one_beside(query, knowledge, draft):
        return False
    return tells_asked(query, knowledge, draft) and (
        draft.accounted or not draft.settled or in_place(query, knowledge, draft)
    )
