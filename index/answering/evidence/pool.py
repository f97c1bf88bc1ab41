"""The sentences a question may be answered from: search hits, and where the linked names stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.answering.evidence.draft import Proof
from index.answering.evidence.knowledge import Key, Knowledge, Page
from index.answering.evidence.scenes import scene
from index.language.lexicon import load_pattern
from index.language.marks import start_of
from index.language.scripts import compact, fold
from index.records import Fact, Sentence, Span
from index.retrieval.engine import Match
from index.understanding.query import Link, Query
from index.understanding.terms import WEAK, synonyms

_NEAREST = 12  # passages whose words mend those of the question
_FORMS = 8  # printed words that stand for one of the question in a second search
_MORE = 8  # passages which that one adds
_GOES_ON = 3  # sentences of a paragraph behind the one that names a project
_RANKS = 16  # times that a passage is kept as evidence, each time of another rank
_WHOLE_PAGE = (-1, -1)  # the key of all its sentences among what is kept of a page
_LINKED = 64  # linked projects, by the words that name them, for which a page keeps what is about them
_BULLETINS = 16  # bulletins, the newest, in which a linked project is looked up
_TELLING = 5  # letters of a shortened name that say which project is meant in any article
_THE_MEETING = load_pattern("answering.pool.the_meeting")
_PARTED = load_pattern("answering.pool.parted")
_ANSWER = load_pattern("answering.pool.answer")
_QUESTION = re.compile(r"[？?][”\"]?\s*$")
_QUOTABLE = ("paragraph", "table", "caption", "signature", "headline")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence with its surroundings, all in compact form.

    Attributes:
        page: the article. number: of the sentence. rank: of the passage in the search, from 0.
        sentence: the sentence itself. text: the same, healed, as printed.
        own: the sentence (for a table row with the names of the columns). before: the sentence before in
            the paragraph. head: first sentence of the paragraph. heading: headlines and district.
        facts: typed values of the sentence. reach: offsets of the healed sentence that are about the
            linked project; None where there is no such limit. told: values of the sentence that the answer to
            another part of the question has told already (they are not among ``facts``). part: offsets of
            what is told of the asked one of several things side by side; None where no single one is asked for.
    """

    page: Page
    number: int
    rank: int
    sentence: Sentence
    text: str
    own: str
    before: str
    head: str
    heading: str
    facts: tuple[Fact, ...]
    reach: Span | None = None
    told: tuple[Fact, ...] = ()
    part: Span | None = None

    @property
    def about(self) -> Span | None:
        """What of the sentence is about the linked project, or else about the asked one of several things."""
        return self.reach if self.reach is not None else self.part

    @property
    def regions(self) -> tuple[tuple[str, float], ...]:
        """The sentence and what stands around it, each with how much a word counts that is found there."""
        return (self.own, 1.0), (self.before, 0.8), (self.head, 0.8), (self.heading, 0.9)

    @property
    def printed_before(self) -> str:
        """The healed sentence before in the paragraph, or ""."""
        return self.page.sentence(self.number - 1).text.text if self.before and self.number else ""

    @property
    def values(self) -> tuple[Fact, ...]:
        """All typed values in order, those already told included: what is computed may need them."""
        return tuple(sorted((*self.facts, *self.told), key=lambda fact: fact.start))

    @property
    def proof(self) -> Proof:
        """The sentence as a proof."""
        return Proof(self.page.article.id, self.sentence.text.spans())

    @property
    def proof_with_before(self) -> Proof:
        """The sentence as a proof, with the one before it: what is told stands in that one."""
        return Proof(self.proof.article, (*self.page.sentence(self.number - 1).text.spans(), *self.proof.spans))

    def clause(self, span: Span) -> str:
        """A stretch of the sentence in compact form."""
        return compact(self.text[span[0] : span[1]])


def gather(query: Query, knowledge: Knowledge, *, search: str | None = None) -> tuple[Evidence, ...]:
    """The sentences to look at for ``query``, best passages first, each once."""
    wanted = dict.fromkeys(_linked_sentences(query.links, knowledge), 0)
    kept = (term.text for term in query.terms) if query.inherited else ()
    words = search or " ".join((query.text, *(link.name for link in query.links), *kept))
    matches = _also_printed(query, words, knowledge)
    if not wanted and not any(link.kind == "project" for link in query.links):
        return tuple(one for match in matches for one in _passage(match, knowledge))
    for match in matches:
        article, mark, number = _parts(match.key)
        if mark != "#":
            continue
        passages = knowledge.page(article).says.passages
        if number < len(passages):
            for sentence in passages[number].sentences:
                wanted.setdefault((article, sentence), match.rank)
    return _all_evidence(query, knowledge, wanted)


