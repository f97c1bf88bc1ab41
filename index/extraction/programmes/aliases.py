"""Short and colloquial names of a project, by general rules and a table of abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from index.language.lexicon import load_pattern, load_table, load_words
from index.language.scripts import compact
from index.language.tokens import default_tokenizer

_BRACKET = re.compile(r"[（(][^（）()]*[）)]")
_KEPT_BRACKET = load_pattern("extraction.aliases.kept_bracket")
_FUNDED = load_pattern("extraction.aliases.funded")  # 甲项目（外资）: 外资项目
_TAIL = load_pattern("extraction.aliases.tail")
_MODE = load_pattern("extraction.aliases.mode")
_YEAR = load_pattern("extraction.aliases.year")
_PLACE = load_pattern("extraction.aliases.place")
_OUTPUT = load_pattern("extraction.aliases.output")
_COUNTED = load_pattern("extraction.aliases.counted")
_ORDINAL = load_pattern("extraction.aliases.ordinal")
_SHORT_KIND = {
    "实验小学": "实小",
    "实验中学": "实中",
    "高级中学": "高",
    "人民医院": "院",
    "幼儿园": "幼",
    "小学": "小",
    "中学": "中",
    "医院": "院",
    "水厂": "水厂",
    "污水处理厂": "污",
}
_JOINT = load_pattern("extraction.aliases.joint")
_WORKS = load_pattern("extraction.aliases.works")
_LATIN = re.compile(r"^(?P<latin>[A-Za-z][A-Za-z0-9&. -]*[A-Za-z0-9])(?=[\u4e00-\u9fff]|$)")
_CAMPUS = load_pattern("extraction.aliases.campus")
_SCHOOL = load_pattern("extraction.aliases.school")
_OLD_PLANT = load_pattern("extraction.aliases.old_plant")
_DISTRICT_KIND = load_pattern("extraction.aliases.district_kind")
_MIN_COMMON = 300  # occurrences in the dictionary from which a word of two or three letters is a common word
_LONGEST = 40


@lru_cache(maxsize=65536)
def core_name(name: str, district: str | None) -> str:
    """What stays of a name when it is compared across texts: no district, bracketed remarks, 项目, quotes."""
    core = compact(name)
    core = _BRACKET.sub(
        lambda m: m[0].replace("（", "(").replace("）", ")") if _KEPT_BRACKET.search(m[0]) else "", core
    )
    home = compact(district or "")
    if home and core.startswith(home) and len(core) > len(home) + 2:
        core = core[len(home) :]
    elif home and core.startswith(home[-1]) and len(core) > 4 and home[-1] in "区县市":
        core = core[1:]
    shorter = re.sub(r"(?:建设项目|建设工程|工程项目|项目|工程)$", "", core)
    return shorter if len(shorter) >= 2 else core


@lru_cache(maxsize=65536)
def aliases_of(name: str, district: str | None) -> tuple[str, ...]:
    """Shorter forms that mean the project ``name`` of ``district``, longest first, without ``name`` itself."""
    found: dict[str, None] = {}
    plain = _stripped(_BRACKET.sub("", name).strip())
    if plain != name and len(plain) >= 6:
        found.setdefault(plain)
    for alias in _forms(name, district):
        alias = alias.strip(" 　，、·-")
        if alias and alias != name and len(alias) < _LONGEST and _allowed(alias, name, district):
            found.setdefault(alias)
    return tuple(sorted(found, key=lambda one: (-len(one), one)))


_NAMES_PLACE = load_pattern("extraction.aliases.names_place")
_COMPANY = load_pattern("extraction.aliases.company")


def companies_of(text: str) -> frozenset[str]:
    """The first two to four letters of the companies' names in ``text`` (compact)."""
    heads = {match["name"] for match in _COMPANY.finditer(text)}
    return frozenset(head[:size] for head in heads for size in (2, 3, 4) if len(head) >= size)


def brand_of(name: str, district: str | None, companies: frozenset[str]) -> str | None:
    """The two to four letters that begin ``name`` and the name of one of the ``companies``: 锐芯; None without."""
    core = core_name(name, district)
    if not companies or (district and core.startswith(district[:-1])):
        return None
    ends = {word.end for word in default_tokenizer().words(core)}
    for size in (4, 3, 2):
        brand = core[:size]
        whole = size in ends and len(core) > size + 2 and not _NAMES_PLACE.match(core, size)
        if whole and brand in companies and _allowed(brand, name, district):
            return brand
    return None


def _forms(name: str, district: str | None) -> Iterator[str]:
    plain = _BRACKET.sub("", name).strip()
    if plain != name:
        yield plain
        yield from (f"{remark['sort']}项目" for remark in _FUNDED.finditer(name))
    core = _core(plain, district)
    yield _stripped(plain)
    yield _without_place(plain, district)
    yield core
    yield core + "项目"
    wide = _stripped(_YEAR.sub("", plain).removeprefix(district or ""))
    for short in dict.fromkeys((*_abbreviated(core), *_abbreviated(wide))):
        yield short
        yield from _without_works(short)
    yield from _without_works(core)
    yield from _without_works(_without_place(_MODE.sub("", plain).removesuffix("项目"), district))
    yield from _cores(core)
    yield from (word for word in _SPECIAL if core.endswith(word))
    yield from _counted(plain, district)
    yield from _members(core)


