"""A sentence or a paragraph as claims, each with what it leaves to be understood from the ones before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from index.answering.checking.reading.said_values import values_in
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern, load_table, load_words
from index.language.scripts import fold
from index.language.tokens import default_tokenizer
from index.records import Span
from index.understanding.terms import content_terms, is_weak

_SENTENCE = re.compile(r"[。！？!?\n]+")
_GAP = re.compile(r"(?<=[\u4e00-\u9fff）”%\d])[ \u3000|｜]+(?=[\u4e00-\u9fff“])")  # 签约32个项目 协议投资185.6亿元
_PART_ENDS = re.compile(r"[；;]\s*$")
_ENDS = re.compile(r"^[^\w“《（(【\-－−]+|[^\w”》）)】%‰℃㎡]+$")
_SPANS = ("years", "months", "季", "季度")  # in 前七个月 they only say when
_FULL = 2  # telling words that make a clause without a value a claim of its own
_INTRODUCES = load_pattern("answering.pieces.introduces")
_AMONG = load_pattern("answering.pieces.among")
_PART_OF = load_pattern("answering.pieces.part_of")
_BACK = load_pattern("answering.pieces.back")
_COMPARES = load_pattern("answering.pieces.compares")
_WHEN = load_pattern("answering.pieces.when")
_ACTS = load_pattern("answering.pieces.acts")
_SHARED = load_pattern("answering.pieces.shared")
_LABEL = load_pattern("answering.pieces.label")
_OF_NAME = load_pattern("answering.pieces.of_name")  # 食品加工项目: no verb
_MOST = load_pattern("answering.pieces.most")


@dataclass(frozen=True, slots=True)
class Piece:
    """One claim.

    Attributes:
        text: as typed. subject: what the clauses in front are about. leans: the claim names nothing itself that
            it could be about (总投资9.8亿元), so that the subject is a part of it. frame: when, where and among
            what the whole sentence is said (一季度, 大会上). measure: of a share or a comparison, what the figure in
            front is a figure of (新能源项目完成投资，占…).
    """

    text: str
    subject: str = ""
    leans: bool = False
    frame: str = ""

    @property
    def whole(self) -> str:
        """The claim as a sentence of its own."""
        return f"{self.subject}，{self.text}" if self.subject else self.text

    measure: str = ""

    @property
    def alone(self) -> str:
        """The claim with no more in front of it than it needs to be asked: its subject, or when and where."""
        front = (self.measure or self.subject) if self.leans else self.frame
        return f"{front}，{self.text}" if front and front not in self.text else self.text


def claims_of(text: str) -> tuple[Piece, ...]:
    """The claims of ``text``: its clauses, those that tell nothing joined to the next or the last one."""
    found: list[Piece] = []
    subject = ""
    for sentence in _SENTENCE.split(text):
        pieces = list(_claims(_LABEL.sub("", sentence).strip(), subject))
        found += pieces
        subject = next((piece.subject or about(piece.text) for piece in pieces), subject)
    return tuple(found)


def about(text: str) -> str:
    """The words that a clause is about; for 其中新建项目15个 the part, where it is named."""
    text = _PART_OF.sub("", text)
    front = text[: _front(fold(text))]
    return _bare(front) if _telling(fold(front)) else ""


def _bare(text: str) -> str:
    return _ENDS.sub("", text)


def _clauses(sentence: str) -> Iterator[Span]:
    for low, high in clause_spans(sentence):
        for gap in _GAP.finditer(sentence, low, high):
            yield low, gap.end()
            low = gap.end()
        yield low, high


def _claims(sentence: str, before: str) -> Iterator[Piece]:
    """The claims of one sentence; ``before``: what the one in front is about."""
    subject, frame, held = before, "", ""
    found: list[Piece] = []
    for low, high in _clauses(sentence):
        held += sentence[low:high]
        text = _bare(held)
        folded = fold(text)
        ends = bool(_PART_ENDS.search(held)) and bool(_telling(folded))
        if not text or not (ends or _tells(folded, fold(_bare(sentence[low:high])))):
            continue
        frame = frame or _frame(text)
        back = not found and bool(_BACK.match(text))
        leans = bool(subject) and (_leans(folded) or back)
        if not found and not leans:
            subject = ""
        measure = _measured(found[-1].text) if found and _SHARED.match(text) else ""
        found.append(Piece(text, subject, leans, frame if found else "", measure))
        subject = (about(text) if not leans or _PART_OF.match(text) else "") or subject
        held = ""
    rest = _bare(held)
    if rest and found:
        last = found.pop()
        found.append(replace(last, text=f"{last.text}，{rest}"))
    elif rest:
        leans = bool(before) and (_leans(fold(rest)) or bool(_BACK.match(rest)))
        found.append(Piece(rest, before if leans else "", leans))
    yield from found


def _measured(text: str) -> str:
    """What the first figure of a clause is a figure of: 新能源项目完成投资 of 新能源项目完成投资29.3亿元."""
    first = next((v for v in values_in(fold(text)) if v.is_figure and not v.names), None)
    return _bare(text[: first.start]) if first is not None and _telling(fold(text[: first.start])) else ""


def _frame(text: str) -> str:
    """When, where and among what a sentence is said: 前三季度, 大会上, 七个镇街中."""
    framed = [text[low:high] for low, high in clause_spans(text)]
    for at in range(len(framed) - 1, 0, -1):
        front = _bare("".join(framed[:at]))
        if not _tells(fold(front), fold(front)):
            return front
    match = _WHEN.match(text)
    return match[0] if match else ""


def _tells(folded: str, last: str) -> bool:
    """A clause with a figure, or with as many words as a statement needs; 截至9月18日 and 局长某某说 are none.

    Args:
        last: the last clause of it.
    """
    if _AMONG.search(folded) or _INTRODUCES.search(folded):
        return False
    told = [value for value in values_in(folded) if not value.names]
    values = [value for value in told if value.is_figure or value.sort in ("place", "award")]
    if any(value.sort not in _SPANS and not _counts(value.start, folded) for value in values):
        return True
    if _MOST.search(folded):
        return True
    return len(_telling(folded)) >= (1 if values else _FULL) and _states(last)


def _counts(start: int, folded: str) -> bool:
    """五大行业, 四所学校: how many there are is part of the name."""
    return start == 0 and not any(v.start > start for v in values_in(folded)) and not _states(folded)


def _states(folded: str) -> bool:
    """The clause has a verb, or begins as only a statement does."""
    tokens = default_tokenizer().words(folded)
    return _verb(folded) is not None or (bool(tokens) and tokens[-1].text in _doings())


def _verb(folded: str) -> int | None:
    """Where the first verb of a clause stands."""
    tokens = (one for one in default_tokenizer().words(folded) if one.text in _verbs())
    ends = [token.start for token in tokens if not (token.start and _OF_NAME.match(folded, token.start))]
    act = _ACTS.search(folded)
    return min([*ends, *([act.start()] if act else [])], default=None)


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    return load_words("predicates")


@lru_cache(maxsize=1)
def _doings() -> frozenset[str]:
    """Words that are verbs where a clause ends with them: 二期投产, but 投产仪式."""
    stages = {word for row in load_table("stages") for cell in row[1:] for word in cell.split()}
    return load_words("role_verbs") | load_words("acts") | stages


def _telling(folded: str) -> list[str]:
    """The words that say what something is about: no attributes, no values, nothing general."""
    taken = [(value.start, value.end) for value in values_in(folded, 2000)]
    return [
        term.text
        for term in content_terms(folded, taken)
        if len(term.text) > 1 and not is_weak(term.text) and term.text not in _attributes() | _verbs()
    ]


def _leans(folded: str) -> bool:
    """总投资9.8亿元 and 比去年减少140名 leave it to the clause before what they are about."""
    return bool(_COMPARES.match(folded)) or not _telling(folded[: _front(folded)])


@lru_cache(maxsize=1)
def _attributes() -> frozenset[str]:
    names = {word for row in load_table("attribute_names") for cell in row for word in cell.split()}
    ways = {word for _, words in load_table("directions") for word in words.split()}
    measures = {word for line in load_words("measures") for word in line.split()}
    return frozenset(names | ways | measures)


def _front(folded: str) -> int:
    """Where the words end that a clause is about: in front of its verb, or its first value and the attribute of it."""
    ends = [v.start for v in values_in(folded) if not v.names and _telling(folded[: v.start])]
    end = min(ends, default=next((v.start for v in values_in(folded) if v.is_figure), len(folded)))
    verb = _verb(folded)
    end = end if verb is None else min(end, verb)
    tokens = list(default_tokenizer().words(folded[:end]))
    while len(tokens) > 1 and (tokens[-1].text in _attributes() or is_weak(tokens[-1].text)):
        end = tokens.pop().start
    return end


def among(folded: str) -> int:
    """Where what a claim is said of ends: 十个民生项目里头，…; 0 where it begins at once."""
    ends = [high for _, high in clause_spans(folded)][:-1]
    found = [end for end in ends if not _tells(_bare(folded[:end]), _bare(folded[:end]))]
    return max(found, default=0)