def _also_printed(query: Query, words: str, knowledge: Knowledge) -> tuple[Match, ...]:
    """What search proposes for ``words``, and behind it what it proposes for them as bulletins print them."""
    matches = knowledge.search(words)
    printed = dict.fromkeys(
        other
        for term in query.terms
        if term.weight > WEAK
        for other in synonyms().get(term.text, ())[:_FORMS]
        if len(other) > 1 and other not in words
    )
    if not printed:
        return matches
    held = {match.key for match in matches}
    told = (term.text for term in query.terms if term.weight > WEAK)
    more = [one for one in knowledge.search(" ".join((*told, *printed))) if one.key not in held][:_MORE]
    last = matches[-1].rank if matches else 0
    return (*matches, *(one._replace(rank=last + n) for n, one in enumerate(more, 1)))


def _passage(match: Match, knowledge: Knowledge) -> tuple[Evidence, ...]:
    """The sentences of a passage as evidence: the same for all questions, kept as long as its page is."""
    article, mark, number = _parts(match.key)
    if mark != "#":
        return ()
    page, key = knowledge.page(article), (number, match.rank)
    held = page.evidence.get(key)
    if held is None:
        if len(page.evidence) >= _RANKS * len(page.passages):
            page.evidence.clear()
        sentences = page.says.passages[number].sentences if number < len(page.passages) else ()
        made = (_evidence(page, sentence, match.rank, None) for sentence in sentences)
        held = page.evidence[key] = tuple(one for one in made if one is not None)
    return held


def of_page(page: Page) -> tuple[Evidence, ...]:
    """All sentences of a page as evidence, in order, kept as long as the page is."""
    held = page.evidence.get(_WHOLE_PAGE)
    if held is None:
        made = (_evidence(page, number, 0, None) for number in range(len(page.says.sentences)))
        held = page.evidence[_WHOLE_PAGE] = tuple(one for one in made if one is not None)
    return held


def nearest(text: str, knowledge: Knowledge) -> str:
    """Headings and sentences of the passages nearest to ``text``, compact, one a line."""
    seen: set[str] = set()
    lines: list[str] = []
    for match in knowledge.search(text)[:_NEAREST]:
        article, mark, number = _parts(match.key)
        if mark != "#":
            continue
        page = knowledge.page(article)
        if article not in seen:
            seen.add(article)
            lines.append(page.heading)
        if number < len(page.passages):
            lines.append(page.passages[number])
    return "\n".join(lines)


def close_to(query: Query, knowledge: Knowledge, proofs: Sequence[Proof]) -> tuple[Evidence, ...]:
    """The sentences that ``proofs`` quote with their neighbours, whatever search proposes for ``query``."""
    wanted: dict[tuple[str, int], int] = {}
    for proof in proofs:
        sentences = knowledge.page(proof.article).says.sentences
        for number, sentence in enumerate(sentences):
            if any(low < sentence.text.end and sentence.text.start < high for low, high in proof.spans):
                wanted[proof.article, number] = 0
                for other in (number - 1, number + 1):
                    if 0 <= other < len(sentences):
                        wanted.setdefault((proof.article, other), 1)
    return _all_evidence(query, knowledge, wanted)


@lru_cache(maxsize=16384)
def _parts(key: str) -> tuple[str, str, int]:
    for mark in "#!":
        article, sign, number = key.rpartition(mark)
        if sign and number.isdigit():
            return article, mark, int(number)
    return key, "", 0


def _linked_sentences(links: Iterable[Link], knowledge: Knowledge) -> Iterable[tuple[str, int]]:
    for link in links:
        if link.kind == "project":
            for found in knowledge.rows.get(link.key, ())[:_BULLETINS]:
                yield from _naming(knowledge.page(found.article), (found.value.name, *found.value.aliases))
        elif link.kind == "person":
            for mention in knowledge.people.get(link.key, ())[:40]:
                yield mention.article, mention.value.sentence


