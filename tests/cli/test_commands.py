"""bulletin-index: exit codes, one sentence for what goes wrong, lines in and out."""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from index.cli.commands import COMMANDS
from index.cli.main import build_parser

Run = Callable[..., tuple[int, str, str]]


def one_sentence(err: str) -> bool:
    return len(err.strip().splitlines()) == 1 and "Traceback" not in err and "Error" not in err


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str, run: Run) -> None:
    code, out, _ = run(name, "--help")
    assert code == 0
    assert f"例：bulletin-index {name}" in out
    assert "--db" in out


@pytest.mark.parametrize(
    "name", [n for n in COMMANDS if n not in ("bench", "eval", "restore", "doctor", "add")]
)
def test_without_a_database_there_is_one_sentence(name: str, run: Run, tmp_path: Path) -> None:
    needed = {
        "remove": ["x"],
        "rollback": ["1"],
        "search": ["x"],
        "check": ["x"],
        "backup": [str(tmp_path / "b")],
    }
    code, out, err = run(name, *needed.get(name, []), at=tmp_path / "none.db")
    assert (code, out) == (1, "")
    assert one_sentence(err) and "不存在" in err
    assert not (tmp_path / "none.db").exists()


def test_usage_is_exit_2(run: Run) -> None:
    assert run()[0] == 2
    assert run("nonsense")[0] == 2
    assert run("rollback", "x")[0] == 2
    assert run("search")[0] == 2
    assert run("check")[0] == 2
    assert run("search", "x", "-k", "0")[0] == 2


