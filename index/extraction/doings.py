"""People: their offices, what they did and said, who was appointed and who was there, as facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.extraction.heads import subject_of
from index.language.lexicon import load_words
from index.records import Article, Fact, Person, Sentence

_SAID = re.compile(
    r"(?P<who>[^，。；：“”]{0,24}?)(?P<verb>介绍说|表示|指出|强调|要求|提出|叮嘱|勉励|希望|认为|建议|坦言|说)"
    r"(?P<to>(?:属地|各级|全[区县市]|相关|有关|各)?[\u4e00-\u9fff]{0,14}?)?[，：:,]?(?P<what>[^。]{6,200})"
)
_REMOVED = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,4})的(?P<office>[^，。；、的]{4,40}?)职务")
_PRESENT = re.compile(
    r"^(?:参加|出席|列席)(?P<event>[^，。；]{2,24}?)的(?:还)?(?:有|包括|为|是)[:：]?(?P<who>[^。；]{4,200})"
)
_JOIN = re.compile(
    r"(?P<who>[^，。；：]{4,80}?)(?P<verb>参加|出席|列席|陪同调研|陪同)(?:了)?(?P<what>[^，。；]{0,16})[。；，]"
)
_EVENT = re.compile(
    r"(?P<event>[\u4e00-\u9fff“”（）()\d]{2,30}?(?:会议|大会|全会|座谈会|推进会|调度会|发布会|团拜会|动员会|部署会|培训会|评审会|点评会|活动|仪式|演练|比赛|赛|论坛|典礼))"
)
_LEAD = re.compile(
    r"^.*(?:召开|举行|举办|组织|主持|参加|出席|在|了|的|，|日|从|召集|日上午|日下午)(?=[\u4e00-\u9fff“（]{2})"
)


@lru_cache(maxsize=1)
def _roles() -> re.Pattern[str]:
    words = sorted((w for w in load_words("doings")), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


class Doings:
    """Reads sentence after sentence; knows which event the article is at."""

    def __init__(self, article: Article, topic: str) -> None:
        self._article = article
        self.event = topic

    def read(self, sentence: Sentence, people: Sequence[Person]) -> Iterator[Fact]:
        """Facts about the people of a sentence, and about who was there."""
        text = sentence.text.text
        if sentence.role not in ("paragraph", "headline", "caption"):
            return
        if event := event_of(text):
            self.event = event
        for person in people:
            yield from self._person(sentence, person)
        yield from self._removed(sentence)
        yield from self._present(sentence)
        if sentence.role == "paragraph":
            yield from self._sayings(sentence, people)

    def _person(self, sentence: Sentence, person: Person) -> Iterator[Fact]:
        text = sentence.text.text
        at = text.find(person.name)
        title = person.office or person.identity
        if title and at >= 0:
            low = text.rfind(title, 0, at)
            if low >= 0:
                name = "职务" if person.office else "身份"
                yield self._fact(sentence, "office", person.name, name, low, low + len(title), person.private)
        for role in person.roles:
            if at >= 0 and role not in ("记者", "通讯员"):
                yield self._fact(sentence, "act", self.event, role, at, at + len(person.name), person.private)
        if person.private and title and at >= 0 and (verb := self._visited(text[:at])):
            low = max(text.rfind(title, 0, at), 0)
            yield self._fact(sentence, "act", self.event, verb, low, at + len(person.name), True)

    @staticmethod
    def _visited(before: str) -> str | None:
        found = list(_roles().finditer(before))
        return found[-1][0] if found else None

    def _removed(self, sentence: Sentence) -> Iterator[Fact]:
        for match in _REMOVED.finditer(sentence.text.text):
            yield self._fact(
                sentence, "office", match["name"].removeprefix("免去"), "免去职务", *match.span("office")
            )

    def _present(self, sentence: Sentence) -> Iterator[Fact]:
        text = sentence.text.text
        if match := _PRESENT.match(text):
            yield self._fact(sentence, "act", match["event"], "参加", *match.span("who"))
            return
        for match in _JOIN.finditer(text):
            low, high = match.span("who")
            yield self._fact(sentence, "act", self.event, match["verb"], low, high)

    def _sayings(self, sentence: Sentence, people: Sequence[Person]) -> Iterator[Fact]:
        text = sentence.text.text
        for match in _SAID.finditer(text):
            who = next((p.name for p in reversed(people) if p.name in match["who"]), "")
            who = who or (subject_of(match["who"]) if match["who"] else "")
            if not who and match["who"]:
                continue
            yield self._fact(
                sentence, "said", who or self.event, match["verb"] + match["to"], *match.span("what")
            )

    def _fact(
        self, sentence: Sentence, kind: str, subject: str, attribute: str, start: int, end: int, private: bool = False
    ) -> Fact:  # fmt: skip
        text = sentence.text
        return Fact(
            kind=kind, subject=subject, attribute=attribute, value=text.text[start:end].strip("，“”"),
            district=self._article.district, private=private, sentence=sentence.number, start=start, end=end,
            clause=(start, end), spans=text.spans(start, end), evidence=text.spans(),
        )  # fmt: skip


def event_of(text: str) -> str:
    """The event that a sentence names with its day: 1月29日，中原区政府召开第一次全体(扩大)会议."""
    match = _EVENT.search(text)
    if match is None:
        return ""
    event = _LEAD.sub("", match["event"])
    return event if len(event) >= 4 else ""


def author_facts(article: Article, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """Who wrote the article."""
    for role, names in (("记者", article.reporters), ("通讯员", article.correspondents)):
        if not names:
            continue
        held = next(
            (
                s
                for s in reversed(sentences)
                if s.role in ("byline", "other") and names[0] in re.sub(r"\s", "", s.text.text)
            ),
            sentences[0] if sentences else None,
        )
        if held is not None:
            text = held.text
            yield Fact(
                "author", article.title or "本文", role, "、".join(names), district=article.district,
                sentence=held.number, end=len(text.text), clause=(0, len(text.text)), spans=text.spans(),
                evidence=text.spans(),
            )  # fmt: skip
