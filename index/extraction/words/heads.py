"""What a clause is about: its lead-in, its time, its subject, its attribute."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from index.extraction.words.money import kind_names
from index.extraction.words.names import has_suffix, is_generic, lead_length
from index.language.lexicon import load_pattern, load_table, load_words
from index.language.tokens import default_tokenizer
from index.records import Span

LONGEST = 36  # code points of a subject
_HEAD = 4  # code points by which names are looked up
_SPEECH = load_pattern("extraction.heads.speech")
_SPOKEN = load_pattern("extraction.heads.spoken")
_ASPECT = load_pattern("extraction.heads.aspect")
_NUMBERING = load_pattern("extraction.heads.numbering")
_YEAR = r"(?:20\d\d年|今年|去年|明年|本年|上年|当年)"
_WINDOW = re.compile(
    rf"^(?:自|从|到|至|在)?(?P<w>(?:截至|截止)?{_YEAR}?(?:以来|全年|上半年|下半年|前?[一二三四1-4]季度|前三季度|前(?:[一二三四五六七八九十]{{1,2}}|\d{{1,2}})个?月"
    rf"|\d{{1,2}}\s?月?\s?[至到—～~-]+\s?\d{{1,2}}\s?月份?|\d{{1,2}}月(?:份|底|末|初)|年底|年初|月底|目前|\d{{1,2}}月\d{{1,2}}日)(?:止|为止|前|以来)?"
    rf"|{_YEAR}(?:以来|度|底|初)?)(?:[，,]|(?=[\u4e00-\u9fff\d“]))"
)
_THEN = load_pattern("extraction.heads.then")
_STATISTICS = {"固定资产投资", "固定资产投资额", "固投"}  # names of their own, not attributes of a project
_BEFORE_VALUE = re.compile(r"[（(：:“”]+$")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_SPACED = re.compile(r"(?<=[\u4e00-\u9fff”）\d]) +(?=[\u4e00-\u9fff“（\d])")
_ADVERBS = load_pattern("extraction.heads.adverbs")
_ADVERBS_FIRST = load_pattern("extraction.heads.adverbs_first")
_COUNTED = load_pattern("extraction.heads.counted")  # 每15分钟 is no subject
_WISHES = ("计划", "拟", "预计", "力争", "确保", "规划建设")
_AMOUNT = load_pattern("extraction.heads.amount")
_DANGLING = ("的", "了", "们", "时", "后", "中", "上", "下", "前", "来", "等", "和", "与", "、")
_EVENT = load_pattern("extraction.heads.event")
_THAT = load_pattern("extraction.heads.that")


@dataclass(frozen=True, slots=True)
class Known:
    """Names and aliases of the projects of an article, each with the name it means."""

    names: Mapping[str, str]
    _heads: Mapping[str, list[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        heads: dict[str, list[str]] = {}
        for form in self.names:
            heads.setdefault(form[:_HEAD], []).append(form)
        object.__setattr__(self, "_heads", heads)

    def at_start(self, text: str) -> tuple[str, int]:
        """The name that ``text`` begins with (the longest form counts) and how long its form is; "" and 0."""
        form = max(self._forms_at(text, 0), key=len, default="")
        return (self.names[form], len(form)) if form else ("", 0)

    def last_in(self, text: str) -> str:
        """The name whose form ends last in ``text``; "" for none."""
        found = max(((at + len(form), len(form), form) for at, form in self.found_in(text)), default=None)
        return self.names[found[2]] if found else ""

    def found_in(self, text: str) -> Iterator[tuple[int, str]]:
        """Every form in ``text`` with its offset; a page may know thousands."""
        if self.names:
            for at in range(len(text)):
                for form in self._forms_at(text, at):
                    yield at, form

    def _forms_at(self, text: str, at: int) -> Iterator[str]:
        for size in range(1, _HEAD + 1):
            for form in self._heads.get(text[at : at + size], ()):
                if (size == _HEAD or len(form) == size) and text.startswith(form, at):
                    yield form


NONE = Known({})


@lru_cache(maxsize=1)
def words_of() -> dict[str, tuple[str, ...]]:
    """The groups of data/lexicons/label_words.tsv, longest words first."""
    return {row[0]: tuple(sorted(row[1].split(), key=len, reverse=True)) for row in load_table("label_words")}


@lru_cache(maxsize=1)
def measures() -> tuple[str, ...]:
    """Attributes without a subject of their own, longest first."""
    known = {word for line in load_words("measures") for word in line.split()} | set(kind_names()) - _STATISTICS
    return tuple(sorted(known, key=len, reverse=True))


@lru_cache(maxsize=1)
def _measure_set() -> frozenset[str]:
    return frozenset(measures())


def is_measure(phrase: str) -> bool:
    """True for an attribute without a subject of its own (总投资, 全长)."""
    return phrase in _measure_set()


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    groups = words_of()
    return (
        re.compile(rf"^(?:{'|'.join(map(re.escape, groups['lead']))})(?=.)"),
        re.compile(rf"(?:{'|'.join(map(re.escape, groups['empty']))})$"),
    )


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause without its lead-in: offsets of what is left, its time window ("" for none).

    ``speech``: it only says who speaks. ``aspect``: 开工 of 从开工情况看.
    """

    start: int
    end: int
    window: str
    speech: bool
    aspect: str