@pytest.mark.parametrize(
    "content", [b"this is no database at all" * 99, b"SQLite format 3\0" + b"\xff" * 4096]
)
def test_a_corrupt_database_is_one_sentence(content: bytes, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "broken.db"
    path.write_bytes(content)
    for arguments in (["articles"], ["add", str(path)], ["search", "x"]):
        code, _, err = run(*arguments, at=path)
        assert code == 1 and one_sentence(err), err
    assert path.read_bytes() == content
    assert run("doctor", at=path)[0] == 1


def test_a_database_of_another_program_is_left_alone(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE notes (x)")
    other.close()
    before = path.read_bytes()
    code, _, err = run("add", "data/bulletins", at=path)
    assert code == 1 and "别的程序" in err
    assert path.read_bytes() == before


def test_add_once_and_again(run: Run, tmp_path: Path) -> None:
    db = tmp_path / "new.db"
    file = tmp_path / "a.txt"
    file.write_text(
        "东湖区启用新图书馆\n\n本报讯（记者 王一）5月6日，东湖区新图书馆启用，藏书12万册。\n",
        encoding="utf-8",
    )
    code, out, _ = run("add", file, "--dry-run", "--json", at=db)
    assert code == 0 and json.loads(out)[0]["status"] == "added"
    assert not db.exists()
    assert json.loads(run("add", file, "--json", at=db)[1])[0]["status"] == "added"
    assert json.loads(run("add", file, "--json", at=db)[1])[0]["status"] == "same"
    assert len(json.loads(run("history", "--json", at=db)[1])) == 1
    file.write_text(file.read_text(encoding="utf-8").replace("12万册", "13万册"), encoding="utf-8")
    assert json.loads(run("add", file, "--json", at=db)[1])[0]["status"] == "changed"
    (article,) = json.loads(run("articles", "--json", at=db)[1])
    assert "13万册" in article["text"] and article["versions"] == 2
    assert run("rollback", 1, at=db)[0] == 0
    (article,) = json.loads(run("articles", "--json", at=db)[1])
    assert "12万册" in article["text"]
    actions = [entry["action"] for entry in json.loads(run("audit", "--json", at=db)[1])]
    assert actions == ["add", "change", "rollback"]


def test_remove_and_rollback(run: Run) -> None:
    articles = json.loads(run("articles", "--json")[1])
    assert run("remove", articles[0]["id"][:8])[0] == 0
    assert len(json.loads(run("articles", "--json")[1])) == len(articles) - 1
    assert run("rollback", 1)[0] == 0
    assert json.loads(run("articles", "--json")[1]) == articles
    for arguments in (("remove", "nothing"), ("rollback", 99)):
        code, _, err = run(*arguments)
        assert code == 1 and one_sentence(err)


def test_a_generation_that_is_no_longer_kept_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BULLETIN_GENERATIONS", "2")
    ids = [article["id"] for article in json.loads(run("articles", "--json")[1])]
    for identity in ids[:3]:
        assert run("remove", identity)[0] == 0
    assert [one["kept"] for one in json.loads(run("history", "--json")[1])] == [False, False, True, True]
    told = [line for line in run("history")[1].splitlines() if "不再保留" in line]
    assert len(told) == 2
    code, _, err = run("rollback", 1)
    assert code == 1 and one_sentence(err) and "第 1 代已不再保留" in err and "第 3 代" in err
    assert run("rollback", 3)[0] == 0
    assert len(json.loads(run("articles", "--json")[1])) == len(ids) - 2


def test_search_lines_in_order(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        '{"id": 1, "query": "总投资", "more": true}',
        "no json",
        '{"id": 3}',
        "",
        "[1]",
        '{"id": "五", "query": "zzzz"}',
    ]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
    code, out, _ = run("search", "--jsonl", "-k", 2)
    found = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [one["id"] for one in found] == [1, None, 3, None, "五"]
    assert len(found[0]["hits"]) == 2 and "error" in found[1] and "error" in found[2] and "error" in found[3]
    assert found[4]["hits"] == []


def test_check_lines_in_order(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ['{"id": "a", "sentence": "第七期三个一批项目15个"}', '{"id": "b"}']
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
    code, out, _ = run("check", "--jsonl")
    first, second = (json.loads(line) for line in out.splitlines())
    assert (
        code == 0 and first["claims"][0]["verdict"] == "confirmed" and second["id"] == "b" and second["error"]
    )


def test_explain_gives_the_terms(run: Run) -> None:
    (hit,) = json.loads(run("search", "签约", "-k", 1, "--explain", "--json")[1])
    assert {"term", "field", "df", "idf", "tf", "contribution"} <= set(hit["explain"][0])
    assert "idf" in run("search", "签约", "-k", 1, "--explain")[1]


def test_search_filters(run: Run) -> None:
    for arguments, test in (
        (("--kind", "project"), lambda hit: hit["kind"] == "project"),
        (("--district", "中原区"), lambda hit: True),
    ):
        hits = json.loads(run("search", "项目", "--json", *arguments)[1])
        assert hits and all(map(test, hits))
    assert json.loads(run("search", "项目", "--json", "--district", "没有区")[1]) == []
    assert run("search", "项目", "--since", "昨天")[0] == 1


def test_lists_as_lines(run: Run) -> None:
    out = run("facts", "--jsonl")[1]
    assert [json.loads(line) for line in out.splitlines()] == json.loads(run("facts", "--json")[1])


@pytest.mark.parametrize("name", ["articles", "projects", "batches", "facts", "status", "history", "audit"])
def test_lists_for_people_are_aligned(name: str, run: Run) -> None:
    from index.language.columns import width

    code, out, _ = run(name)
    rule = out.splitlines()[1]
    assert code == 0 and set(rule) <= {"-", " "}
    assert all(width(line) <= len(rule) for line in out.splitlines())


def test_eval(run: Run, tmp_path: Path) -> None:
    questions = tmp_path / "q.jsonl"
    rows = [
        {"id": "1", "question": "第七期三个一批总投资多少", "answerable": True, "type": "money", "must_include": ["62.4亿"],
         "answers": ["62.4亿元"], "source_title": "", "quote": "投资62.4亿元"},
        {"id": "2", "question": "第八期三个一批总投资多少", "answerable": False, "type": "unanswerable:other_period"},
    ]  # fmt: skip
    questions.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    found = json.loads(run("eval", questions, "--json")[1])
    assert found["net"] == 1.0 and found["types"] == {"money": {"right": 1}, "unanswerable": {"refused": 1}}
    assert "净得分 1.000" in run("eval", questions)[1]
    assert run("eval", tmp_path / "none.jsonl")[0] == 1


def test_a_bad_setting_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BULLETIN_TZ", "Mars/Olympus")
    code, _, err = run("status")
    assert code == 1 and one_sentence(err) and "BULLETIN_TZ" in err and "Mars/Olympus" in err


def test_an_unknown_setting_is_one_warning(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BULLETIN_DISTRIKT", "中原区")
    code, _, err = run("status")
    assert code == 0 and one_sentence(err) and "BULLETIN_DISTRICT" in err


def test_the_parser_knows_every_command() -> None:
    assert set(COMMANDS) <= set(build_parser().format_help().replace(",", " ").split())


def test_doubts_are_listed_whole(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text(
        "临江县重点项目开工\n\n本报讯 2024年4月2日，华岳轴承制造项目开工，总投资3.06万元，占地80亩，由华岳科技有限公司投资建设。\n",
        encoding="utf-8",
    )
    assert run("add", page)[0] == 0
    code, out, _ = run("doubts")
    assert code == 0 and "单位" in out and "华岳轴承制造项目的总投资印为3.06万元，单位可能有误。" in out
    (found,) = json.loads(run("doubts", "--json")[1])
    assert found["kind"] == "unit_suspicious" and found["articles"]
    assert "doubts" in run("status")[1]
