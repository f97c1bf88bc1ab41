"""Words that state an attribute and its value: 办公时间：…, 停电范围为…, 因…, numbered items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.extraction.words.doings import event_of
from index.extraction.words.heads import is_entity, read_clause
from index.extraction.words.names import is_spoken
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.records import Article, Fact, OrderedList, Sentence

_KEY = re.compile(r"^(?P<key>[\u4e00-\u9fff（）/]{2,14})[：:]\s*(?P<value>\S.{1,200}?)[。；;]?$", re.DOTALL)
_IS = load_pattern("extraction.keyed.is")
_AS = load_pattern("extraction.keyed.as")
_CAUSE = load_pattern("extraction.keyed.cause")
_ASPECT = load_pattern("extraction.keyed.aspect")
_CHANGED = load_pattern("extraction.keyed.changed")
_GAINS = load_pattern("extraction.keyed.gains")


def stated(article: Article, sentence: Sentence, subject: str, announced: str = "") -> Iterator[Fact]:
    """What a sentence states as attribute and value.

    Args:
        subject: what the text is about there. announced: the plan that paragraphs such as
            创新引领上…, 城市治理上… spell out, where one was announced before.
    """
    text = sentence.text.text
    if sentence.role not in ("paragraph", "signature", "caption"):
        return
    at = read_clause(text, (0, len(text))).start
    if match := _KEY.match(text[at:]):
        yield _fact(
            article, sentence, subject, match["key"], at + match.start("value"), at + match.end("value")
        )
        return
    if (match := _ASPECT.match(text)) and not (is_entity(match["key"]) and is_spoken(match["key"])):
        yield _fact(article, sentence, announced or subject, match["key"], *match.span("value"))
    for match in _IS.finditer(text):
        yield _fact(article, sentence, subject, match["key"], *match.span("value"))
    for match in _AS.finditer(text):
        yield _fact(article, sentence, subject, match["key"], *match.span("value"))
    if match := _CAUSE.match(text):
        yield _fact(article, sentence, subject, "原因", *match.span("value"))
    for pattern, name in ((_CHANGED, "变化"), (_GAINS, "成绩")):
        for match in pattern.finditer(text):
            low = max((a for a, b in clause_spans(text) if a <= match.start() < b), default=0)
            before = text[low : match.start()].strip(" ，")
            about = before or (event_of(text[:low], last=True) if name == "成绩" else "") or subject
            own = (match["what"] or "") if name == "成绩" else ""
            yield _fact(article, sentence, about, own or name, *match.span("value"))


def issuer(article: Article, sentences: Sequence[Sentence], topic: str) -> Iterator[Fact]:
    """Who signs a notice."""
    if article.kind != "notice":
        return
    for sentence in sentences:
        text = sentence.text.text.strip()
        if sentence.role == "signature" and is_entity(text):
            yield _fact(article, sentence, topic, "发布单位", 0, len(sentence.text.text))


def item_facts(
    article: Article, lists: Sequence[OrderedList], sentences: Sequence[Sentence]
) -> Iterator[Fact]:
    """The items of numbered lists, each by its number; named enumerations as a whole."""
    by_number = {s.number: s for s in sentences}
    for one in lists:
        sentence = by_number.get(one.sentence)
        if sentence is None or len({span for item in one.items for span in item.spans}) < 2:
            continue
        numbered = any("，" in item.text or len(item.text) > 12 for item in one.items)
        if not (one.name and numbered):
            continue
        for item in one.items:
            yield Fact(
                "item", one.name, f"第{item.ordinal}项", item.text, district=article.district, sentence=one.sentence,
                end=len(sentence.text.text), clause=(0, len(sentence.text.text)), spans=item.spans,
                evidence=one.evidence,
            )  # fmt: skip


def _fact(article: Article, sentence: Sentence, subject: str, attribute: str, start: int, end: int) -> Fact:
    text = sentence.text
    return Fact(
        kind="text", subject=subject, attribute=attribute, value=text.text[start:end].strip(" ，。；“”"),
        district=article.district, sentence=sentence.number, start=start, end=end, clause=(start, end),
        spans=text.spans(start, end), evidence=text.spans(),
    )  # fmt: skip
