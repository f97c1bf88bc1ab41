"""Whatever people call themselves and type: Telegram refuses nothing that comes of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.app import Bot
from bot.settings import BotSettings
from index.library import Library
from tests.telegram.conftest import Runs
from tests.telegram.server import Telegram
from tests.telegram.waiting import eventually

WORDS = [
    "<b>", "</b><i>", "&lt;script&gt;", "&", "<a href='javascript:x'>点</a>", "<blockquote>", "&#x202e;", "\u202e倒\u202c", "\u2066\u2069",
    "\x00\x01\x1b[31m", "\u200b\u200d\ufeff", "👨\u200d👩\u200d👧\u200d👦", "🇨🇳", "𠮷野家", "e\u0301" * 40, "\ud83d", "\udc00", "%s {0} {name}",
    "a" * 4096, "题" * 4096, "😀" * 4096, "<" * 4096, "&" * 4096, "\n" * 4096, " ", "．" * 500, "';DROP TABLE inbox;--", "/", "//", "/\n",
    "@bulletin_test_bot", "*_`[]()~>#+-=|{}.!", "第七期<b>三个一批</b>总投资&多少？",
]  # fmt: skip
COMMANDS = ["ask", "project", "projects", "latest", "district", "subscribe", "check", "pin", "asof", "alias", "grant", "start", "chart", "nothing"]
_USUAL = ("not modified", "not found", "can't be edited")


async def test_no_request_is_ever_refused(telegram: Telegram, settings: BotSettings, runs: Runs) -> None:
    async with runs(settings, clock=_patient()) as running:
        for number, word in enumerate(WORDS):
            await telegram.says(word, user=1000 + number, name=word[:60])
            await telegram.says(f"@bulletin_test_bot {word}"[:4096], user=7, chat=-1001000000000 - number, kind="supergroup", name=word[:60])
            await telegram.update({"inline_query": telegram.people.inline(word[:256])})
            command = COMMANDS[number % len(COMMANDS)]
            await telegram.says(f"/{command} {word}"[:4096], user=901)
        await _idle(telegram, running)
    assert not [words for _, words in telegram.refused if not any(usual in words for usual in _USUAL)]
    assert not any("编号" in one.text and one.text.startswith("抱歉") for one in telegram.sent)
    assert {one.chat for one in telegram.sent} >= {1000 + number for number in range(len(WORDS))}


HOSTILE = """<b>第九期&“三个一批”</b>项目\u202e签约 <script>
本报讯（记者 张\u200b三<i>）1月5日，\x1b[31m甲&乙区第九期签约项目<u>3个，总投资9.5亿元。签约<a href="x">的是𠮷野&家项目、</b>👨\u200d👩\u200d👧乐园项目、a{0}%s项目。

""" + "长" * 300 + "<&>" * 40 + "。\n"


async def test_article_text_of_every_kind_is_shown(
    telegram: Telegram, settings: BotSettings, runs: Runs, library: Library, tmp_path: Path
) -> None:
    with Library.open(tmp_path / "hostile.db", create=True) as hostile:
        path = tmp_path / "<b>坏&名.txt"
        path.write_text(HOSTILE, encoding="utf-8")
        hostile.add([path])
        async with runs(settings, library=hostile, clock=_patient()) as running:
            for text in ("第九期签约总投资多少", "第九期签约的是哪些项目", "/latest", "/project 𠮷野&家", "长长长", "/start"):
                await telegram.says(text)
            await telegram.wait_for(6)
            await _idle(telegram, running)
            for message in list(telegram.sent):
                for row in (message.buttons or {"inline_keyboard": []})["inline_keyboard"]:
                    for one in row:
                        if "callback_data" in one:
                            await telegram.presses(message, "", data=one["callback_data"])
            await _idle(telegram, running)
    assert not [words for _, words in telegram.refused if not any(usual in words for usual in _USUAL)]
    assert not any("编号" in one.text and one.text.startswith("抱歉") for one in telegram.sent)


def _patient() -> Any:
    """A clock on which a minute passes between two messages: limits are tested elsewhere."""
    now = [0.0]

    def tick() -> float:
        now[0] += 60.0
        return now[0]

    return tick


async def _idle(telegram: Telegram, running: Bot) -> None:
    """Until everything that was said is dealt with."""
    await telegram.says("/help", user=77)
    await telegram.until(lambda: any(one.chat == 77 for one in telegram.sent), 60)
    await eventually(lambda: not running.store.inbox.waiting(), 60)
    telegram.chats.sent = [one for one in telegram.sent if one.chat != 77]


@pytest.fixture(autouse=True)
def no_trouble(caplog: pytest.LogCaptureFixture) -> Any:
    """No error in the log."""
    yield
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
