"""The conversation in the terminal, lines from a pipe."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.store import ChatStore
from bot.terminal import chat
from index.library import Library
from tests.bot.pages import SIGNED
from tests.bot.stage import settings_in

Talks = Callable[..., str]


@pytest.fixture
def talks(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Talks:
    """Types lines; what is printed."""
    monkeypatch.chdir(tmp_path)

    def call(*lines: str) -> str:
        store = ChatStore(tmp_path / "chats.db")
        out = io.StringIO()
        try:
            chat(library, store, settings_in(tmp_path), io.StringIO("".join(f"{one}\n" for one in lines)), out)
        finally:
            store.close()
        assert "<" not in out.getvalue()
        return out.getvalue()

    return call


def test_questions_follow_one_another(talks: Talks) -> None:
    shown = talks("第七期三个一批总投资多少？", "那开工的呢？")
    first, second = shown.split("问> 那开工的呢？")
    assert "62.4亿元\n" in first and "出处：紧盯项目不松劲" in first and "“中原区共有" in first
    assert second.lstrip().startswith("31.2亿元")


def test_buttons_are_chosen_by_their_number(talks: Talks) -> None:
    shown = talks("书记是谁", "1")
    assert "[1] 清河县书记是谁" in shown
    assert "顾长风" in shown.split("问> 1")[1]


def test_a_list_keeps_its_numbers(talks: Talks) -> None:
    shown = talks("/projects", "3", "/latest", "1")
    assert "八通技术研发中心项目\n" in shown.split("问> 3")[1]
    assert "县政务服务中心" in shown.split("问> 1")[1]


def test_it_ends_at_a_word_of_leaving(talks: Talks) -> None:
    assert "区长" not in talks("退出", "区长是谁")


def test_a_command_waits_for_its_words(talks: Talks) -> None:
    shown = talks("/check", "第七期三个一批项目共15个")
    assert "✓ 属实" in shown


def test_files_come_in_and_go_out(talks: Talks, tmp_path: Path) -> None:
    page = tmp_path / "二月.txt"
    page.write_text(SIGNED, encoding="utf-8")
    shown = talks(f"/upload {page}", "1", "云杉智能仓储项目总投资多少", "/export", "1")
    assert "预览：二月.txt" in shown and "✅" in shown
    assert "3.5亿元" in shown.split("问> 云杉")[1]
    assert page.exists()
    assert "云杉智能仓储项目" in (tmp_path / "项目.csv").read_text(encoding="utf-8-sig")
    assert "用户" not in talks("/audit") and "命令行 导入" in talks("/audit")


def test_who_writes_traditional_reads_traditional(talks: Talks) -> None:
    shown = talks("第七期三個一批總投資多少？", "/help")
    assert "62.4億元" in shown and "怎樣提問" in shown


def test_nothing_is_promised_that_a_terminal_cannot_do(talks: Talks) -> None:
    assert "请在 Telegram 里订阅" in talks("/subscribe 水库")
    assert "订阅" not in talks("/start").replace("取消订阅", "")