def _naming(page: Page, names: Sequence[str]) -> Iterable[tuple[str, int]]:
    forms = {form for name in names if len(name) > 2 and (form := compact(name)) in page.whole}
    named = {number for form in forms for number, text in enumerate(page.compact) if form in text}
    previous = -2
    for number in range(len(page.compact)):
        if number in named:
            previous = number
            yield page.article.id, number
        elif number - _GOES_ON <= previous < number and _follows(page, number):
            yield page.article.id, number


def _follows(page: Page, number: int) -> bool:
    return number > 0 and page.says.sentences[number].paragraph == page.says.sentences[number - 1].paragraph


def _all_evidence(
    query: Query, knowledge: Knowledge, wanted: Mapping[tuple[str, int], int]
) -> tuple[Evidence, ...]:
    """Sentences with their ranks as evidence, those left out that can't be quoted or are about other projects."""
    links = [link for link in query.links if link.kind == "project"]
    pages = {article: knowledge.page(article) for article in dict.fromkeys(article for article, _ in wanted)}
    about = _about(pages.values(), links, knowledge) if links else {}
    found: list[Evidence] = []
    for (article, number), rank in wanted.items():
        page = pages[article]
        reach = about[article].reach(number) if links and number < len(page.says.sentences) else None
        one = _evidence(page, number, rank, reach) if reach != (0, 0) else None
        if one is not None:
            found.append(one)
    return tuple(found)


def _about(pages: Collection[Page], links: Sequence[Link], knowledge: Knowledge) -> dict[str, About]:
    """What of each page, by its article, is about the linked projects: kept as long as the page is."""
    key = tuple((link.key, link.name, link.typed) for link in links)
    held = {page.article.id: page.about.get(key) for page in pages}
    called = _called(links, knowledge) if None in held.values() else ()
    return {
        page.article.id: held[page.article.id] or _looked_through(page, key, links, called) for page in pages
    }


def _looked_through(page: Page, key: Key, links: Sequence[Link], called: Sequence[str]) -> About:
    if len(page.about) >= _LINKED:
        page.about.clear()
    found = page.about[key] = About(page, _Meant.on(page, links, called))
    return found


def _called(links: Sequence[Link], knowledge: Knowledge) -> tuple[str, ...]:
    """The names that the rows of the linked projects print, folded, longest first."""
    rows = [found.value for link in links for found in knowledge.rows.get(link.key, ())[:_BULLETINS]]
    names = {fold(name) for row in rows for name in (row.name, *row.aliases)}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def _evidence(page: Page, number: int, rank: int, reach: Span | None) -> Evidence | None:
    sentences = page.says.sentences
    if number >= len(sentences) or sentences[number].role not in _QUOTABLE:
        return None
    sentence = sentences[number]
    same = number > 0 and (
        sentences[number - 1].paragraph == sentence.paragraph or bool(_PARTED.match(sentence.text.text))
    )
    head = page.heads[number]
    asked = _question(page, head)
    same = same or (number == head and bool(asked))
    same = same and not (sentence.role == sentences[number - 1].role == "table")  # the row above is of another one
    return Evidence(
        page, number, rank, sentence, sentence.text.text, page.own[number], page.compact[number - 1] if same else "",
        asked + page.compact[head] + _meeting(page, head), _heading(page, number), page.facts.get(number, ()), reach,
    )  # fmt: skip


def _heading(page: Page, number: int) -> str:
    """Headlines and district, with the place and the month of the first sentence where they hold for this one."""
    told = scene(page, page.own[number], page.heading)
    return f"{page.heading}|{told}" if told else page.heading


def _meeting(page: Page, head: int) -> str:
    """The first sentence of the text for a paragraph that begins with 会议由 or 活动中: it names which one that is."""
    sentences = page.says.sentences
    if not _THE_MEETING.match(sentences[head].text.text):
        return ""
    lead = next((n for n, one in enumerate(sentences) if one.role == "paragraph"), head)
    return page.compact[lead] if lead != head else ""


def _question(page: Page, head: int) -> str:
    """The question, compact, that a paragraph answers (问：… 答：…); "" for any other paragraph."""
    sentences = page.says.sentences
    if not head or not _ANSWER.match(sentences[head].text.text):
        return ""
    return page.compact[head - 1] if _QUESTION.search(sentences[head - 1].text.text) else ""