def read_clause(text: str, span: Span) -> Clause:
    """What opens a clause: numbering, 其中, 据介绍, 1至4月份，."""
    start, end = span
    piece = text[start:end]
    if aspect := _ASPECT.match(piece):
        return Clause(end, end, "", False, aspect["what"])
    if _SPEECH.match(piece):
        return Clause(end, end, "", True, "")
    window = ""
    while True:
        piece = text[start:end]
        step = len(piece) - len(piece.lstrip(" 　，,；;：:“”"))
        if number := _NUMBERING.match(piece):
            step = number.end()
        elif step == 0 and (time := _WINDOW.match(piece)):
            window, step = window or time["w"].removeprefix("截至"), time.end()
        elif step == 0 and (then := _THEN.match(piece)):
            step = then.end()
        elif step == 0 and (lead := _patterns()[0].match(piece)) and not _begins_word(piece, lead.end()):
            step = lead.end()
        elif step == 0:
            step = lead_length(piece)
        if step == 0 or start + step > end:
            return Clause(start, end, window, False, "")
        start += step


def _begins_word(piece: str, size: int) -> bool:
    """和 of 和谐, 为 of 为民办实事: the lead-in is the beginning of a longer word."""
    first = default_tokenizer().words(piece[: size + 4])[:1]
    return bool(first) and first[0].end > size


def trimmed(phrase: str) -> str:
    """``phrase`` without the words that only lead to a value (达到, 为, 共有)."""
    phrase = unspaced(phrase)
    while True:
        cut = _BEFORE_VALUE.sub("", phrase.rstrip(" 　，,"))
        match = _patterns()[1].search(cut)
        if match and not (len(match[0]) == 1 and match.start() and _ends_word(cut)):
            cut = cut[: match.start()]
        if cut == phrase:
            return phrase
        phrase = cut


def unspaced(text: str) -> str:
    """``text`` without the spaces that some mirrors put around figures and marks."""
    return _SPACED.sub("", text)


def _ends_word(phrase: str) -> bool:
    """达 of 雷达: the last character is no word of its own."""
    tokens = default_tokenizer().words(phrase[-6:])
    return len(tokens[-1].text) > 1 and tokens[-1].text not in words_of()["empty"]


@lru_cache(maxsize=1)
def _entity() -> re.Pattern[str]:
    ends = load_words("organisation_suffixes") | load_words("place_suffixes")
    return re.compile(rf".(?:{'|'.join(sorted(map(re.escape, ends), key=len, reverse=True))})$")