def _stripped(name: str) -> str:
    short = _TAIL.sub("", name)
    again = _TAIL.sub("", short)
    return again if len(again) >= 3 else short if len(short) >= 2 else name


def _without_place(name: str, district: str | None) -> str:
    if district and name.startswith(district) and len(name) > len(district) + 2:
        return name[len(district) :]
    match = _PLACE.match(name)
    if match and len(name) > match.end() + 2:
        return name[match.end() :]
    own = _DISTRICT_KIND.sub("", district or "")
    region = own if len(own) > 1 and name.startswith(own) else next(filter(name.startswith, _regions()), None)
    if region and len(name) > len(region) + 2:
        return name[len(region) :]
    if name[:1] in "区县市镇" and len(name) > 4:
        return name[1:]
    return name


@lru_cache(maxsize=1)
def _regions() -> tuple[str, ...]:
    return tuple(sorted(load_words("regions"), key=len, reverse=True))


def _core(name: str, district: str | None) -> str:
    short = _without_place(_YEAR.sub("", _MODE.sub("", name)), district)
    short = _without_place(short, None)
    return _stripped(_YEAR.sub("", short))


def _abbreviated(name: str) -> Iterator[str]:
    """第六小学 → 六小, 老旧小区改造 → 旧改, 郑州外国语中学 → 郑外."""
    if match := _ORDINAL.search(name):
        short = name[: match.start()] + match["n"] + _SHORT_KIND[match["kind"]]
        yield short + name[match.end() :]
        yield match["n"] + _SHORT_KIND[match["kind"]]
        yield name[match.start() :] if match.start() else short
    for long, short in load_table("abbreviations"):
        at = name.find(long)
        if at < 0 or (long == name and len(short) < 2):
            continue
        if short == "外":
            town = next((r for r in _regions() if name[:at] in (r, f"{r}市")), None) or name[:at]
            if len(town) >= 2:
                yield town[0] + "外"
                yield town[0] + "外" + name[at + len(long) :]
                yield name[: at + 3]
            yield name[at:]
            continue
        yield name[:at] + short + name[at + len(long) :]
        if len(long) >= 4 and len(short) >= 2:
            yield short


def _without_works(name: str) -> Iterator[str]:
    """常庄水库加固提升 → 常庄水库; the joint is opened, too."""
    short = _WORKS.sub("", name)
    if short != name and len(short) >= 3:
        yield short
        yield short + "项目"
    for match in _JOINT.finditer(name):
        for piece in (name[: match.start()], name[match.end() :]):
            part = _TAIL.sub("", piece)
            works = _WORKS.sub("", part)
            for form in (part, works):
                if len(form) >= 4:
                    yield form
                    if not form.endswith(("项目", "工程")):
                        yield form + "工程" if piece.endswith("工程") else form + "项目"


def _cores(core: str) -> Iterator[str]:
    """The brand in front (泛锐, 昱峰医疗), what is made (渡森生产线), the place of a branch (莲湖校区)."""
    if match := _LATIN.match(core):
        yield match["latin"].strip()
        yield match["latin"].split()[0]
        core = core[match.end() :] or core
        yield core
        yield from _abbreviated(core)
    tail = _kind_tail(core) or _kind_tail(_WORKS.sub("", core))
    short = _OUTPUT.sub("", core) or core
    yield short
    brand = _brand(short)
    if match := _OLD_PLANT.match(core):
        brand = match[0]
        works = _WORKS.search(core)
        if works:
            yield brand + re.sub(r"^(?:综合|全面|整体)", "", works[0])
    if brand:
        yield brand
        trade = _leading_trade(short[len(brand) :])
        if trade and not _common(brand):
            yield brand + trade
        if tail and core.find(tail) >= len(brand):
            yield brand + tail
    if match := _CAMPUS.search(core):
        yield match["campus"]
    yield from _tails(core, tail)


def _tails(core: str, tail: str | None) -> Iterator[str]:
    """应急物资储备中心 of 医疗卫生应急物资储备中心; 煤矿创新中心 of 煤矿智能化创新中心."""
    if tail is None or len(core) <= len(tail) + 3:
        return
    words = [token.text for token in default_tokenizer().words(core[: -len(tail)])]
    if len(words) < 2:
        return
    if len(words[0]) >= 2 and not words[0].startswith("第") and not words[0].endswith(tail):
        yield words[0] + tail
    if len(words[-1]) >= 2 and not tail.startswith(words[-1]) and not words[-1].endswith(tail):
        yield words[-1] + tail
    if len(words) > 2 and len(words[-2]) >= 2 and len(words[-1]) >= 2:
        yield words[-2] + words[-1] + tail


