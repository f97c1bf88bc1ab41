"""What a short turn asks in full: 哪个县增速最慢 for 最慢的呢, 望江上半年GDP多少 for 望江呢, 望江增速 for 增速."""

from __future__ import annotations

from index.language.lexicon import load_pattern
from index.understanding.followup import places_of, points_back
from index.understanding.query import Query
from index.understanding.terms import is_weak

_POLE = load_pattern("understanding.restating.pole")
_SUPERLATIVE = load_pattern("understanding.restating.superlative")
_WHOLE = load_pattern("understanding.restating.whole")
_AMONG = load_pattern("understanding.restating.among")
_ROUND_BESIDE = load_pattern("understanding.restating.round_beside")
_THAN_ROUND = load_pattern("understanding.restating.than_round")
_STOPPED = load_pattern("understanding.restating.stopped")
_STOPS_ALONE = load_pattern("understanding.restating.stops_alone")
_OFFICE = load_pattern("understanding.restating.office")
_TIME = load_pattern("understanding.restating.time")
_YEARS = load_pattern("understanding.restating.years")
_PARTS = load_pattern("understanding.restating.parts")
_LEADS = load_pattern("understanding.restating.leads")
_LONGEST = 14  # letters of a turn that only names a measure


def other_pole(question: str, before: Query) -> str | None:
    """哪个县增速最慢 for 最慢的呢 behind 哪个县增速最快; with another measure: 哪个县GDP最大 for GDP最大的呢."""
    other = _POLE.match(question)
    asked = _SUPERLATIVE.search(before.text) if other is not None else None
    if other is None or asked is None or (before.context and not (asked["measure"] or asked["which"])):
        return None
    measure = other["measure"] or (asked["measure"] or "") + (asked["of"] or "")
    lead = before.text[: asked.start()] if other["measure"] is None else asked["which"] or ""
    which = "" if lead and lead == asked["which"] else asked["which"] or ""
    return f"{lead}{which}{measure}最{other['pole']}{before.text[asked.end() :] if other['measure'] is None else ''}"


def other_place(alone: Query, before: Query) -> str | None:
    """望江上半年GDP多少 for 望江呢 behind 城关区上半年GDP多少; None where more than a place is named."""
    named = [link for link in alone.links if link.kind == "district"]
    whole = _WHOLE.match(alone.text)
    if whole and (asked := _SUPERLATIVE.search(before.text)) and asked["measure"]:
        return f"{whole['name']}{asked['measure']}多少"  # 全市呢 behind 哪个县增速最慢
    alike = len(named) == len(alone.links) == 1 and not [t for t in alone.terms if not is_weak(t.text)]
    name = whole["name"] if whole else named[0].typed if alike else None
    old = _place_of(before)
    if name is None or old is None or before.context or alone.periods or alone.stages or old not in before.text:
        return None
    return before.text.replace(old, name, 1) if _is_alone(alone, name) else None


def completed(question: str, before: Query, period: int | str | None = None) -> str:
    """建设路停水吗 for 建设路停吗 behind 停水到几点, 第六期呢 for 上一期呢 behind what was told of the seventh."""
    told = next((one for one in (*before.periods, period) if isinstance(one, int)), None)
    beside = _ROUND_BESIDE.match(question) if told is not None else None
    if beside is not None and told is not None:
        number = max(told + 1 if beside["way"] == "下" else told - 1, 0)
        question = f"{question[: beside.start('way')]}第{number}{question[beside.start('unit') :]}"
    named = _STOPPED.search(before.text)
    return _STOPS_ALONE.sub(named[0], question, count=1) if named is not None else question


def than_round(alone: Query, before: Query, period: int | str | None = None) -> str | None:
    """第七期开工比第六期多几个 for 比上一期多几个 behind 第七期开工几个."""
    told = next((one for one in (*before.periods, period) if isinstance(one, int)), None)
    asked = _THAN_ROUND.match(alone.text) if told is not None and told > 1 else None
    if asked is None or told is None or len(before.stages) > 1:
        return None
    what = "总投资" if before.kind == "money" else ""
    stage = "".join(before.stages)
    asks = asked["asks"] if asked["asks"][0] in "多少增减" else "多多少" if what else "多几个"
    return f"第{told}{asked['unit']}{stage}{what}比第{told - 1}{asked['unit']}{asks}"


def other_office(alone: Query, before: Query) -> str | None:
    """清河县书记是谁 for 书记呢 behind 清河县县长是谁."""
    asked = _OFFICE.match(alone.text)
    if asked is None or alone.links or before.kind not in ("person", "office"):
        return None
    return f"{before.place or before.district or ''}{asked['office']}是谁"


def at_other_time(alone: Query, before: Query) -> str | None:
    """前年新增就业多少人 for 前年呢 behind 去年新增就业多少人; the time leads a question that names none."""
    other = _TIME.match(alone.text)
    if other is None or alone.links or alone.stages or alone.periods:
        return None
    whole = spelt_out(before)
    times = _PARTS if other["alone"] else _YEARS
    replaced = times.sub(other["time"], whole, count=1)
    return replaced if replaced != whole else f"{other['time']}{whole}"


def spelt_out(query: Query) -> str:
    """螃蟹去年产量多少 for 去年产量多少 behind a question about 螃蟹: a turn with what it has taken over in front."""
    carried = [(term.start, term.text) for term in query.terms if term.start < 0]
    names = [link.name for link in query.links if query.context and link.start == link.end]
    return "".join((*names, *(text for _, text in sorted(carried)), _LEADS.sub("", query.text)))


def of_the_same(alone: Query, before: Query, row: str | None = None) -> str | None:
    """望江增速 for 增速 behind 望江呢: another figure of the place, or of the ``row``, that was asked about."""
    place = _place_of(before) or row
    asked = _LEADS.sub("", alone.text).rstrip("呢？?")
    named = alone.links or alone.place or alone.periods or alone.stages
    if place is None or named or _AMONG.search(alone.text) or points_back(alone):
        return None
    return f"{place}{asked}" if asked and len(asked) <= _LONGEST else None


def _is_alone(alone: Query, name: str) -> bool:
    """那望江呢: nothing else stands in the turn."""
    return _LEADS.sub("", alone.text).rstrip("呢？?") == name


def _place_of(before: Query) -> str | None:
    """The district or place that a question names, as it was typed."""
    links = [link for link in before.links if link.kind == "district"]
    if links:
        return links[0].typed if len(links) == 1 else None
    return before.place or "".join(term.text for term in places_of(before)) or None
