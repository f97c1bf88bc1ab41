"""One generation of the library as the answerers read it: names, rows and batches at hand, the rest on demand."""

from __future__ import annotations

import re
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from index.answering.evidence.last_year import tells_of_last_year
from index.answering.evidence.relation import Relation, relation_of
from index.catalogue.keys import project_key
from index.catalogue.places import Named, places
from index.extraction.words.people import office_pattern
from index.language.lexicon import load_pattern, load_words
from index.language.scripts import compact, fold
from index.records import Article, Batch, Extraction, Fact, Found, Person, ProjectRow, Sentence, Span
from index.retrieval.engine import Match, SearchEngine
from index.understanding.gazetteer import Entry, Gazetteer
from index.understanding.periods import has_name

if TYPE_CHECKING:
    from index.answering.evidence.pool import About, Evidence

_ASKED = load_pattern("answering.knowledge.asked")
_CRAFT = load_pattern("answering.knowledge.craft")
ITEM = load_pattern("answering.knowledge.item")
_SAYS = load_pattern("answering.knowledge.says")
_YEAR = load_pattern("answering.knowledge.year")
_NAME_OF_ROW = load_pattern("answering.knowledge.name_of_row")
_DATED_FILE = load_pattern("answering.knowledge.dated_file")
HITS = 24  # passages that search proposes
_CACHED = 256  # articles kept with everything they say

Key = tuple[tuple[str, str, str], ...]
"""Linked projects: key, name, and the words that name each."""
Told = tuple[str, tuple[tuple[str, float], ...]]
"""What is printed of a batch, and the texts that a question is held against, each with how much a word counts there."""


class Reader(Protocol):
    """What of the store is read here; see ``index.storage.store.Store``."""

    def articles(self) -> Sequence[Article]: ...
    def article(self, article: str) -> Article: ...
    def extraction(self, article: str) -> Extraction: ...
    def projects(self) -> Sequence[Found[ProjectRow]]: ...
    def batches(self) -> Sequence[Found[Batch]]: ...
    def people(self) -> Sequence[Found[Person]]: ...
    def places(self) -> Iterable[Named]: ...
    def aliases(self) -> Iterable[tuple[str, str]]: ...


@dataclass(frozen=True, slots=True)
class Page:
    """An article with everything it says; texts also in the compact form that is compared.

    Attributes:
        compact: sentences. whole: all of them joined. passages: those of each passage, one a line.
        own: sentences with what they leave out: 今年 for its number, offices of the people they name, for
            table rows the columns.
        heading: headlines and district. heads: for each sentence the number of the first one of its
            paragraph. facts: typed values by the number of their sentence.
        relations: its tables, ready for questions. asked: numbers of the sentences that an interview asks (问：…).
        items: label and names of the sentences that are items of a labelled list, by their numbers.
        rows: names that it counts in a row (甲里、乙宿舍、丙村3个小区), compact.
        evidence: what ``pool`` has handed out of its passages, by number and rank. about: what of it is
            about linked projects.
    """

    article: Article
    says: Extraction
    compact: tuple[str, ...]
    whole: str
    passages: tuple[str, ...]
    own: tuple[str, ...]
    heading: str
    heads: tuple[int, ...]
    facts: dict[int, tuple[Fact, ...]]
    relations: tuple[Relation, ...]
    asked: tuple[int, ...]
    items: dict[int, re.Match[str]]
    rows: tuple[tuple[str, ...], ...]
    evidence: dict[tuple[int, int], tuple[Evidence, ...]] = field(default_factory=dict, repr=False, compare=False)
    about: dict[Key, About] = field(default_factory=dict, repr=False, compare=False)

    def sentence(self, number: int) -> Sentence:
        """The sentence with this number."""
        return self.says.sentences[number]

    def within(self, spans: Sequence[Span]) -> tuple[Sentence, ...]:
        """The sentences of which ``spans`` quote something."""
        return tuple(
            sentence
            for sentence in self.says.sentences
            if any(low < sentence.text.end and sentence.text.start < high for low, high in spans)
        )