_NO_BRAND = frozenset(
    (
        "老旧",
        "棚户",
        "实验",
        "外国语",
        "中心",
        "综合",
        "城乡",
        "农村",
        "城市",
        "市政",
        "区域",
        "全域",
        "重点",
        "高标准",
        "城中",
        "应急",
        "公共",
        "社会",
        "地下",
        "污水",
    )
)


@lru_cache(maxsize=1)
def _trades() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, load_words("trade_words")), key=len, reverse=True)))


def _brand(core: str) -> str | None:
    """The letters in front of the first word of trade: 渡森(服饰), 昱峰(医疗科技); 泛锐 of 泛锐云智."""
    match = _trades().search(core)
    if match is None:
        return core[:2] if len(core) == 4 and not _common(core) else None
    head = core[: match.start()]
    if (
        not 2 <= len(head) <= 4
        or head in _NO_BRAND
        or re.search(r"[路街镇乡村区县市省河湖山桥]$|\d|第|等|的|^[东南西北中城新老上下]+$", head)
    ):
        return None
    return head


def _leading_trade(rest: str) -> str | None:
    match = _trades().match(rest)
    return match[0] if match else None


_KINDS = (
    "创新中心",
    "研发中心",
    "储备中心",
    "研发",
    "生产线",
    "产业园",
    "综合体",
    "物流中心",
    "数据中心",
    "中心",
    "基地",
    "工厂",
    "医院",
    "小学",
    "中学",
    "校区",
    "街区",
    "大桥",
    "污水处理厂",
    "污水厂",
    "水厂",
    "公园",
    "电站",
)


def _kind_tail(core: str) -> str | None:
    return next((kind for kind in _KINDS if core.endswith(kind) and len(core) > len(kind)), None)


def _counted(name: str, district: str | None) -> Iterator[str]:
    """西京花园幼儿园等7所幼儿园建设项目 → 西京花园幼儿园, 7所幼儿园."""
    match = _COUNTED.search(name)
    if match is None:
        return
    first = _without_place(name[: match.start()], district)
    yield first
    yield from _abbreviated(first)
    what = _TAIL.sub("", match["what"])
    yield re.sub(r"(?:建设|改造|新建|扩建|提升)+$", "", what)


def _members(core: str) -> Iterator[str]:
    """The leading place of a long name: 澄江大道, 柳湾镇污水处理厂."""
    for kind in (
        "水库",
        "大道",
        "污水处理厂",
        "人民医院",
        "中心医院",
        "公园",
        "大桥",
        "快速路",
        "高速",
        "隧道",
        "灌区",
        "湿地",
    ):
        at = core.find(kind)
        if (
            at > 1
            and at + len(kind) < len(core)
            and at + len(kind) <= 12
            and not re.search("[及和与、]", core[:at])
        ):
            yield core[: at + len(kind)]
            yield from _abbreviated(core[: at + len(kind)])


def _common(word: str) -> bool:
    return default_tokenizer().frequency(word) >= _MIN_COMMON


@lru_cache(maxsize=1)
def _kind_words() -> frozenset[str]:
    words = {w for row in load_table("project_suffixes") for w in row[1].split()}
    stages = {w for row in load_table("stages") for w in row[1].split()}
    return frozenset(
        words | stages | load_words("generic_projects") | load_words("trade_words") | load_words("regions")
    )


_SPECIAL = frozenset(("老旧小区改造", "旧改", "棚改", "奥莱", "奥特莱斯", "封测"))
_PLACE_NAME = load_pattern("extraction.aliases.place_name")
_HALF_SCHOOL = load_pattern("extraction.aliases.half_school")
_GENERIC_TAIL = load_pattern("extraction.aliases.generic_tail")


def _allowed(alias: str, name: str, district: str | None) -> bool:
    """Not a word that people use for other things: no common word, district, place, batch."""
    if len(alias) < 2 or alias == district or (district and alias == district[:-1]):
        return False
    if re.search(r"([\u4e00-\u9fff]{2,})\1", alias) and alias not in name:
        return False
    if alias in _SPECIAL or _GENERIC_TAIL.match(alias):
        return True
    if _SCHOOL.match(alias) or (_HALF_SCHOOL.match(alias) and not alias.startswith("外国语中学")):
        return False
    if alias in _kind_words() or (_PLACE_NAME.match(alias) and len(alias) < len(name) - 1):
        return False
    if re.fullmatch(r"[一二三四五六七八九十]+[院幼污]", alias):
        return True
    if re.search(r"[一-龥]", alias) is None:
        return len(alias) >= 3
    if re.search(r"^(?:及|和|与|等|的|年产|第)|[及和与等的第、（(]$|一批", alias):
        return alias.startswith("第") and len(alias) >= 4
    if len(alias) <= 4 and _common(alias):
        return False
    return not _all_generic(alias)


@lru_cache(maxsize=1)
def _kinds() -> re.Pattern[str]:
    words = next(row[1].split() for row in load_table("project_suffixes") if row[0] == "weak")
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))


def _all_generic(alias: str) -> bool:
    """True where every word is one of trades and kinds: 医疗中心, 产业园, 智能化改造."""
    rest = _kinds().sub("", _trades().sub("", alias))
    return len(rest) < 2 and len(alias) < 10
