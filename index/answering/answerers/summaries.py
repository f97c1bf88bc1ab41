"""Summaries: the lead facts of an article in order, each in the bulletin's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import explained
from index.answering.evidence.knowledge import Page
from index.answering.people.persons import best_page
from index.extraction.words.people import office_pattern
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities
from index.records import Sentence
from index.understanding.query import Query

_LONGEST = 290
_SLOGAN = 20  # letters of a first sentence that may be a slogan
_OPENS = 4  # what the first clauses of a paragraph weigh, so that all of the article is told of
_FIRST = 2
_SAID = 0.75  # how well an article must tell of a word
_QUOTE = re.compile(r"[“\"][^“”\"]*[”\"]")  # “水来了没有？” ahead of the lead says nothing of what was done
_ASKS = load_pattern("answering.summaries.asks")
_LEADS_IN = load_pattern("answering.summaries.leads_in")


def summarise(query: Query, pages: Sequence[Page]) -> Draft | None:
    """The summary of the article that the question names."""
    spoken = _SPOKE.search(query.text)
    if spoken is not None:
        names = [link.name for link in query.links if link.kind == "person"]
        speaker = next((name for name in reversed(names) if name in query.text[: spoken.start()]), None)
        office = next(reversed([m[0] for m in office_pattern().finditer(query.text, 0, spoken.start())]), None)
        if speaker is None and office is not None:
            holders = _holders(office, pages)
            told = _speech(holders[0], _of_the_meeting(query, pages)) if len(holders) == 1 else None
            if told is None and len(holders) == 1 and _MEETING.search(query.text):
                return _unsaid(holders[0])
            return told if told is None or not told.settled or _of_the_occasion(query, office, pages) else None
        if speaker is not None:
            told = _speech(speaker, _of_the_meeting(query, pages))
            return _unsaid(speaker) if told is None and _MEETING.search(query.text) else told
        if query.place is not None or _STATEMENT.search(query.text):
            return None  # what a town said is no summary of the report
    terms = tuple(term for term in query.terms if not _ASKS.search(term.text))
    pages = [page for page in pages if any(one.role == "paragraph" for one in page.says.sentences)]
    page = best_page(query, terms, pages) if terms or query.links else (pages[0] if pages else None)
    return of_page(page) if page is not None else None


def _holders(office: str, pages: Sequence[Page]) -> list[str]:
    """Who is called so on these pages; 副县长 is no 县长."""
    found = (
        one.name
        for page in pages
        for one in page.says.people
        for held in re.split("[、，]", one.office or "")
        if held.endswith(office) and not held.endswith(f"副{office}")
    )
    return list(dict.fromkeys(found))


def _of_the_occasion(query: Query, office: str, pages: Sequence[Page]) -> bool:
    """What the question says besides the office (领奖时) is printed in the article."""
    words = [t.text for t in query.terms if t.weight >= 1.0 and t.text not in office and office not in t.text]
    return any(all(word in page.whole for word in words) for page in pages)


_MEETING = load_pattern("answering.summaries.meeting")


def _of_the_meeting(query: Query, pages: Sequence[Page]) -> Sequence[Page]:
    """表彰会上书记讲了什么: only the articles that tell of that meeting; all where the question names none."""
    named = _MEETING.search(query.text)
    words = [t.text for t in query.terms if named and t.start < named.end() and t.weight >= 1.0]
    words = [word for word in words if not office_pattern().fullmatch(word)]
    return [page for page in pages if all(explained(word, page.heading + page.whole).score >= _SAID for word in words)]


_ALONE = 6  # code points beside the name of a sentence that only says who spoke
_SPOKE = load_pattern("answering.summaries.spoke")
_STATEMENT = load_pattern("answering.summaries.statement")
_SAYS = (
    r"[^，。；：]{{0,24}}{name}[^，。；：]{{0,14}}"
    r"(?:说|指出|强调|要求|表示|提出|介绍|认为|坦言|讲|希望|透露)(?![^，：。]{{0,2}}话)"
)


def _speech(name: str, pages: Sequence[Page]) -> Draft | None:
    """What somebody said, in the printed words; a refusal where only that they spoke is printed, None without them."""
    said: list[str] = []
    proofs: list[Proof] = []
    known = False
    for page in pages:
        for number, sentence in enumerate(page.says.sentences):
            text = sentence.text.text
            if sentence.role != "paragraph" or name not in text:
                continue
            known = True
            if not re.search(_SAYS.format(name=re.escape(name)), text):
                continue
            if len(text) < len(name) + _ALONE and number:  # “……。”某某说。
                sentence = page.says.sentences[number - 1]
                text = sentence.text.text
            if sum(map(len, said)) + len(text) <= _LONGEST:
                said.append(re.sub("。(?=”$)", "", text.strip("。； ")))
                proofs.append(Proof(page.article.id, sentence.text.spans()))
        if said:
            break
    if said:
        return Draft("answered", "summary", "；".join(said) + "。", tuple(proofs), people=(name,))
    if not known:
        return None
    return _unsaid(name)


def _unsaid(name: str) -> Draft:
    """Nothing is printed of what somebody said, there or at all."""
    answer = texts.NO_ATTRIBUTE.format(subject=name, what="讲话内容")
    return Draft("not_found", "summary", answer, reason="attribute", confidence=0.0)


def of_page(page: Page) -> Draft:
    """The lead, then clauses with figures, offices and counted lists, in order, up to 290 characters."""
    told = (s for s in page.says.sentences if s.role == "paragraph")
    body = list(dropwhile(lambda one: _QUOTE.fullmatch(one.text.text.strip()) is not None, told))
    said: list[str] = []
    proofs: list[Proof] = []
    length, last = 0, (-1, -1)
    for sentence, low, high in _points(body):
        text = sentence.text.text[low:high].strip("，；。：、 ")
        if not text or text in said or length + len(text) + 1 > _LONGEST:
            continue
        goes_on = last[0] == sentence.number and 0 <= low - last[1] <= 1 and sentence.text.text[low - 1] in "，,"
        said[-1:] = [f"{said[-1]}，{text}"] if goes_on else [*said[-1:], text]  # 5月以来，全区投入…
        length, last = length + len(text) + 1, (sentence.number, high)
        proofs.append(Proof(page.article.id, sentence.text.spans()))
    whole = [text for one in said if (text := _without_lead_in(one))]
    return Draft("answered", "summary", "；".join(whole or said) + "。", tuple(dict.fromkeys(proofs)))


def _without_lead_in(said: str) -> str:
    """区长指出，今年以来: the clauses that only lead to what is left out are left out with it."""
    clauses = said.split("，")
    while clauses and _LEADS_IN.search(clauses[-1]):
        clauses.pop()
    return "，".join(clauses)


def _points(body: Sequence[Sentence]) -> list[tuple[Sentence, int, int]]:
    """(sentence, start, end) of what is worth saying: the lead whole, later only clauses that hold a fact."""
    points: list[tuple[int, int, Sentence, int, int]] = []
    lead = next((n for n, one in enumerate(body) if not _is_slogan(one.text.text)), 0)
    opened: set[int] = set()  # paragraphs of which the first sentence has been told
    for order, sentence in enumerate(body):
        text = sentence.text.text
        opens = order > lead and sentence.paragraph not in opened
        opened.add(sentence.paragraph)
        for number, (low, high) in enumerate(clause_spans(text)):
            weight = 0 if order < lead else _weight(text[low:high], order - lead)
            weight += _OPENS if opens and number < _FIRST and not weight else 0
            if weight:
                points.append((-weight, order, sentence, low, high))
    chosen: list[tuple[int, int, Sentence, int, int]] = []
    length = 0
    for point in sorted(points, key=lambda p: (p[0], p[1], p[3])):
        size = point[4] - point[3]
        if length + size > _LONGEST:
            continue
        chosen.append(point)
        length += size
    return [(s, low, high) for _, _, s, low, high in sorted(chosen, key=lambda p: (p[1], p[3]))]


def _is_slogan(text: str) -> bool:
    """创卫冲刺，人人上阵。: a short first sentence without a day, a figure or anybody's office."""
    plain = len(text.strip()) <= _SLOGAN and not re.search(r"\d", text)
    return plain and not re.search(r"[日昨今]|会|举行|召开|开展|举办", text) and office_pattern().search(text) is None


def _weight(clause: str, order: int) -> int:
    """Lead clauses first, then those with a figure, a person who presides, or a counted list."""
    score = 6 if order == 0 else 0
    quantities = [q for q in find_quantities(clause) if q.kind in ("money", "percent", "points", "measure")]
    score += 4 * bool(quantities)
    score += 4 * bool(re.search(r"主持|宣布|致辞|讲话", clause))
    score += 3 * bool(
        re.search(
            r"[两三四五六七八九十\d]+(?:项|大|个方面|条|个|件)(?:工作|任务|措施|重点|工程|行动|批|大事|实事)?",
            clause,
        )
    )
    score += 1 * bool(any(q.kind == "count" for q in find_quantities(clause)))
    return score
