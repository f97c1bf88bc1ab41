"""What cannot be right is stored as printed, flagged, and answers say so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.library import Library

LONG = (
    "柳坡镇滨湖路道路改造及沿线雨污分流管网提升和桥梁加固与景观照明亮化智慧灯杆建设暨老旧小区基础设施配套完善"
    "并同步实施沿湖生态绿道贯通与海绵城市示范片区综合整治一体化提升工程项目"
)
PAGES = {
    "may.txt": f"""\
安陵日报
2024年5月12日 星期日 第1203期

安陵县第八期“三个一批”项目16个 总投资50.6亿元

本报讯（记者 谷雨）5月10日，全市第八期“三个一批”项目建设活动举行，安陵县谋划第八期“三个一批”项目15个，总投资48.2亿元。

“签约一批”项目3个，总投资12.4亿元，分别是：恒远轴承制造项目、云舟预制菜加工项目。

“开工一批”项目5个，总投资20.5亿元。分别是：安陵县第三小学、碧泉水厂扩建工程、{LONG}、白沙湖防洪堤工程、红枫路幼儿园。

“投产一批”项目8个，总投资18.7亿元，已全部投产。

其中，恒远轴承制造项目总投资3.06万元，由恒远科技有限公司投资建设；碧泉水厂扩建工程总投资25亿元。
""",
    "june.txt": """\
安陵日报
2024年6月12日 星期三 第1230期

安陵县第八期“三个一批”项目进展

本报讯（记者 谷雨）安陵县第八期“三个一批”“开工一批”项目6个，总投资20.5亿元，已全部开工。碧泉水厂扩建工程总投资2.5亿元，主体完工。
""",
    "other.txt": """\
西坪日报
2024年5月13日 星期一 第88期

西坪县集中开工项目2个

本报讯（记者 冬青）5月12日，西坪县举行二季度重大项目集中开工活动，集中开工项目2个，总投资9.8亿元，分别是：碧泉水厂扩建工程、西坪中学新校区。

碧泉水厂扩建工程总投资1.2亿元，位于松石镇。
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("contradictions")
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Library.open(folder / "library.db", create=True) as opened:
        opened.add([folder / name for name in PAGES])
        yield opened


def test_every_figure_is_stored_as_printed(library: Library) -> None:
    wholes = [(b.value.count, b.value.total) for b in library.batches(period=8, stage="合计")]
    assert {(15, 48.2), (16, 50.6)} <= set(wholes)
    (bearing,) = [p.value for p in library.projects() if p.value.name == "恒远轴承制造项目"]
    assert [(one.value, one.unit) for one in bearing.investments] == [(3.06, "万")]
    assert LONG in {p.value.name for p in library.projects()}


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("source_conflict", "有两种说法：16个和15个"), ("count_mismatch", "写明15个，各部分相加为3+5+8=16个"),
        ("sum_mismatch", "写明总投资48.2亿元，各部分相加为51.6亿元"), ("count_mismatch", "写明3个，列出的名称有2个"),
        ("unit_suspicious", "印为3.06万元，单位可能有误"), ("unit_suspicious", "总投资25亿元大于所在批次的总投资20.5亿元"),
        ("layout", "项目名称长达"), ("source_conflict", "2024-05-10写25亿元，2024-06-12写2.5亿元"),
        ("source_conflict", "2024-05-10写5个，2024-06-12写6个"),
    ],
)  # fmt: skip
def test_an_admin_sees_what_cannot_be_right(library: Library, kind: str, words: str) -> None:
    assert any(doubt.kind == kind and words in doubt.message for doubt in library.doubts())


@pytest.mark.parametrize(
    ("question", "answer", "note"),
    [
        ("第八期签约一批几个项目", "3个", "写明3个，列出的名称有2个"),
        ("恒远轴承制造项目总投资多少", "3.06万元", "单位可能有误"),
        ("安陵县碧泉水厂扩建工程总投资多少", "2.5亿元", "2024年5月10日写25亿元，2024年6月12日写2.5亿元"),
        ("安陵县第八期开工一批几个项目", "6个", "2024年5月10日写5个，2024年6月12日写6个"),
    ],
)
def test_an_answer_says_that_its_figure_is_doubtful(library: Library, question: str, answer: str, note: str) -> None:
    found = library.ask(question)
    assert found.answer == answer
    assert note in (found.detail or "")


def test_a_figure_that_nothing_contradicts_has_no_note(library: Library) -> None:
    found = library.ask("安陵县第八期投产一批总投资多少")
    assert (found.answer, found.detail) == ("18.7亿元", None)


def test_a_list_shorter_than_its_count_is_not_given_out_as_whole(library: Library) -> None:
    found = library.ask("第八期签约一批有哪些项目")
    assert found.status == "not_found" and "云舟预制菜加工项目" in (found.detail or "")


def test_one_name_in_two_districts_is_asked_back(library: Library) -> None:
    found = library.ask("碧泉水厂扩建工程总投资多少")
    assert found.status == "ambiguous"
    assert {library.ask(option).answer for option in found.options} == {"2.5亿元", "1.2亿元"}
    assert library.ask("碧泉水厂扩建工程总投资多少", district="西坪县").answer == "1.2亿元"
