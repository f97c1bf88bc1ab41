"""A past day, one project's steps, doubts between bulletins, synonyms, a search index built anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from index.library import Library

SIGNED = """青禾区第三期“三个一批”项目签约

本报讯（记者 林晓）2024年2月6日，青禾区举行第三期“三个一批”项目签约活动，签约项目4个，总投资21.5亿元。其中，云杉智能仓储项目由青禾云杉物流有限公司投资建设，总投资3.5亿元。
"""
STARTED = """青禾区云杉智能仓储项目开工

本报讯（记者 林晓）2024年5月9日，青禾区第三期“三个一批”开工活动举行，云杉智能仓储项目由青禾云杉物流有限公司投资建设，总投资4.2亿元，现场宣布开工。
"""


def _added(library: Library, folder: Path, **pages: str) -> None:
    for name, text in pages.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        assert library.add([folder / f"{name}.txt"])[0].status == "added"


def test_on_a_past_day_only_what_was_printed_by_then_is_known(library: Library) -> None:
    question = "清河县第二批重点项目总投资多少？"
    assert library.ask_as_of(question, date(2023, 12, 31)).status == "not_found"
    assert library.ask_as_of(question, date(2024, 3, 31)).answer == library.ask(question).answer == "38.6亿元"


def test_a_past_day_cites_no_later_article(library: Library) -> None:
    dates = {article.id: article.date or "" for article in library.articles()}
    for question in ("区长是谁", "总投资多少", "有哪些会议", "开工了哪些项目"):
        answer = library.ask_as_of(question, date(2023, 1, 28))
        assert all(dates[source.article] <= "2023-01-28" for source in answer.sources)


def test_a_timeline_has_the_steps_of_one_project_oldest_first(library: Library, tmp_path: Path) -> None:
    _added(library, tmp_path, later=STARTED, earlier=SIGNED)
    project = next(p.id for p in library.catalogue() if "云杉" in p.row.name)
    steps = library.timeline(project)
    assert [step.date for step in steps] == ["2024-02-06", "2024-05-09"]
    assert all("云杉" in step.row.name and step.source.quote for step in steps)
    assert library.timeline("nowhere/nothing") == ()


def test_bulletins_that_disagree_are_doubts_with_both_articles(library: Library, tmp_path: Path) -> None:
    before = library.doubts()
    _added(library, tmp_path, earlier=SIGNED, later=STARTED)
    fresh = [doubt for doubt in library.doubts() if doubt not in before]
    between = [doubt for doubt in fresh if doubt.kind == "source_conflict"]
    assert any("3.5" in d.message and "4.2" in d.message and len(d.articles) == 2 for d in between)


def test_a_search_index_built_anew_finds_the_same(library: Library) -> None:
    before = library.search("常庄水库加固")
    assert library.reindex() > len(library.articles())
    assert library.search("常庄水库加固") == before
    assert library.doctor() == ()


def test_a_synonym_is_read_as_the_word_it_stands_for(library: Library) -> None:
    asked = "第七期三个一批的盘子多少？"
    library.add_alias("盘子", "总投资", actor="test")
    answer = library.ask(asked)
    assert answer.answer == "62.4亿元"
    assert ("盘子", "总投资") in answer.repaired
    assert answer.question == asked
    library.remove_alias("盘子", actor="test")
    assert ("盘子", "总投资") not in library.ask(asked).repaired


def test_related_questions_are_answered_and_say_something_else(library: Library) -> None:
    answer = library.ask("第七期三个一批总投资多少？")
    offered = library.related(answer)
    assert 1 <= len(offered) <= 3
    for question in offered:
        again = library.ask(question)
        assert again.status == "answered"
        assert again.answer != answer.answer
    refused = library.ask("今天天气怎么样")
    assert library.related(refused) == refused.related