class Knowledge:
    """Read access for answering. Pages are cached; one instance serves one generation."""

    def __init__(self, store: Reader, engine: SearchEngine) -> None:
        self._store = store
        self.engine = engine
        self._last: tuple[str, tuple[Match, ...]] | None = None
        self._pages: OrderedDict[str, Page] = OrderedDict()
        self.batch_texts: dict[int, Told] = {}  # by the identity of those in ``batches``

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Live articles by id."""
        return {article.id: article for article in self._store.articles()}

    @cached_property
    def projects(self) -> tuple[Found[ProjectRow], ...]:
        """Live project rows, newest article first."""
        return tuple(sorted(self._store.projects(), key=lambda f: self.date_of(f.article), reverse=True))

    @cached_property
    def batches(self) -> tuple[Found[Batch], ...]:
        """Live batches, newest article first."""
        return tuple(sorted(self._store.batches(), key=lambda f: self.date_of(f.article), reverse=True))

    @cached_property
    def newest_issue(self) -> tuple[Article, ...]:
        """The articles of the newest issue that have a headline and a text of their own, in the order of the file."""
        told = [one for one in self.articles.values() if one.headlines and one.kind != "table"]
        if not told:
            return ()
        last = max(told, key=lambda one: self.date_of(one.id))
        return tuple(sorted((one for one in told if one.file == last.file), key=lambda one: one.file_span))

    @cached_property
    def batches_by_period(self) -> dict[int | str | None, tuple[Found[Batch], ...]]:
        """Live batches of each period, newest article first."""
        found: dict[int | str | None, list[Found[Batch]]] = defaultdict(list)
        for one in self.batches:
            found[one.value.period].append(one)
        return {period: tuple(held) for period, held in found.items()}

    @cached_property
    def parts_by_round(self) -> dict[tuple[str | None, int | str | None], tuple[str, ...]]:
        """The stages that batches of a programme and a period state, as told, newest article first."""
        found: dict[tuple[str | None, int | str | None], dict[str, None]] = defaultdict(dict)
        for one in self.batches:
            if one.value.stage and one.value.category is None:
                found[one.value.programme, one.value.period][one.value.stage] = None
        return {key: tuple(stages) for key, stages in found.items()}

    @cached_property
    def programmes(self) -> tuple[str, ...]:
        """The names of programmes that batches are of, the longest first."""
        names = {one.value.programme for one in self.batches if one.value.programme}
        return tuple(sorted(names, key=lambda name: (-len(name), name)))

    @cached_property
    def people(self) -> dict[str, tuple[Found[Person], ...]]:
        """Mentions by name, newest article first."""
        found: dict[str, list[Found[Person]]] = defaultdict(list)
        for one in sorted(self._store.people(), key=lambda f: self.date_of(f.article), reverse=True):
            found[one.value.name].append(one)
        return {name: tuple(held) for name, held in found.items()}

    @cached_property
    def _name_lengths(self) -> dict[str, tuple[int, ...]]:
        """How long the names in ``people`` are that begin with a character, the longest first."""
        found: dict[str, set[int]] = defaultdict(set)
        for name in self.people:
            found[name[:1]].add(len(name))
        return {initial: tuple(sorted(lengths, reverse=True)) for initial, lengths in found.items()}

    def named_in(self, text: str) -> Iterator[str]:
        """The names in ``people`` that stand in a text, from its beginning; of two at one place the longer first."""
        for at, initial in enumerate(text):
            for length in self._name_lengths.get(initial, ()):
                if (name := text[at : at + length]) in self.people:
                    yield name

    @cached_property
    def holders(self) -> tuple[tuple[str, str | None, Found[Person]], ...]:
        """(office, compact; the article's district; mention) of everybody with an office who is no private person."""
        return tuple(
            (_of_district(compact(one.value.office), district), district, one)
            for mentions in self.people.values()
            for one in mentions
            if one.value.office and not one.value.private
            for district in (self.articles[one.article].district,)
        )

    @cached_property
    def offices(self) -> dict[str, tuple[int, ...]]:
        """The offices that anybody holds, compact, each with the places in ``holders`` of those who do."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, (office, _, _) in enumerate(self.holders):
            found[office].append(at)
        return {office: tuple(places) for office, places in found.items()}

    @cached_property
    def office_districts(self) -> dict[str, dict[str, int]]:
        """The offices that anybody holds, each with the districts of its holders and their first places there."""
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for at, (office, district, _) in enumerate(self.holders):
            if district:
                found[office].setdefault(district, at)
        return dict(found)

    def holding(self, offices: Iterable[str]) -> list[tuple[str | None, Found[Person]]]:
        """(the article's district, mention) of everybody with one of these offices, in the order of ``holders``."""
        return [self.holders[at][1:] for at in sorted(at for office in offices for at in self.offices[office])]

    @cached_property
    def rows(self) -> dict[str, tuple[Found[ProjectRow], ...]]:
        """Project rows by catalogue key, newest first."""
        found: dict[str, list[Found[ProjectRow]]] = defaultdict(list)
        for one in self.projects:
            found[project_key(one.value.name, one.value.district)].append(one)
        for key in [key for key in found if key.startswith("/")]:
            same = [other for other in found if other != key and other.endswith(key)]
            if len(same) == 1:  # a page that names no district speaks of the only project of that name
                joined = found[same[0]] + found.pop(key)
                found[same[0]] = sorted(joined, key=lambda f: self.date_of(f.article), reverse=True)
        return {key: tuple(held) for key, held in found.items()}

    @cached_property
    def districts(self) -> tuple[str, ...]:
        """Districts whose bulletins are known."""
        return tuple(sorted({a.district for a in self.articles.values() if a.district}))

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Names for linking: projects, people, districts, places, and aliases that staff added."""
        extra: dict[str, list[str]] = defaultdict(list)
        for alias, name in self._store.aliases():
            extra[fold(name)].append(alias)
        entries: list[Entry] = []
        for key, rows in self.rows.items():
            names = dict.fromkeys(name for found in rows for name in (found.value.name, *found.value.aliases))
            first = rows[0].value.name
            entries.append(Entry("project", key, first, (*names, *extra.get(fold(first), ()))))
        entries += [Entry("person", name, name, _called(name, held)) for name, held in self.people.items()]
        entries += [Entry("district", name, name, _short(name)) for name in self.districts]
        entries += [Entry("place", one.name, one.name) for one in places(self._store.places())]
        stages = (found.value.stage for found in self.batches if found.value.stage)
        periods = (p for found in self.batches if isinstance(p := found.value.period, str) and has_name(p))
        categories = (found.value.category for found in self.batches if found.value.category)
        return Gazetteer.build(entries, stages, periods, categories)

    def date_of(self, article: str) -> str:
        """ISO date of an article, "" where unknown."""
        held = self.articles.get(article)
        return (held.date or held.issue_date or "") if held else ""

    def year_of(self, article: str) -> int | None:
        """The year that an article was printed in: its own, its file's, that in the file's name."""
        held = self.articles[article]
        dated = max(held.date or "", held.issue_date or "")
        years = {dated[:4]} if dated else self._years.get(held.file, frozenset())
        year = next(iter(years), "") if len(years) == 1 else ""
        named = _DATED_FILE.search(held.file) if not years else None
        return int(named["year"] if named else year) if named or year.isdigit() else None

    @cached_property
    def _years(self) -> dict[str, frozenset[str]]:
        """The years that the dated articles of each file were printed in."""
        found: dict[str, set[str]] = defaultdict(set)
        for one in self.articles.values():
            if dated := max(one.date or "", one.issue_date or ""):
                found[one.file].add(dated[:4])
        return {file: frozenset(years) for file, years in found.items()}

    def search(self, words: str) -> tuple[Match, ...]:
        """The passages that search proposes, best first; the last search is at hand when it is asked again."""
        key = fold(words)
        last = self._last
        if last is None or last[0] != key:
            last = self._last = (key, self.engine.search(key, limit=HITS))
        return last[1]

    def page(self, article: str) -> Page:
        """An article with everything it says."""
        if article in self._pages:
            self._pages.move_to_end(article)
            return self._pages[article]
        held = self.articles.get(article) or self._store.article(article)
        says = self._store.extraction(article)
        heading = compact(
            "".join((*held.headlines, held.title if not held.headlines else "", held.district or "", *_signed(says)))
        )
        texts = tuple(compact(s.text.text) for s in says.sentences)
        lines = tuple("\n".join(texts[n] for n in passage.sentences) for passage in says.passages)
        printed = [sentence.text.text for sentence in says.sentences]
        asked = tuple(number for number, text in enumerate(printed) if _ASKED.match(text))
        items = {number: item for number, text in enumerate(printed) if (item := ITEM.match(text)) is not None}
        heads, relations = _heads(says), _relations(held, says, texts)
        own = _owns(held, says, texts, items, heads)
        page = Page(
            held, says, texts, "".join(texts), lines, own, heading, heads, _facts(says), relations, asked, items,
            _rows(says),
        )  # fmt: skip
        self._pages[article] = page
        if len(self._pages) > _CACHED:
            self._pages.popitem(last=False)
        return page


def _owns(
    article: Article, says: Extraction, texts: Sequence[str], items: Mapping[int, re.Match[str]], heads: Sequence[int]
) -> tuple[str, ...]:
    """Each sentence with what it leaves out."""
    titles: dict[int, dict[str, None]] = defaultdict(dict)
    for person in says.people:
        if person.office:
            titles[person.sentence][compact(person.office)] = None
    return tuple(
        text
        + _years(article, sentence, text)
        + "".join(f"|{office}" for office in titles.get(number, ()) if office not in text)
        + (_columns(article, sentence) if sentence.role == "table" else "")
        + _speaker(says, texts, number)
        + _label(says, heads[number], number, items)
        for number, (sentence, text) in enumerate(zip(says.sentences, texts, strict=True))
    )


def _years(article: Article, sentence: Sentence, text: str) -> str:
    """今年 and 去年 where the sentence names these years: the article's own and the one before."""
    dated = article.date or article.issue_date
    if dated is None or article.date_basis == "context":  # the year may as well be the one told about
        told = _YEAR.search(text) and sentence.role == "paragraph"
        return "|今年|去年" if told else ""
    year = int(dated[:4])
    later = "|明年" if f"{year + 1}年" in text else ""
    former = f"{year - 1}年" in text or (tells_of_last_year(article) and f"{year}年" not in text)
    return later + ("|今年" if f"{year}年" in text else "") + ("|去年" if former else "")


def _speaker(says: Extraction, texts: Sequence[str], number: int) -> str:
    """Who says what a sentence quotes, where the next one tells it: “拿到了1.9万元。”某某说。"""
    quoted = says.sentences[number].text.text.endswith("”") and number + 1 < len(texts)
    said = _SAYS.fullmatch(texts[number + 1]) if quoted else None
    return "" if said is None else f"|{said['who']}"


def _label(says: Extraction, head: int, number: int, items: Mapping[int, re.Match[str]]) -> str:
    """●甲校区：占地90亩。食堂可供800人就餐: the label of a paragraph holds for its later sentences, too."""
    labelled = number != head and head in items and says.sentences[number].role == "paragraph"
    return f"|{compact(items[head]['label'])}" if labelled else ""


def _rows(says: Extraction) -> tuple[tuple[str, ...], ...]:
    """The lists of names that are as long as announced: 涉及甲里、乙宿舍、丙村3个小区."""
    found = (tuple(compact(item.text) for item in one.items) for one in says.lists if one.count == len(one.items))
    return tuple(row for row in found if len(row) > 1 and all(_NAME_OF_ROW.fullmatch(name) for name in row))


def _columns(article: Article, sentence: Sentence) -> str:
    at = sentence.text.start
    for table in article.tables:
        if table.rows and table.rows[0].span[0] <= at <= table.rows[-1].span[1]:
            return compact("".join(table.header) + table.caption.text)
    return ""


def _heads(says: Extraction) -> tuple[int, ...]:
    first: dict[int, int] = {}
    return tuple(first.setdefault(sentence.paragraph, n) for n, sentence in enumerate(says.sentences))


def _facts(says: Extraction) -> dict[int, tuple[Fact, ...]]:
    found: dict[int, list[Fact]] = defaultdict(list)
    for fact in says.facts:
        if fact.sentence is not None:
            found[fact.sentence].append(fact)
    return {number: tuple(facts) for number, facts in found.items()}


def _relations(article: Article, says: Extraction, texts: Sequence[str]) -> tuple[Relation, ...]:
    found = []
    for table in article.tables:
        start = table.rows[0].span[0] if table.rows else 0
        ends = (n for n, s in enumerate(says.sentences) if s.role == "paragraph" and s.text.end <= start)
        last = max(ends, default=None)
        if (relation := relation_of(table, texts[last] if last is not None else "")) is not None:
            found.append(relation)
    return tuple(found)


def _called(name: str, mentions: Sequence[Found[Person]]) -> tuple[str, ...]:
    """崔书记, 韩局长: the surname with the last word of each office; 骆师傅 for masters of a craft."""
    craft = any(_CRAFT.search(m.value.office or m.value.identity or "") for m in mentions)
    offices = {part for m in mentions if m.value.office for part in m.value.office.split("、")}
    ends = {match[0] for office in offices for match in [*office_pattern().finditer(office)][-1:]}
    ends |= {"师傅", "老师傅"} if craft else set()
    return tuple(sorted(name[0] + end.removeprefix("副") for end in ends if end not in ("记者", "通讯员")))


def _short(district: str) -> tuple[str, ...]:
    return (district[:-1],) if len(district) > 2 and district[-1] in "区县市镇乡" else ()


def _of_district(office: str, district: str | None) -> str:
    """石门区区长 in a bulletin of 石门区 holds the office 区长; 石门区委书记 stays."""
    if not district or not office.startswith(compact(district)):
        return office
    own = office.removeprefix(compact(district))
    return own if (match := office_pattern().match(own)) and match.end() in (len(own), own.find("、")) else office


_LONGEST_SIGNATURE = 30  # code points of a line that only says who issued a notice


def _signed(says: Extraction) -> Iterable[str]:
    """Who issued it: 24小时服务热线 is that of the body that signs the notice."""
    bodies = tuple(load_words("organisation_suffixes"))
    return (
        text for s in says.sentences
        if s.role == "signature" and len(text := s.text.text) <= _LONGEST_SIGNATURE and text.rstrip().endswith(bodies)
    )  # fmt: skip
