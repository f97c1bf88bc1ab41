"""Several bulletins together: one project through them, holders of offices, disagreements, doubts, reprints."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from index.library import Library

PAGES = {
    "1-sign.txt": """
云岚日报 2023年5月12日 星期五 第1版

云岚区集中签约2个项目 总投资9.6亿元

本报讯（记者 柯青）5月11日，云岚区2023年二季度项目集中签约仪式举行，签约项目2个，总投资9.6亿元，分别是：
辰光智能传感器产业园项目、云岚湖康养中心项目。区委副书记、区长温如海主持仪式。

辰光智能传感器产业园项目由辰光电子有限公司投资建设，总投资7.2亿元，位于云岚经济开发区，占地96亩。
""",
    "2-start.txt": """
云岚日报 2023年11月3日 星期五 第1版

云岚区重大项目集中开工

本报讯（记者 柯青）11月2日，云岚区四季度重大项目集中开工活动举行，开工项目2个，总投资12.1亿元，分别是：
辰光智能传感器产业园项目、云岚大桥改建工程。区长温如海宣布开工。

辰光智能传感器产业园项目总投资7.5亿元，计划2024年10月投产。
""",
    "3-production.txt": """
云岚日报 2024年10月25日 星期五 第1版

辰光智能传感器产业园投产

本报讯（记者 柯青）10月24日，辰光智能传感器产业园项目正式投产，达产后年产传感器800万只。代区长骆云帆到现场祝贺。
""",
    "4-other.txt": """
望海新报 2024年3月1日 星期五 第2版

望海区康养项目开工

本报讯 2月28日，望海区云岚湖康养中心项目开工，总投资3.06万元，占地40亩，由望海康养集团有限公司投资建设。区长白浪主持开工仪式。
""",
    "5-reprint.txt": """
云岚手机报 2024年10月26日 星期六

辰光智能传感器产业园投产

本报讯（记者 柯青）10月24日，辰光智能传感器产业园项目正式投产，达产后年产传感器800万只。代区长骆云帆到现场祝贺。
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("across")
    for name, text in PAGES.items():
        (folder / name).write_text(text.lstrip(), encoding="utf-8")
    with Library.open(folder / "x.db", create=True) as made:
        reports = made.add(sorted(folder.glob("*.txt")))
        assert {report.status for report in reports} <= {"added", "same", "changed"}, reports
        yield made


def project(library: Library, name: str, district: str) -> str:
    found = {p.id for p in library.catalogue(name=name, district=district)}
    assert len(found) == 1, found
    return found.pop()


def test_signing_start_and_production_are_steps_of_one_project(library: Library) -> None:
    steps = library.timeline(project(library, "辰光智能传感器产业园项目", "云岚区"))
    assert [(s.row.stage, s.date) for s in steps if s.row.stage][:3] == [
        ("签约", "2023-05-11"), ("开工", "2023-11-02"), ("投产", "2024-10-24"),
    ]  # fmt: skip
    assert {s.source.article for s in steps} <= {a.id for a in library.articles()}


def test_an_alias_finds_it(library: Library) -> None:
    answer = library.ask("辰光传感器产业园是谁投资建设的")
    assert answer.status == "answered" and "辰光电子" in answer.answer


def test_the_same_name_in_two_districts_is_two_projects(library: Library) -> None:
    ours, theirs = (project(library, "云岚湖康养中心项目", d) for d in ("云岚区", "望海区"))
    assert ours != theirs
    rows = {p.row.district: p.row for p in library.catalogue(name="云岚湖康养中心项目")}
    assert rows["望海区"].owner == "望海康养集团有限公司" and rows["云岚区"].owner is None


def test_two_bulletins_that_disagree_keep_both_figures(library: Library) -> None:
    (doubt,) = [d for d in library.doubts() if d.kind == "source_conflict" and "辰光" in d.message]
    assert "2023-05-11写7.2亿元" in doubt.message and "2023-11-02写7.5亿元" in doubt.message
    assert len(doubt.articles) == 2
    answer = library.ask("辰光智能传感器产业园项目总投资多少")
    assert "7.5" in answer.answer + (answer.detail or "") and "7.2" in answer.answer + (answer.detail or "")


def test_an_answer_from_a_doubtful_figure_says_so(library: Library) -> None:
    answer = library.ask("望海区云岚湖康养中心项目总投资多少")
    assert "3.06万" in answer.answer
    assert "存疑" in (answer.detail or "") and "单位可能有误" in (answer.detail or "")


def test_the_holder_of_an_office_as_of_a_day(library: Library) -> None:
    past = library.ask_as_of("云岚区区长是谁", date(2023, 12, 31))
    assert "温如海" in past.answer
    assert "骆云帆" not in past.answer


def test_a_project_as_of_a_day(library: Library) -> None:
    past = library.ask_as_of("辰光智能传感器产业园项目投产了吗", date(2023, 12, 31))
    now = library.ask("辰光智能传感器产业园项目投产了吗")
    assert now.answer.startswith("是") and not past.answer.startswith("是")


def test_a_reprint_adds_no_step(library: Library) -> None:
    steps = library.timeline(project(library, "辰光智能传感器产业园项目", "云岚区"))
    assert len([s for s in steps if s.row.stage == "投产" and s.date == "2024-10-24"]) >= 1
    assert len({(s.row.stage, s.date) for s in steps if s.row.stage == "投产"}) == 1


def test_facts_projects_batches_and_status_count_the_same_things(library: Library) -> None:
    status = library.status()
    assert status.facts == len(library.facts()) and status.batches == len(library.batches())
    assert status.flags == len(library.flags()) > 0
    assert "云岚区" in status.districts and "望海区" in status.districts