def is_entity(phrase: str) -> bool:
    """True where a phrase ends like a name of a project, organisation or place, or names a class of projects."""
    if len(phrase) < 2 or len(phrase) > LONGEST or "、" in phrase or _AMOUNT.match(phrase):
        return False
    return has_suffix(phrase) or is_generic(phrase) or bool(_entity().search(phrase))


def is_event(phrase: str) -> bool:
    """True where a phrase ends like the name of an event."""
    return len(phrase) >= 4 and bool(_EVENT.search(phrase))


def is_class(phrase: str) -> bool:
    """True for 签约项目, 城关街道; not for 改造老旧小区."""
    if phrase.endswith(("项目", "工程")):
        return True
    return not is_measure(phrase) and is_entity(phrase) and not opens_with_verb(phrase)


def opens_with_verb(phrase: str) -> bool:
    """True for an attribute that is an action (新增学位)."""
    return phrase.startswith(words_of()["verb"])


def only_says(words: str) -> bool:
    """True where words end in a verb of saying: 企业负责人当场表态; what is said is not about the speaker."""
    return bool(_SPOKEN.search(words))


def anaphor(subject: str) -> str | None:
    """The noun of 该项目, 本届比赛 ("" where only 其 is said); None where the words stand for themselves."""
    match = _THAT.match(subject)
    return None if match is None else (match["noun"] or "")


def split_phrase(phrase: str, known: Known = NONE) -> tuple[str, str]:
    """(subject, attribute) of the words in front of a value; either may be "".

    松岗大道改扩建工程全长 → 松岗大道改扩建工程 + 全长; 新增学位 → "" + 新增学位.
    """
    name, size = known.at_start(phrase)
    if name:
        return name, phrase[size:].lstrip("的")
    if opens_with_verb(phrase) or is_measure(phrase):
        return "", phrase
    for word in measures():
        if phrase.endswith(word):
            head, tail = _with_verb(phrase[: -len(word)], word)
            if is_entity(head) or head.endswith("的") or anaphor(head) is not None:
                return head.removesuffix("的"), tail
            break
    if phrase.startswith(_WISHES):
        return "", phrase  # 计划建设发酵车间
    ends = {token.end for token in default_tokenizer().words(phrase)}
    for at in range(len(phrase) - 2, 2, -1):
        if at in ends and is_entity(phrase[:at]):
            return phrase[:at], phrase[at:].lstrip("的")
    return "", phrase


def _with_verb(head: str, tail: str) -> tuple[str, str]:
    """累计 of 累计完成投资 goes with the attribute."""
    for verb in words_of()["before_measure"]:
        if head.endswith(verb) and len(head) > len(verb) + 1:
            return head[: -len(verb)], verb + tail
    return head, tail


def subject_of(clause: str, known: Known = NONE, *, cut: bool = False) -> str:
    """The words in front of the predicate of a clause, where they can be its subject; else "".

    ``cut``: only where a predicate follows.
    """
    clause = unspaced(clause)
    if name := known.last_in(clause[: LONGEST + 10]):
        return name
    if is_event(clause) and len(clause) <= LONGEST:
        return clause
    at = predicate(clause)
    best = clause[:at] if at is not None else "" if cut else clause
    best = _ADVERBS.sub("", _ADVERBS_FIRST.sub("", best)).strip(" 　，。；：！、,;:")
    if not 2 <= len(best) <= LONGEST or len(_HAN.findall(best)) < 2 or best.endswith(_DANGLING) or _COUNTED.match(best):
        return ""
    return best


def predicate(clause: str) -> int | None:
    """Where the predicate of a clause begins: at its first word that opens one, behind two code points."""
    acts = _acts()
    for token in default_tokenizer().words(clause):
        if token.start >= 2 and token.text in acts and _closed(clause[: token.start]):
            return token.start
    return None


@lru_cache(maxsize=1)
def _acts() -> frozenset[str]:
    verbs = {word for line in load_words("event_verbs") for word in line.split()}
    return (frozenset(words_of()["act"]) | verbs) - frozenset(words_of()["noun"])


def _closed(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count("（") == text.count("）")
