"""Who holds an office: as asked for (新来的县医院院长, 某县县长), against the offices that bulletins print."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import explained
from index.answering.evidence.knowledge import Knowledge
from index.answering.programmes.batch_choice import which_district
from index.extraction.words.people import ASIDE, name_span, office_pattern
from index.language.lexicon import load_pattern, load_words
from index.language.pinyin import sounds_alike
from index.language.scripts import compact
from index.records import Found, Person
from index.understanding.query import Query

_NAME_ASKED = load_pattern("answering.offices.name_asked")
_QUESTION = load_pattern("answering.offices.question")
_TALK = load_pattern("answering.offices.talk")
_NEWLY = load_pattern("answering.offices.newly")
_FORMERLY = load_pattern("answering.offices.formerly")
_AS = load_pattern("answering.offices.as")
_LOST = load_pattern("answering.offices.lost")
_SHORTEST_BODY = 2
_SURE = 0.75  # how well a sentence must name the body whose office it is
_TAILS = ("委", "长")  # 县 of 县委 and 县长 belongs to the office
_TOLD = 3  # letters of an office that may be mistyped
_JOINED = load_pattern("answering.offices.joined")
_APPOINTED = re.compile(r"^" + ASIDE + r"(?:同志)?(?:为|任|担任|当选|兼任|出任)")
RELIEVED = re.compile(
    r"^" + ASIDE + r"(?:同志)?(?:的[^，。；]{2,40}职务|不再(?:担任|兼任))"
    r"|^同志[^，。；]{2,40}职务"
)
_BODY = load_pattern("answering.offices.body")
_NO_OWN_NAME = load_pattern("answering.offices.no_own_name")


def office_holders(query: Query, knowledge: Knowledge) -> Draft | None:
    """区长是谁, 区委书记和区长分别是谁: the holders of the named offices, newest mention first."""
    if query.kind not in ("person",) or any(link.kind == "person" for link in query.links):
        return None
    wanted = offices_in(query.text)
    if not wanted and query.context and (_FORMERLY.search(query.text) or _NEWLY.search(query.text)):
        wanted = offices_in(query.context[-1])
    if not wanted or not _NAME_ASKED.search(query.text):
        return None
    if not query.district and query.preferred is None:
        where = tuple(dict.fromkeys(d for office in wanted for d in _where(office, knowledge)))
        named = [d for d in where if any(compact(d) in compact(office) for office in wanted)]
        if len(where) > 1 and not named:
            return which_district(query, where)
    found = [(office, _holder(office, query, knowledge)) for office in wanted]
    if not all(held for _, held in found):
        return None
    parts, names = [], []
    proofs: list[Proof] = []
    for office, held in found:
        assert held is not None
        parts.append(f"{office}{held.value.name}" if len(found) > 1 else f"{held.value.name}")
        proofs.extend((Proof(held.article, held.value.evidence), *_where_told(office, held, knowledge)))
        names.append(held.value.name)
    detail = None
    if len(found) == 1 and found[0][1] is not None:
        detail = f"公报中的职务：{found[0][1].value.office}。"
    return Draft("answered", "person", "，".join(parts), tuple(proofs), detail=detail, people=tuple(names))


def offices_in(text: str) -> list[str]:
    """The offices that a question names, with the body in front (区委书记, 统战部部长)."""
    text = _LOST.sub(lambda match: f"{match['office']}是谁", text)
    text = _AS.sub(lambda match: f"{match['office'] or ''}是谁", text)
    stem = _QUESTION.split(text)
    pieces = [piece for part in stem for piece in _JOINED.split(part)]
    found: list[str] = []
    for piece in pieces:
        piece = _TALK.sub("", piece.strip("？?。 的"))
        piece = re.sub(r"(?:现在|如今|目前|原来|以前|之前|换成?了?)的?(?=[\u4e00-\u9fff]{2,8}$)", "", piece)
        match = next(iter(office_pattern().finditer(piece)), None)
        if match and piece.endswith(_last_office(piece)) and 2 <= len(piece) <= 16:
            found.append(piece)
    return found


def _last_office(piece: str) -> str:
    matches = list(office_pattern().finditer(piece))
    return matches[-1][0] if matches else "\0"


def _where(office: str, knowledge: Knowledge) -> list[str]:
    """Districts whose bulletins name a holder of the office, as they name it: 区长 and 县长 are two offices."""
    core = compact(office)
    first: dict[str, int] = {}
    for held, districts in knowledge.office_districts.items():
        if _holds(held, core):
            for district, at in districts.items():
                first[district] = min(at, first.get(district, at))
    return sorted(first, key=first.__getitem__)


def _holder(office: str, query: Query, knowledge: Knowledge) -> Found[Person] | None:
    core = _bare(office, knowledge)
    asked = query.district or query.preferred
    offices = [held for held in knowledge.offices if _holds(held, core)]
    found = [m for district, m in knowledge.holding(offices) if asked in (None, district)]
    if not found and len(core) > _TOLD:
        offices = [held for held in knowledge.offices if _sounds(core, held)]
        found = [m for district, m in knowledge.holding(offices) if asked in (None, district)]
    if not found:
        here = [(held, m) for held, district, m in knowledge.holders if asked in (None, district)]
        found = _by_article(core.replace("的", ""), here, knowledge)
    if _FORMERLY.search(query.text):
        return next((m for m in found if stands(m, knowledge, RELIEVED)), None)
    held = [m for m in found if not stands(m, knowledge, RELIEVED)]
    fresh = [m for m in held if stands(m, knowledge, _APPOINTED)]
    if _NEWLY.search(query.text):
        return next(iter(fresh or held), None)
    return _foremost(core, held)


def _foremost(core: str, held: Sequence[Found[Person]]) -> Found[Person] | None:
    """副书记甲 before 副书记、市长乙, where the newest article tells of both: 乙 is there as the mayor."""
    newest = [m for m in held if m.article == held[0].article]
    alone = (m for m in newest if "、" not in (m.value.office or "") and _holds(m.value.office or "", core))
    return next(alone, next(iter(held), None))


def _bare(office: str, knowledge: Knowledge) -> str:
    """县长 of 石门县县长, of 石门县长 and of 石门新任的县长, where 石门县 is known."""
    core = compact(office)
    for district in knowledge.districts:
        name = compact(district)
        for own in (name, name[:-1]):
            rest = core.removeprefix(own)
            if len(own) > 1 and rest != core and rest[:1] not in _TAILS and office_pattern().search(rest):
                core = rest
                break
    return _TALK.sub("", core) or core


_Held = Sequence[tuple[str, Found[Person]]]


def _by_article(wanted: str, here: _Held, knowledge: Knowledge) -> list[Found[Person]]:
    """Holders whose office is printed without the body that the article is about."""
    return [
        m
        for held, m in here
        if (wanted.endswith(held) and _BODY.fullmatch(held) and _of_the_only_one(wanted, held, m, knowledge))
        or _of_the_place(wanted, held, m, knowledge)
        or _elected_there(wanted, held, m, knowledge)
    ]


def _of_the_place(wanted: str, held: str, mention: Found[Person], knowledge: Knowledge) -> bool:
    """梅岭村书记 is printed as 村党支部书记 in an article whose headline or first sentence names 梅岭村."""
    place, sort, office = _small_place(wanted)
    if not office or not held.startswith(sort) or "副" in held:
        return False
    short = sort + office
    if not (held.endswith(short[-2:]) and _spells(short, held)):
        return False
    page = knowledge.page(mention.article)
    lead = next((compact(s.text.text) for s in page.says.sentences if s.role == "paragraph"), "")
    return place in page.heading or place in lead


def _small_place(wanted: str) -> tuple[str, str, str]:
    """(梅岭村, 村, 书记) of 梅岭村书记; empty where no such place is named."""
    sort = next((one for one in load_words("small_places") if wanted.find(one) > 0), "")
    name, _, office = wanted.partition(sort) if sort else ("", "", "")
    return name + sort, sort, office


def _where_told(office: str, mention: Found[Person], knowledge: Knowledge) -> tuple[Proof, ...]:
    """The sentence that names the place whose official is meant, where another one names the official."""
    place = _small_place(compact(office))[0]
    page = knowledge.page(mention.article)
    if not place or place in page.compact[mention.value.sentence]:
        return ()
    first = next((s for s, text in zip(page.says.sentences, page.compact, strict=True) if place in text), None)
    return (Proof(mention.article, first.text.spans()),) if first is not None else ()


def _elected_there(wanted: str, held: str, mention: Found[Person], knowledge: Knowledge) -> bool:
    """慈善会会长 is printed as 某某当选会长 in an article that has named 慈善会 before."""
    body = wanted.removesuffix(held)
    if body == wanted or len(body) < _SHORTEST_BODY or not office_pattern().fullmatch(held):
        return False
    if not stands(mention, knowledge, _APPOINTED):
        return False
    page = knowledge.page(mention.article)
    before = (text for n, text in enumerate(page.compact) if n <= mention.value.sentence)
    return any(explained(body, text).score >= _SURE for text in before)


def _of_the_only_one(wanted: str, held: str, mention: Found[Person], knowledge: Knowledge) -> bool:
    """塬上香合作社理事长 is printed as 合作社理事长 in an article that names this one 合作社 alone."""
    body, name = _BODY.fullmatch(held), wanted.removesuffix(held)
    if body is None or len(name) < 2:
        return False
    text = knowledge.page(mention.article).article.text
    before = ["".join(text[: m.start()].split())[-8:] for m in re.finditer(body["sort"], text)]
    own = [one for one in before if compact(one.strip("“”")).endswith(name)]
    others = [one for one in before if one not in own and not _NO_OWN_NAME.search(one)]
    return bool(own) and not others


def stands(mention: Found[Person], knowledge: Knowledge, behind: re.Pattern[str]) -> bool:
    """``behind`` matches what the sentence prints behind the name (为, 任; 的…职务)."""
    text = knowledge.page(mention.article).sentence(mention.value.sentence).text.text
    span = name_span(mention.value.name, text)
    return span is not None and bool(behind.match(text[span[1] :]))


def _holds(held: str, wanted: str) -> bool:
    """区委副书记、区长 holds 区长, not 书记; 中原区委书记 holds 区委书记; 副区长 is no 区长."""
    for part in held.split("、"):
        if part == wanted or (wanted == "书记" and part.endswith("委书记") and "纪委" not in part):
            return True
        if part.endswith(f"政府{wanted}"):
            return True
        if len(wanted) > 2 and part.endswith(wanted[-2:]) and "副" not in part and _spells(wanted, part):
            return True
        if part.endswith(wanted) and part[: -len(wanted)][-1:] not in ("副", "常") and len(wanted) > 2:
            return True
    return False


def _spells(short: str, long: str) -> bool:
    """人大主任 is 人大常委会主任: its letters in order, beginning with its first."""
    at = long.find(short[:1])
    for sign in short[1:] if at >= 0 else "":
        at = long.find(sign, at + 1)
        if at < 0:
            return False
    return at >= 0


def _sounds(short: str, long: str) -> bool:
    """发该局局长, mistyped, is 发展和改革局局长: it ends in the same office and its letters sound in order."""
    at = -1
    for sign in short:
        at = next((n for n in range(at + 1, len(long)) if sounds_alike(sign, long[n])), len(long))
    return at < len(long) and long.endswith(short[-2:]) and "副" not in long
