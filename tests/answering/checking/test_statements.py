"""Sentences as staff paste them, from drafts, minutes and posts: true, wrong and such as no bulletin speaks of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.records import Claim
from tests.answering.pages import checking

HERE = Path(__file__).parent
PAGES = sorted(path.stem for path in HERE.glob("*.txt"))
Check = Callable[..., tuple[Claim, ...]]


def statements(page: str) -> list[tuple[str, str, bool]]:
    """(verdict, statement, the check tells just that) of a page's file."""
    lines = (HERE / f"{page}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(verdict, text.removeprefix("*"), text.startswith("*")) for verdict, text in rows]


def as_a_whole(claims: tuple[Claim, ...]) -> str:
    """One thing wrong makes a sentence wrong, one thing unknown leaves it open."""
    verdicts = {claim.verdict for claim in claims}
    return next((one for one in ("contradicted", "not_mentioned") if one in verdicts), "confirmed")


@pytest.fixture(scope="module")
def checks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Check]]:
    made: dict[str, Check] = {}
    contexts = []
    for page in PAGES:
        context = checking(tmp_path_factory.mktemp(page), (HERE / f"{page}.txt").read_text(encoding="utf-8"))
        contexts.append(context)
        made[page] = context.__enter__()
    yield made.__getitem__
    for context in contexts:
        context.__exit__(None, None, None)


@pytest.mark.parametrize(("page", "verdict", "text"), [(p, v, t) for p in PAGES for v, t, sure in statements(p) if sure])
def test_a_statement_is_judged(checks: Callable[[str], Check], page: str, verdict: str, text: str) -> None:
    assert as_a_whole(checks(page)(text)) == verdict


@pytest.mark.parametrize(
    ("page", "verdict", "text"), [(p, v, t) for p in PAGES for v, t, sure in statements(p) if not sure]
)
def test_where_nothing_is_sure_nothing_is_told(
    checks: Callable[[str], Check], page: str, verdict: str, text: str
) -> None:
    assert as_a_whole(checks(page)(text)) == "not_mentioned"


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("考核中，潮音街道94.6分，望海镇92.3分", 2), ("三所学校里头，滨江小学有1350个学位", 1),
        ("汐宁港货物吞吐量1260万吨 同比增长8.3%", 2), ("今年4月，渔人码头完工", 1),
        ("区长楼若薇主持，副区长戚远山通报项目进展", 2), ("【快讯】滨江小学有1350个学位", 1),
    ],
)  # fmt: skip
def test_what_only_frames_a_claim_is_none_of_its_own(
    checks: Callable[[str], Check], text: str, claims: int
) -> None:
    assert len(checks("harbour")(text)) == claims


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("汐宁港完成货物吞吐量1260万吨左右", "confirmed"), ("港口生产性泊位不到40个", "confirmed"),
        ("港湾电缆二期总投资18亿多元", "confirmed"), ("全区重大项目安排了40多个", "confirmed"),
        ("港湾电缆二期总投资近30亿元", "contradicted"),
    ],
)  # fmt: skip
def test_a_rough_figure_stands_for_what_lies_within_it(
    checks: Callable[[str], Check], text: str, verdict: str
) -> None:
    assert as_a_whole(checks("harbour")(text)) == verdict
