"""People in sentences: names, offices, what they did. Rules only: surnames, offices, verbs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from index.extraction.words.resumes import resumes
from index.ingest import watched
from index.language.lexicon import load_pattern, load_words
from index.language.scripts import simplify_each
from index.language.tokens import default_tokenizer
from index.records import Article, Person, Sentence

_HAN = re.compile(r"[\u4e00-\u9fff]")
_NEVER_IN_NAMES = frozenset("的了吗呢吧们这那我他她你它个些患因系区县省，、")
_RARE_IN_NAMES = frozenset("率在和与等说就要为是有不上下前后及对向把被从由以并将到也都还很最求所其")
_PARTICLES = frozenset("和于从向应")
_FOLK = frozenset("主者民众员客工户方友们")  # how words end for those whom somebody turns to
_CUT_OFF = load_pattern("extraction.people.cut_off")  # 救出72岁的老人
_OF_A_TOWN = load_pattern("extraction.people.of_a_town")  # 石桥镇中心小学教师
_PLACES, _TEAMS = frozenset("乡镇村"), frozenset("队代")  # 石门乡队, 石门乡代表队
_SHORTEST_SOUNDED, _LONGEST_SOUNDED = 3, 7  # signs of a name written by its sounds
_HANGS = frozenset("地时得着来去里间中起过多大高深好再又")  # 高兴地介绍: what leads to a deed is no name
_SAYS = frozenset("说道称")
_FULL_NAME = 3  # code points of a name with a surname of one
_MARK, _DEED = 3.0, 2.5  # how surely a name ends in front of a mark, and of a verb of two signs
_COMMON_SIGN = 1500  # the same of a single sign (党, 县)
_COMMON_WORD = 20  # jieba's count above which a "name" is an ordinary word (冷暖, 高度)
_STOP = re.compile(r"[，。；：！？,;:!?“”‘’（）()\s《》【】—\-·]")
_INNER = load_pattern("extraction.people.inner")
_ONE_OFFICE = load_pattern("extraction.people.one_office")
_GOES_ON = load_pattern("extraction.people.goes_on")
_ANONYMOUS = load_pattern("extraction.people.anonymous")
_GAP = load_pattern("extraction.people.gap")
_LED_IN = load_pattern("extraction.people.led_in")  # 一同走访的有
ASIDE = r"(?:[（(][^（()）]{1,12}[）)])?"
"""What may stand in brackets behind a name: （女，回族）."""

_APPOINT = re.compile(
    r"(?:任命|决定任命|提名|推选|选举|聘任|补选|任用)(?P<name>[\u4e00-\u9fff]{2,4}?)"
    + ASIDE
    + r"(?:同志)?(?:为|担任|任)(?P<office>[^，。；、]{2,30}(?:、(?![\u4e00-\u9fff]{2,4}[为任])[^，。；、]{2,20})*)"
)
_SERVES = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,4}?)"
    + ASIDE
    + r"(?:同志)?(?:担任|任|兼任|当选为|当选)(?P<office>[^，。；、]{2,30})"
)


_WIDE = re.compile(r"(?<=[\u4e00-\u9fff、，])[ \t\u3000]+(?=[\u4e00-\u9fff、，])")
_IS = re.compile(
    r"(?:^|(?<=[，。；：、\s·●]))(?P<name>[\u4e00-\u9fff]{2,4}?)"
    + ASIDE
    + r"(?:同志)?为(?P<office>[^，。；、]{2,30}(?:、(?![\u4e00-\u9fff]{2,4}[为任])[^，。；、]{2,20})*)"
)
_RELIEVED = re.compile(
    r"(?:^|免去|(?<=[，。；：\s·●]))(?P<name>[\u4e00-\u9fff]{2,4}?)"
    + ASIDE
    + r"(?:同志的?|的)(?P<office>[^，。；]{2,40}?)职务"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a sentence: offsets, with the office or identity in front of it."""

    name: str
    start: int
    end: int
    office: str | None
    identity: str | None


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Surnames, compound ones included."""
    return frozenset(name for line in load_words("surnames") for name in line.split())


def is_full_name(word: str) -> bool:
    """A surname with one or two signs behind it, as far as its form goes."""
    return 1 < len(word) <= _FULL_NAME and word[0] in surnames()


@lru_cache(maxsize=1)
def _acts() -> tuple[str, ...]:
    return tuple(sorted(load_words("acts"), key=len, reverse=True))


@lru_cache(maxsize=1)
def office_pattern() -> re.Pattern[str]:
    """Matches an office (书记, 副区长); longer ones first."""
    names = sorted(load_words("offices"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)))


@lru_cache(maxsize=1)
def _identity_pattern() -> re.Pattern[str]:
    names = sorted(load_words("identities"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)))


@lru_cache(maxsize=1)
def _act_pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _acts())))


def act_behind(text: str, end: int) -> str | None:
    """What stands behind a name that its bearer did: 主持, 宣布; None for no verb of two signs or more."""
    act = _act_pattern().match(text, end)
    return act[0] if act and len(act[0]) > 1 else None


def name_at(text: str, at: int, whole: str = "", *, words: bool = True) -> str | None:
    """The person's name that begins at offset ``at`` of ``text``, or None.

    A surname and one or two further characters; the length is decided by what stands behind (a mark
    or a verb that people do) and by how the name recurs in ``whole``.
    ``words``: names that are everyday words as well (高远) count.
    """
    if anonymous := _ANONYMOUS.match(text, at):
        return anonymous[0] if anonymous["name"] in surnames() else None
    surname = next((text[at : at + size] for size in (2, 1) if text[at : at + size] in surnames()), None)
    if surname is None:
        return None
    best: tuple[float, str] | None = None
    for extra in (2, 1):
        name = text[at : at + len(surname) + extra]
        given = name[len(surname) :]
        if len(given) != extra or not all(map(_HAN.match, given)) or set(given) & _NEVER_IN_NAMES:
            continue
        if not words and default_tokenizer().frequency(name) > _COMMON_WORD:
            continue
        if any(name.startswith(word) for word in _no_names().get(name[0], ())):
            continue
        if surname in _PARTICLES and extra > 1 and given[-1] in _FOLK:
            continue  # 民警向失主介绍
        behind = text[at + len(name) :]
        if extra > 1 and name[-1] in _SAYS and _STOP.match(behind):
            continue  # 站长雷江说，
        if name[-1] in _PLACES and (behind[:1] in _TEAMS or _OF_A_TOWN.match(behind)):
            continue
        score = (
            -1.2 * _rare_signs(given, text, at + len(name))
            + max(_behind(text, at + len(name)), 0.5 if _stands_alone(text, at, name) else 0.0)
            - _crossing(text, at, name, surname)
            - (1.6 if surname in _PARTICLES and not _is_name_behind(given, _behind(text, at + len(name))) else 0.0)
            + _recurrence(name, whole)
            + (0.6 if extra == 2 else 0.0)
        )
        if best is None or score > best[0]:
            best = (score, name)
    return best[1] if best and best[0] >= 1.0 else None


def _rare_signs(given: str, text: str, end: int) -> int:
    """How many signs speak against the name; one for 向前 of 教练马向前介绍, a word that a verb of speech follows."""
    rare = len(set(given) & _RARE_IN_NAMES)
    word = rare > 1 and default_tokenizer().frequency(given) > 0 and act_behind(text, end) is not None
    return 1 if word else rare


def _is_name_behind(given: str, behind: float) -> bool:
    """向恒 of 区长向恒主持 and of 区长向恒，; not 向党旗 of 书记向党旗宣誓: what somebody turns to is a word."""
    ordinary = default_tokenizer().frequency(given) > (_COMMON_WORD if len(given) > 1 else _COMMON_SIGN)
    return behind >= _MARK or (behind >= _DEED and not ordinary)


def _stands_alone(text: str, at: int, name: str) -> bool:
    """True where a word ends with the name and the surname is no beginning of a longer word."""
    tokens = default_tokenizer().words(text[at : at + len(name) + 4])
    return tokens[0].text in (name, *surnames()) and any(token.end == len(name) for token in tokens)


def _crossing(text: str, at: int, name: str, surname: str) -> float:
    """How much a word counts against a name that begins with it; less where a deed follows: 雷鸣山分析."""
    if not _crosses(text, at, name, surname):
        return 0.0
    told = _behind(text, at + len(name)) >= _DEED and len(name) - len(surname) > 1
    return 1.0 if told and name[-1] not in _HANGS else 2.0


def _crosses(text: str, at: int, name: str, surname: str) -> bool:
    """True where an everyday word begins with the surname (向前来: 向前), so that the name is none."""
    first = default_tokenizer().words(text[at : at + len(name) + 2])[0].text
    return len(first) > len(surname) and first != name and default_tokenizer().frequency(first) > _COMMON_WORD


@lru_cache(maxsize=1)
def _no_names() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in (word for line in load_words("no_names") for word in line.split()):
        found.setdefault(word[0], []).append(word)
    return {sign: tuple(words) for sign, words in found.items()}


def _behind(text: str, end: int) -> float:
    rest = text[end : end + 6]
    if not rest or _STOP.match(rest) or rest[0] in "、；/":
        return _MARK
    if _GOES_ON.match(rest):
        return 2.0
    act = _act_pattern().match(rest)
    if act:
        return _DEED if len(act[0]) > 1 else 1.5
    return 0.0


def _recurrence(name: str, whole: str) -> float:
    if not whole:
        return 0.0
    count = whole.count(name)
    return 1.5 if count > 1 else 0.0


def mentions(text: str, whole: str = "", *, wide: bool = True) -> tuple[Mention, ...]:
    """People that ``text`` introduces by an office or an identity, in order.

    Args:
        whole: the article, where a name may recur. wide: names may be set wide (解 放).
    """
    if not wide:
        return _mentions(simplify_each(text), _plain_whole(whole))
    tight, back = _tightened(simplify_each(text))
    return tuple(
        replace(m, start=back[m.start], end=back[m.end - 1] + 1)
        for m in _mentions(tight, _tight_whole(whole))
    )


@lru_cache(maxsize=4)
def _plain_whole(whole: str) -> str:
    """An article in simplified characters; each of its sentences asks for it."""
    return simplify_each(whole)


@lru_cache(maxsize=4)
def _tight_whole(whole: str) -> str:
    return _tightened(simplify_each(whole))[0]


@lru_cache(maxsize=256)
def _tightened(text: str) -> tuple[str, tuple[int, ...]]:
    """``text`` without the white space inside names set wide (解 放) and the offset of each character left."""
    dropped = {at for match in _WIDE.finditer(text) for at in range(*match.span())}
    kept = tuple(at for at in range(len(text)) if at not in dropped)
    return "".join(text[at] for at in kept), kept


def _mentions(text: str, whole: str) -> tuple[Mention, ...]:
    found: list[Mention] = []
    for match in office_pattern().finditer(text):
        found.extend(_introduced(text, match.start(), match.end(), whole, office=True))
    taken = {mention.start for mention in found}
    for match in _identity_pattern().finditer(text):
        found.extend(
            m
            for m in _introduced(text, match.start(), match.end(), whole, office=False)
            if m.start not in taken
        )
    for match in (
        *_APPOINT.finditer(text),
        *_SERVES.finditer(text),
        *_IS.finditer(text),
        *_RELIEVED.finditer(text),
    ):
        name = match["name"]
        if office_pattern().search(match["office"]) and name_at(name, 0) == name:
            found.append(Mention(name, match.start("name"), match.end("name"), match["office"], None))
    for one in resumes(text):
        low, high = one.name
        if one.held is not None:
            found.append(Mention(text[low:high], low, high, text[slice(*one.held)], None))
    unique = {
        (m.start, m.end): m for m in sorted(found, key=lambda m: (m.start, m.office is None), reverse=True)
    }
    return tuple(sorted(_without_overlaps(unique.values()), key=lambda m: m.start))


def _without_overlaps(found: Iterable[Mention]) -> Iterator[Mention]:
    end = -1
    for mention in sorted(found, key=lambda m: (m.start, m.start - m.end)):
        if mention.start >= end:
            end = mention.end
            yield mention


def _introduced(text: str, start: int, end: int, whole: str, *, office: bool) -> Iterator[Mention]:
    name = name_at(text, end, whole, words=office) or _like_a_place(text, end)
    sounded = _transliterated(text, end) if office else None
    if sounded is not None and (name is None or len(sounded) > len(name) + 1):
        name = sounded  # 敖云其其格: more than a surname that it happens to begin with
    if name is None or office_pattern().match(text, end):
        return
    title = _title(text, start, end)
    yield Mention(name, end, end + len(name), title if office else None, None if office else title)
    at = end + len(name)
    while gap := _GAP.match(text[at:]):
        at += gap.end()
        name = name_at(text, at, whole)
        follows = text[at + len(name) : at + len(name) + 1] if name else ""
        if name is None or (office_pattern().search(text[at : at + 8]) and follows not in "、，。等"):
            return
        yield Mention(name, at, at + len(name), title if office else None, None if office else title)
        at += len(name)


def _like_a_place(text: str, at: int) -> str | None:
    """区国梁 of 副书记区国梁宣读: the surname 区, in front of what is no word (区妇联) and what its bearer did."""
    name = text[at : at + 3]
    if not name.startswith("区") or len(name) < 3 or _STOP.search(name) or not act_behind(text, at + 3):
        return None
    frequency = default_tokenizer().frequency
    return None if frequency(name[:2]) or frequency(name[1:]) > _COMMON_WORD else name


@lru_cache(maxsize=1)
def _transliterated_signs() -> frozenset[str]:
    return frozenset("".join(load_words("transliterated")))


def _transliterated(text: str, at: int) -> str | None:
    """娜仁托雅 of 旗长娜仁托雅致辞: no surname, written by its sounds, in front of what its bearer did."""
    for size in range(_SHORTEST_SOUNDED, _LONGEST_SOUNDED + 1):
        name = text[at : at + size]
        if not set(name) <= _transliterated_signs():
            return None
        if act_behind(text, at + size) or (_STOP.match(text, at + size) and size > _SHORTEST_SOUNDED):
            return name
    return None


def _title(text: str, start: int, end: int) -> str:
    """The printed title: back over 区委常委、统战部部长、… to the last mark, verb or time word."""
    left = start
    while left > 0 and not _STOP.match(text[left - 1]):
        if text[left - 1] == "、":
            before = text[: left - 1]
            if not re.search(rf"(?:{office_pattern().pattern})$", before):
                break
        elif (
            not _ONE_OFFICE.search(text[max(0, left - 5) : left + 1])
            and _INNER.search(text[max(0, left - 2) : left])
            and left < start + 1
            and not text[left - 1 : start + 1].startswith(("为", "的"))
        ):
            if text[left - 1] not in "为是日的" or left - 1 == 0:
                break
            break
        left -= 1
        if end - left > 40:
            break
    title = text[left:end].strip("、")
    while verb := _act_pattern().match(title):
        if len(verb[0]) < 2 or len(title) <= len(verb[0]) + 1:
            break
        title = title[len(verb[0]) :]
    return _CUT_OFF.sub("", _LED_IN.sub("", title))


def find_people(article: Article, sentences: Sequence[Sentence]) -> tuple[Person, ...]:
    """Everybody named in ``article``: introduced once, then found again by name; authors included."""
    whole = article.text
    body = [s for s in sentences if s.role in ("paragraph", "headline", "caption", "table")]
    first = [(s, m) for s in watched(body) for m in mentions(s.text.text, whole, wide=s.role == "paragraph")]
    known: dict[str, Mention] = {}
    for _, mention in first:
        held = known.get(mention.name)
        if held is None or (held.office is None and mention.office):
            known[mention.name] = mention
    found = [_person(s, m.start, m.end, m, m) for s, m in first]
    seen = {(p.sentence, p.spans) for p in found}
    for sentence in watched(body):
        text = simplify_each(sentence.text.text)
        signs = set(text)
        for name, mention in known.items():
            if not signs.issuperset(name):
                continue
            for match in re.finditer(_spaced(name), text):
                person = _person(sentence, match.start(), match.end(), mention, None)
                if (person.sentence, person.spans) not in seen:
                    found.append(person)
    found.extend(_authors(article, sentences))
    return tuple(sorted(found, key=lambda p: (p.sentence, p.spans)))


@lru_cache(maxsize=4096)
def _spaced(name: str) -> str:
    """A pattern for a name that may be set wide."""
    return r"[ \u3000]*".join(map(re.escape, name))


def name_span(name: str, text: str) -> tuple[int, int] | None:
    """Where ``text`` first prints ``name``, set wide or not."""
    match = re.search(_spaced(name), simplify_each(text))
    return match.span() if match else None


def _person(sentence: Sentence, start: int, end: int, known: Mention, here: Mention | None) -> Person:
    text = sentence.text.text
    act = _act_pattern().match(text[end : end + 8])
    roles = (act[0],) if act and len(act[0]) > 1 else ()
    person = Person(
        known.name, known.office, known.identity, known.office is None, roles,
        sentence.number, sentence.text.spans(start, end), sentence.text.spans(),
    )  # fmt: skip
    return (
        person
        if here is None
        else replace(person, office=here.office or known.office, identity=here.identity)
    )


def _authors(article: Article, sentences: Sequence[Sentence]) -> Iterator[Person]:
    for role, names in (("记者", article.reporters), ("通讯员", article.correspondents)):
        for name in names:
            sentence = next(
                (s for s in reversed(sentences) if s.role in ("byline", "other") and _spelt(name, s)), None
            )
            if sentence is not None:
                yield Person(
                    name,
                    role,
                    None,
                    False,
                    (role,),
                    sentence.number,
                    sentence.text.spans(),
                    sentence.text.spans(),
                )


def _spelt(name: str, sentence: Sentence) -> bool:
    return name in re.sub(r"\s+", "", sentence.text.text)
