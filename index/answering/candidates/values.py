"""Values of the asked type in a sentence, each with how well its place accounts for the question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.answering.candidates.asked_type import of_asked_type
from index.answering.candidates.deeds_counted import deed_done
from index.answering.candidates.fitness import fit
from index.answering.candidates.then_and_now import is_left_behind
from index.answering.evidence.carried import held, refers
from index.answering.evidence.circumstances import without
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.labels import labels
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern, load_table, load_words
from index.language.marks import start_of
from index.language.patterns import Patterns
from index.language.scripts import compact, fold
from index.records import Fact, Span
from index.understanding.query import Query, Term
from index.understanding.terms import synonyms

_HELD = 0.8  # what a name counts that the text goes on to be about
_ELSEWHERE = 0.25  # what a word counts that stands in another part of the sentence
_PART_MARKS = re.compile(r"[；;](?!$)|[①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮]")
_COUNTED = 0.12  # what standing beside the thing that is counted adds
_LABEL = 0.2  # what standing beside the words that tell it apart adds
_HEAD = 0.6  # how well the asked attribute must be matched
_VALUES = {
    "money": ("money",),
    "count": ("count", "measure"),
    "number": ("measure", "count", "money", "percent", "points", "age", "bare"),
    "percent": ("percent", "points"),
    "rank": ("rank", "ordinal"),
    "date": ("date",),
    "duration": ("duration", "date"),
    "place": ("place",),
    "phone": ("phone", "email"),
    "area": ("measure",),
    "length": ("measure",),
    "organisation": ("organisation",),
    "person": ("person",),
    "difference": ("money", "count", "percent", "points", "measure", "duration"),
    "average": ("money", "count", "measure"),
}
_NAMES = ("place", "person", "organisation")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that might be the answer, with how well its place accounts for the question.

    Attributes:
        share: of the question's words that are accounted for. own: those that the sentence itself accounts for.
        rest: of the words beside the names that hold for the sentence, those that its own clause accounts for.
    """

    evidence: Evidence
    fact: Fact
    score: float
    share: float
    own: float
    missing: tuple[Term, ...]
    repaired: tuple[tuple[str, str], ...]
    label: float = 0.0
    rest: float = 0.0

    @property
    def missing_critical(self) -> bool:
        """A word without which there is no answer is not accounted for."""
        return any(term.critical for term in self.missing)


def candidates(query: Query, evidence: Evidence, least: float = 0.0) -> Iterator[Candidate]:
    """The typed values of one sentence, scored by what their place accounts for.

    Args:
        least: share of the question's words below which a value is of no use: the sentence may be left out.
    """
    hour_only = query.unit == "点" and query.kind in _NAMES  # 几点在哪里起跑: the place is no hour
    shape = None if hour_only else shaped(query.text)
    kinds = _VALUES.get(query.kind, ())
    facts = (
        [one for one in _shapes(shape, evidence) if not is_left_behind(query, evidence, one)]
        if shape is not None
        else [
            fact
            for fact in evidence.facts
            if fact.kind in kinds and of_asked_type(query, fact, evidence.text) and _reached(evidence, fact)
            and not _of_a_later_phase(query, evidence, fact)
        ]
    )
    if not facts or _is_header(evidence):
        return
    terms = query.terms if shape is None else without(query.terms, shape_spans(query.text))
    names = held(query, evidence)
    said = "，".join(names)
    if least and _most(terms, evidence, facts, said) < least:
        return
    told = labels(query.terms, evidence, facts)
    referred = "，".join(name for name in names if refers(name, evidence.own))
    own, _, _ = coverage(terms, ((evidence.own, 1.0), (referred, 1.0)))
    others = tuple(term for term in terms if compact(term.text) not in said)
    text = fold(evidence.text)
    spots = [at for term in query.terms if (at := text.find(term.text)) >= 0]
    for fact in facts:
        wide = fact.kind in ("date", "place", "person", "organisation", "duration", "phone")
        clause = evidence.own if wide else evidence.clause(_context(evidence, fact))
        places = (*_regions(evidence, clause, fact), (_year_word(evidence, fact), 1.0), (said, _HELD))
        share, missing, repaired = coverage(terms, places)
        if said and share >= least > coverage(terms, places[:-1])[0] and coverage(others, places)[0] < least:
            continue  # what is asked of the name that holds is not accounted for
        score = (
            share
            + 0.15 * head_share(query, evidence, fact)
            + fit(query, evidence, fact)
            - 0.002 * evidence.rank
        )
        label = told[fact.start]
        score += _LABEL * label + _near(spots, fact) + _beside_told(evidence, fact)
        score += deed_done(query, evidence, fact)
        score += _COUNTED * _is_counted(query, evidence, fact) + _CALLED * _is_called(query, evidence, fact)
        rest = coverage(others, ((clause, 1.0),))[0] if names and any(t.weight >= 1.0 for t in others) else 0.0
        yield Candidate(evidence, fact, score, share, own, missing, repaired, label, rest)