@dataclass(frozen=True, slots=True)
class _Meant:
    """The linked projects as a page names them, folded.

    Attributes:
        names: of the linked ones. others: of rows of other projects. headed: a headline has one of the names, or
            the first sentence of a text with no other project.
        unlike: of rows whose names are none of ``names``.
    """

    names: tuple[str, ...]
    others: tuple[str, ...]
    unlike: tuple[str, ...]
    headed: bool

    @classmethod
    def on(cls, page: Page, links: Sequence[Link], called: Sequence[str] = ()) -> _Meant:
        """What of a page's projects is meant by ``links``.

        Args:
            called: names of the linked projects in any article: one that tells them for sure is enough on a
                page that has no row of them (瑞腾热管理项目 of its own report), and the shorter ones beside it.
        """
        rows = [(row, fold(row.name)) for row in page.says.projects]
        linked = [
            any(link.name == row.name or row.name in link.name or link.typed in name for link in links)
            for row, name in rows
        ]
        mine = [row for (row, _), is_linked in zip(rows, linked, strict=True) if is_linked]
        names = [fold(name) for row in mine for name in (row.name, *row.aliases)]
        names += [link.typed for link in links if mine or len(link.typed) >= _TELLING]
        if not mine and _prints(page, [name for name in called if len(name) >= _TELLING]):
            names += called
        headlines = fold(" ".join(page.article.headlines))
        if len(mine) == len(rows) == 1:  # the one project of a text is what its first sentence is about
            headlines += fold(page.says.sentences[_lead(page)].text.text)
        return cls(
            tuple(names),
            tuple(name for (_, name), is_linked in zip(rows, linked, strict=True) if not is_linked),
            tuple(name for _, name in rows if name not in names),
            any(name in headlines for name in names if len(name) > 2),
        )


def _lead(page: Page) -> int:
    """The number of the first sentence of the text."""
    return next((n for n, one in enumerate(page.says.sentences) if one.role == "paragraph"), 0)


class About:
    """What of each sentence of a page is about linked projects; looked for once."""

    def __init__(self, page: Page, meant: _Meant) -> None:
        self._page, self._meant = page, meant
        self._reaches: dict[int, Span] = {}

    def reach(self, number: int) -> Span:
        """Offsets of the sentence with this number; (0, 0) for nothing."""
        held = self._reaches.get(number)
        if held is None:
            held = self._reaches[number] = _reach(self._meant, self._page, number)
        return held


def _prints(page: Page, names: Sequence[str]) -> bool:
    """True where a sentence of the page has one of the names."""
    text = "\n".join(page.compact) if names else ""
    return any(form in text for form in map(compact, names))


def _reach(meant: _Meant, page: Page, number: int) -> Span:
    """What of a sentence is about the linked projects; (0, 0) for nothing.

    From its name to the next project's name; only the name itself where it is one of a list (a batch's
    total is not its own); a following sentence as a whole, as long as it names no other project.
    """
    sentence = page.says.sentences[number]
    text = sentence.text.text
    folded = fold(text)
    named = max((name for name in meant.names if name in folded), key=len, default=None)
    if sentence.role in ("table", "headline"):
        return (0, len(text)) if named is not None else (0, 0)
    if named is None:
        return (0, len(text)) if _goes_on(page, number, meant) else (0, 0)
    start = folded.find(named)
    end = start + len(named)
    if text[end : end + 1] in ("、", "及") or text[start - 1 : start] in ("、", "及"):
        return start, end
    stops = [at for name in meant.others if (at := folded.find(name, end)) > 0]
    return _from(text, start), min(stops, default=len(text))


def _from(text: str, start: int) -> int:
    """The beginning of the clause that names the project: 由甲公司投资的某某项目."""
    return start_of(text, start, "，；。：,;:")


def _goes_on(page: Page, number: int, meant: _Meant) -> bool:
    """A sentence without the name is about the project if the one before is, or if the headline names it."""
    own = fold(page.says.sentences[number].text.text)
    if any(name in own for name in meant.unlike):
        return False
    other, reach = False, number - _GOES_ON
    while number and _follows(page, number) and (meant.headed or number > reach):
        number -= 1  # what the paragraph has named before
        before = fold(page.says.sentences[number].text.text)
        if (found := next((name for name in meant.names if name in before), None)) is not None:
            return meant.headed or before[before.find(found) + len(found) :][:1] not in ("、", "及")
        if any(name in before for name in meant.unlike):
            if not meant.headed:
                return False
            other = True
    return meant.headed and not other


def pages_of(pool: Sequence[Evidence]) -> list[Page]:
    """The pages that the pool is of, the best first."""
    return list(
        {evidence.page.article.id: evidence.page for evidence in sorted(pool, key=lambda e: e.rank)}.values()
    )
