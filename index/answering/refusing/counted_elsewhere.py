"""The asked part of a whole is counted in another sentence, and what is answered is told of the whole.

刑事案件审结了多少件 of 受理各类案件900件，审结800件。其中刑事案件60件: how many of those 60 are settled nobody prints.
"""

from __future__ import annotations

import re
from itertools import pairwise

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.knowledge import Knowledge, Page
from index.answering.evidence.scenes import scene
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.language.tokens import default_tokenizer
from index.understanding.query import Query, Term

_LEVELS = ("money", "count", "measure", "percent")
_KINDS = ("count", "number", "money", "percent")
_FIGURE = r"\d+(?:\.\d+)?[万亿]?(?![\d.]*[年月日时点:-])"  # no day behind a name
_LONG = 4  # letters of a word that says which part of a whole is meant
_STRONG, _NAMED = 1.0, 0.75
_UNSAID = 0.5
_SHORTEST = 2
_ITEM = load_pattern("answering.counted_elsewhere.item")
_AREA = load_pattern("answering.counted_elsewhere.area")


def of_whole_alone(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """True where the page has a figure right behind the asked part, and the quoted sentence does not name that part."""
    if query.kind not in _KINDS or draft.status != "answered" or draft.accounted or len(draft.facts) != 1:
        return False
    article, fact = draft.facts[0]
    page = knowledge.page(article)
    if page.sentence(fact.sentence).role != "paragraph" or fact.kind not in _LEVELS:
        return False
    at = fact.sentence
    if _lists_it_apart(query, page, at) or _without_its_sign(query, knowledge, page, at):
        return True
    around = "".join((page.heading, *page.compact[max(0, at - 1) : at + 1]))
    words = (t.text for t in query.terms if t.weight >= _STRONG and len(t.text) >= _LONG)
    parts = [word for word in words if explained(word, around).score < _NAMED]
    return any(_counted(compact(word), text) for word in parts for text in page.compact)


def _lists_it_apart(query: Query, page: Page, at: int) -> bool:
    """来信的化解率多少 of 网上信访90件、来访60件、来信25件。信访事项化解率86%: the rate is that of all of them."""
    own = page.own[at]
    words = [t.text for t in query.terms if t.weight >= _STRONG and len(t.text) > 1 and t.text != query.head]
    away = [compact(word) for word in words if explained(word, own + page.heading).score < _UNSAID]
    return any(
        len(items := _ITEM.findall(text)) > 1 and any(_is_item(word, item) for word in away for item in items)
        for n, text in enumerate(page.compact)
        if away and n < at and page.sentence(n).role == "paragraph"
    )


def _without_its_sign(query: Query, knowledge: Knowledge, page: Page, at: int) -> bool:
    """企业存款多少 of 本外币存款余额612亿元: the word in front says which of them is meant, and nothing here has it."""
    own, first = page.own[at], page.heads[at]
    before = page.own[at - 1] if at > first else ""
    around = "|".join((own, page.heading, scene(page, own, page.heading), page.own[first], before))
    terms = sorted(query.terms, key=lambda term: term.start)
    return any(
        sign.end == noun.start and _is_sign(sign, query, knowledge) and noun.weight >= _UNSAID
        and explained(sign.text, around).score < _UNSAID and explained(noun.text, own).score >= _NAMED
        for sign, noun in pairwise(terms)
    )  # fmt: skip


def _is_sign(term: Term, query: Query, knowledge: Knowledge) -> bool:
    """A word of the question itself that tells one sort or one place from another, and no district's name."""
    if term.weight < _STRONG or len(term.text) < _SHORTEST or term.text not in query.question:
        return False
    known = default_tokenizer().frequency(term.text) or _AREA.search(term.text)
    return bool(known) and not any(district.startswith(term.text) for district in knowledge.districts)


def _is_item(word: str, item: str) -> bool:
    """汽车类 of 汽车: the item is the word, with what sort of thing it is."""
    return item.startswith(word) and len(item) <= len(word) + 1


def _counted(word: str, text: str) -> bool:
    return re.search(re.escape(word) + _FIGURE, text) is not None