def _is_header(evidence: Evidence) -> bool:
    """1—6月完成: the names of a table's columns date nothing."""
    tables = evidence.page.article.tables
    return bool(tables) and any(
        len(one.header) > 1 and evidence.own.replace("|", "") == compact("".join(one.header)) for one in tables
    )


_COUNTED_ASKED = load_pattern("answering.values.counted_asked")
_PARTED_BY = load_pattern("answering.values.parted_by")
_ASKS_BEHIND = load_pattern("answering.values.asks_behind")


def _is_counted(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """捐了多少书: of 电脑20台、图书1500册 the number that stands beside what is counted."""
    if fact.kind not in ("count", "measure"):
        return False
    match = _COUNTED_ASKED.search(query.text)
    nouns = _nouns(match["after"], query.unit or "") if match else _noun_before(query)
    if not nouns:
        return False
    left = _PARTED_BY.split(evidence.text[: fact.start])[-1]
    right = _PARTED_BY.split(evidence.text[fact.end :], maxsplit=1)[0]
    before = evidence.text[: fact.start - len(left)][-1:]
    if "、" not in (before, evidence.text[fact.end + len(right) :][:1]):
        return False  # 新增泊位915个，其中东湖街道402个: a whole and its part count the same
    return any(left.endswith(noun) or right.startswith(noun) for noun in nouns)


_CALLED = 0.4  # what a value earns right behind the asked word
_LED_TO = load_pattern("answering.values.led_to")
_DEED_ASKED = load_pattern("answering.values.deed_asked")


def _is_called(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """年产能多少: of 一期有3条生产线，年产能20万台 the number right behind what is asked for; 整改几家 likewise."""
    before = fold(evidence.text[fact.clause[0] : fact.start])
    if fact.kind == query.kind == "count" and len(query.head) > _SHORTEST and before.endswith(query.head):
        return True  # 护林员几个: 护林员24名
    if fact.kind == "count" and query.kind == "count" and (deed := _DEED_ASKED.search(query.text)) is not None:
        return before.endswith(deed["deed"])
    if fact.kind not in ("count", "measure") or query.kind != "number" or query.unit or len(query.head) < _SHORTEST:
        return False
    return _LED_TO.sub("", before).endswith(query.head)


_SHORTEST = 2  # letters of a word that a value may be called by


def _noun_before(query: Query) -> tuple[str, ...]:
    """人员多少: what is counted stands in front of the word that asks."""
    last = max(query.terms, key=lambda term: term.end, default=None)
    ends = last is not None and _ASKS_BEHIND.fullmatch(query.text, last.end)
    return (last.text, *synonyms().get(last.text, ())) if last is not None and ends else ()


@lru_cache(maxsize=256)
def _nouns(after: str, unit: str) -> tuple[str, ...]:
    """What is counted, as it may be printed: the longest word behind 多少 that the lexicons or the text can name."""
    noun = after.removeprefix(unit)
    words = [noun[:size] for size in range(min(4, len(noun)), 0, -1)]
    forms = [form for word in words for form in (word, *synonyms().get(word, ()))]
    return tuple(dict.fromkeys(form for form in forms if len(form) > 1))


def _most(terms: tuple[Term, ...], evidence: Evidence, facts: Sequence[Fact], said: str) -> float:
    """No value of the sentence has a larger share: whatever its part, it is accounted for by these texts."""
    years = "".join({_year_word(evidence, fact) for fact in facts})
    share, _, _ = coverage(terms, ((evidence.own, 1.0), (years, 1.0), (said, _HELD), *_around(evidence)))
    return share


def of_another_part(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """The sentence says an asked word of another part than the one that the value stands in.

    水稻亩产542公斤；玉米已收9.8万亩: 542公斤 is nothing about 玉米.
    """
    part = _part_of(evidence.text, fact)
    if part is None or "分别" in evidence.text:
        return False
    frame = _FRAME.match(evidence.text)  # 代表建议中，已解决的52件；正在解决的31件: of what all parts are parts
    label = _ITEM_LABEL.match(evidence.text)  # 4. 明月古城：门票50元；每晚19：00有表演: all parts are told of it
    opening = max(part.opening or 0, frame.end() if frame else 0, label.end() if label else 0)
    mine = evidence.clause((part.low, part.high)) + evidence.clause((0, opening))
    rest = evidence.clause((0, part.low)) + evidence.clause((part.high, len(evidence.text)))
    return any(
        term.weight >= 1.0
        and len(term.text) > 1
        and not (_OPENING_TIME.fullmatch(term.text) or _holds_for_all(term.text, evidence, part))
        and explained(term.text, rest).score >= 0.95
        and explained(term.text, mine + evidence.heading).score < 0.5
        and (explained(term.text, evidence.before).score < 0.5 or _valued_part(term.text, evidence, fact))
        for term in query.terms
    )


_SPAN = load_pattern("answering.values.span")
_FRAME = load_pattern("answering.values.frame")
_ITEM_LABEL = load_pattern("answering.values.item_label")


def _holds_for_all(word: str, evidence: Evidence, part: _Part) -> bool:
    """1至4月，签约17个；…；产值138亿元: a time that is a clause of its own in front holds for parts without one."""
    if not _SPAN.fullmatch(word) or _SPAN.search(evidence.clause((part.low, part.high))):
        return False
    before = evidence.text[: part.low]
    return any(_SPAN.search(clause) and explained(word, compact(clause)).score >= 0.95 and len(clause) < _OWN_CLAUSE
               for clause in re.split("[，,]", before))  # fmt: skip


_OWN_CLAUSE = 10  # letters of a clause that only says when


def _valued_part(word: str, evidence: Evidence, fact: Fact) -> bool:
    """Another part between semicolons opens with the word and has a value of the same kind."""
    low = evidence.text.rfind("：", 0, fact.start) + 1
    for match in _BETWEEN_MARKS.finditer(evidence.text, low):
        inside = [f for f in evidence.values if match.start() <= f.start < match.end()]
        alike = fact not in inside and any(f.kind == fact.kind for f in inside)
        if alike and explained(word, evidence.clause((match.start(), inside[0].start))).score >= 0.95:
            return True
    return False


_BETWEEN_MARKS = re.compile(r"[^；;。]+")


_OPENING_TIME = load_pattern("answering.values.opening_time")  # it holds for every part
_BRACKETED = re.compile(r"([\u4e00-\u9fff]{2,10})[（(]$")  # 三岔镇（91.76分）: the value of the name in front
_OWN_AREA = frozenset("全本该我各")  # 全乡 is the asked 乡 itself
_KINDS_OF_NAMES = (
    "镇", "乡", "村", "队", "县", "街道", "片区", "社区", "公司", "集团", "老人", "学生", "职工", "居民", "对象",
)  # fmt: skip


def of_a_rival(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """The clause of the value names another one of the asked kind, and the asked one stands elsewhere.

    临空片区以93.5分获第一名，滨江片区列第二: 93.5分 is nothing about 滨江片区.
    """
    clause = evidence.clause(fact.clause)
    bracket = _BRACKETED.search(evidence.text[: fact.start])
    for name in _asked_names(query):
        ending = _kind_ending(name)
        if ending is not None and bracket and name not in bracket[1] and bracket[1].endswith(_kind_endings()):
            return True
        if ending is None or name in clause or name not in evidence.own:
            continue
        at = clause.find(ending, 2)
        if at >= 0 and clause[at - 1] not in _OWN_AREA and all("\u4e00" <= s <= "\u9fff" for s in clause[at - 2 : at]):
            return True
    return False


def _asked_names(query: Query) -> Iterator[str]:
    """Content words of the question in compact form, neighbouring ones also put together: 滨江片区."""
    run, end = "", -1
    for term in query.terms:
        yield compact(term.text)
        if term.start == end:
            run += term.text
        else:
            yield compact(run)
            run = term.text
        end = term.end
    yield compact(run)


@lru_cache(maxsize=1)
def _kind_endings() -> tuple[str, ...]:
    words = {word for line in load_words("place_suffixes") for word in line.split() if len(word) > 1}
    return tuple(sorted({*words, *_KINDS_OF_NAMES}, key=len, reverse=True))


@lru_cache(maxsize=4096)
def _kind_ending(name: str) -> str | None:
    """What says of which kind a name is (滨江片区: 片区), or None."""
    return next((one for one in _kind_endings() if name.endswith(one) and len(name) > len(one)), None)


_LISTED = load_pattern("answering.values.listed")


def of_the_list(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """The value is the whole list's, and the asked thing one of its items (项目13个，总投资8.9亿元，包括甲、乙等)."""
    text = evidence.text
    if _parted_off(query, evidence, fact):
        return True
    opens = _LISTED.search(text, fact.end)
    if opens is None or "；" in text[fact.end : opens.start()]:
        return False
    named = {term.text for term in query.terms if len(term.text) > 2} | {link.typed for link in query.links}
    items = compact(text[opens.end() :])
    before = compact(text[: opens.start()])
    return any(len(name) > 2 and name in items and name not in before for name in named)


def _parted_off(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """共38个，总投资89.6亿元：工业12个，47.5亿元；…: the values in front of the colon are the whole's, not 工业's."""
    text = evidence.text
    colon = _COLON.search(text, fact.end) or _SHARES.search(text, fact.end)
    if colon is None or re.search("[；;。]", text[fact.end : colon.start()]):
        return False
    whole, parts = evidence.clause((0, colon.start())), evidence.clause((colon.end(), len(text)))
    return any(
        t.weight >= 1.0 and len(t.text) > 1 and explained(t.text, parts).score >= 0.95
        and max(explained(t.text, one).score for one in (whole, evidence.heading)) < 0.5
        for t in query.terms
    )  # fmt: skip


_COLON = load_pattern("answering.values.colon")
_SHARES = load_pattern("answering.values.shares")  # 出口1.1亿美元，其中日本占60%
_SHAPE_NAMES = load_pattern("answering.values.shape_names")
_DAY_AND_HOUR = load_pattern("answering.values.day_and_hour")


def shape_spans(text: str) -> tuple[Span, ...]:
    """Where a question says which shape it asks for (比分): no text has to print these words."""
    return tuple(match.span() for match in _SHAPE_NAMES.finditer(text))


@lru_cache(maxsize=1)
def _value_patterns() -> tuple[Patterns, tuple[re.Pattern[str], ...]]:
    rows = load_table("value_patterns")
    return Patterns(row[0] for row in rows), tuple(re.compile(row[1]) for row in rows)


@lru_cache(maxsize=256)
def shaped(text: str) -> re.Pattern[str] | None:
    """The shape of the value that is asked for (几比几 → 78比75), or None where its type says enough."""
    if _DAY_AND_HOUR.search(text):
        return None  # a date with its hour, as it is printed
    asked, values = _value_patterns()
    return next((values[number] for number, _ in asked.matches(text)), None)


def _shapes(shape: re.Pattern[str], evidence: Evidence) -> Iterator[Fact]:
    """Values of that shape in the sentence."""
    text = evidence.text
    clauses = clause_spans(text)
    for match in shape.finditer(text):
        low, high = match.span()
        clause = next((c for c in clauses if c[0] <= low < c[1]), (0, len(text)))
        fact = Fact(
            "shape",
            "",
            "",
            match[0].rstrip("、和及与"),
            sentence=evidence.number,
            start=low,
            end=high,
            clause=clause,
        )
        if _reached(evidence, fact):
            yield fact


def _year_word(evidence: Evidence, fact: Fact) -> str:
    """今年 or 去年, where the paragraph has set the value's year; 明年 where it or the headline prints that year."""
    dated = evidence.page.article.date or evidence.page.article.issue_date
    if dated is None:
        return ""
    year = int(dated[:4])
    if fact.year is None:
        return "明年来年" if f"{year + 1}年" in evidence.head + evidence.heading else ""
    return {0: "今年本年", -1: "去年上年上一年", 1: "明年来年"}.get(fact.year - year, "")


def _regions(evidence: Evidence, clause: str, fact: Fact) -> tuple[tuple[str, float], ...]:
    return (
        (clause, 1.0),
        *_parts(evidence, fact),
        *_around(evidence),
    )


def _around(evidence: Evidence) -> tuple[tuple[str, float], ...]:
    """What stands around the sentence, and what a match there counts."""
    return (
        (evidence.before, 0.75),
        (evidence.head if evidence.head != evidence.own else "", 0.7),
        (evidence.heading, 0.75),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """The part of a sentence between two marks; ``opening``: end of the words in front of the first number, or None."""

    low: int
    high: int
    opening: int | None


def _part_of(text: str, fact: Fact) -> _Part | None:
    """The part that a value stands in; None where neither semicolons nor numbers part the sentence."""
    marks = [match.start() for match in _PART_MARKS.finditer(text) if match.end() < len(text)]
    if not marks:
        return None
    low = max((at for at in marks if at <= fact.start), default=0)
    high = min((at for at in marks if at >= fact.end), default=len(text))
    numbered = low in marks and text[low] not in "；;"
    return _Part(low, high, marks[0] if numbered else None)


def _parts(evidence: Evidence, fact: Fact) -> tuple[tuple[str, float], ...]:
    """The sentence; where semicolons or numbers part it, the part with the value counts most.

    What comes before it may name what it is about, another number or a later part does not.
    """
    text = evidence.text
    part = _part_of(text, fact)
    if part is None:
        return ((evidence.own, 0.9),)
    low, high = part.low, part.high
    opening = low if part.opening is None else part.opening
    rest = evidence.own[len(compact(text)) :]
    return (
        (evidence.clause((low, high)) + rest, 0.9),
        (evidence.clause((0, opening)), 0.75),
        (evidence.clause((opening, low)) + evidence.clause((high, len(text))), _ELSEWHERE),
    )


def _context(evidence: Evidence, fact: Fact) -> Span:
    """The clause of the value; with the one before where the value has no words of its own.

    A rank belongs to everything between two semicolons: 生产总值623亿元，增长6.5%，居第二.
    """
    low, high = fact.clause
    if fact.kind == "rank":
        return start_of(evidence.text, fact.start, "；;。"), high
    if fact.start - low < 4:
        earlier = [span for span in clause_spans(evidence.text) if span[1] <= low]
        low = earlier[-1][0] if earlier else low
    return low, high


_PHASE = load_pattern("answering.values.phase")


def _of_a_later_phase(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """甲新增订单3.4亿元，乙二期4月投产: the sentence comes to the asked phase only behind the value."""
    phase = _PHASE.search(query.text)
    at = evidence.text.find(phase[0]) if phase else -1
    return at >= fact.clause[1]


def _reached(evidence: Evidence, fact: Fact) -> bool:
    if fact.kind == "date" and not evidence.text[: fact.start].strip("“” 　"):
        return True  # a day that opens the sentence is the day of all that it tells
    return evidence.reach is None or (evidence.reach[0] <= fact.start and fact.end <= evidence.reach[1])


def head_share(query: Query, evidence: Evidence, fact: Fact) -> float:
    """How closely the asked attribute stands by the value."""
    if not query.head or _SHAPE_NAMES.match(query.head):
        return 0.5
    headed = evidence.sentence.role == "table" and explained(query.head, fact.attribute).score >= _HEAD
    if headed:  # the head of a column stands above the row
        return 0.8
    near = evidence.clause((max(fact.clause[0], fact.start - 24), min(len(evidence.text), fact.end + 14)))
    if explained(query.head, evidence.clause(fact.clause)).score >= _HEAD:
        return 1.0 if explained(query.head, near).score >= _HEAD else 0.8
    return 0.4 if explained(query.head, evidence.own).score >= _HEAD else 0.0


def _beside_told(evidence: Evidence, fact: Fact) -> float:
    """几个 is told, 投多少 is asked: what stands in the same group between semicolons, soon behind it."""
    if not evidence.told:
        return 0.0
    text = evidence.text
    gap = min(
        (fact.start - f.end if fact.start > f.start else 2 * (f.start - fact.end)) for f in evidence.told
    )
    parted = all(
        re.search("[；;。]", text[min(f.end, fact.end) : max(f.start, fact.start)]) for f in evidence.told
    )
    part = any("其中" in text[f.end : fact.start] and "其中" not in text[: f.start] for f in evidence.told)
    return (0.0 if parted else 0.15) + max(0.0, 0.1 - 0.002 * gap) - (0.1 if part else 0.0)


def _near(spots: Sequence[int], fact: Fact) -> float:
    """A little for standing close behind (dates: before) the words that match, which begin at ``spots``."""
    if not spots:
        return 0.0
    if fact.kind == "date":
        before = [at for at in spots if at >= fact.end]
        return 0.06 - 0.0008 * min((at - fact.end for at in before), default=75)
    gaps = [fact.start - at if at < fact.start else (at - fact.end) * 1.5 for at in spots]
    return max(-0.05, 0.06 - 0.0012 * min(gaps))
