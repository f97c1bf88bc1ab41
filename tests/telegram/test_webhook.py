"""The webhook: by settings alone, only with the secret, small bodies, and acknowledged before the work."""

from __future__ import annotations

import asyncio
import io
import os
import signal
import socket

import aiohttp
import pytest

from tests.telegram.nursery import Bots
from tests.telegram.server import Telegram
from tests.telegram.waiting import eventually

ASKED, FIGURE = "第七期三个一批总投资多少？", "62.4亿元"
SECRET = "s3cret_of_the_webhook"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
def env(env: dict[str, str]) -> dict[str, str]:
    """Settings of a bot that listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    return env | {
        "TELEGRAM_WEBHOOK_URL": f"http://{address}/hook", "TELEGRAM_WEBHOOK_LISTEN": address,
        "TELEGRAM_WEBHOOK_SECRET": SECRET,
    }  # fmt: skip


async def test_questions_come_in_and_repeats_are_answered_once(telegram: Telegram, bots: Bots) -> None:
    telegram.repeat = True
    pid = await bots.start()
    await telegram.says(ASKED)
    await telegram.says("/help")
    await telegram.wait_for(2, 30)
    assert [one.text[:4] for one in telegram.sent] == [FIGURE[:4], "怎样提问"]
    assert telegram.called("getUpdates") == 0
    assert telegram.webhook["secret_token"] == SECRET
    await bots.kill(pid)
    await telegram.says("第七期开工一批有几个项目")  # sent again and again until somebody listens
    await bots.start()
    await telegram.wait_for(3, 30)
    assert telegram.sent[2].text.startswith("6个")


async def test_what_is_refused_and_what_is_acknowledged(
    telegram: Telegram, bots: Bots, env: dict[str, str]
) -> None:
    pid = await bots.start()
    await eventually(lambda: telegram.webhook, 30)
    url, good = env["TELEGRAM_WEBHOOK_URL"], {HEADER: SECRET}
    body = {"update_id": 5, "message": telegram.people.message(ASKED)}
    async with aiohttp.ClientSession() as session:
        for headers in ({}, {HEADER: ""}, {HEADER: SECRET[:-1]}, {HEADER: SECRET + "x"}, {HEADER: "密"}):
            assert (await session.post(url, json=body, headers=headers)).status == 403
        assert (await session.post(url, data=io.BytesIO(b"x" * (1024 * 1024 + 1)), headers=good)).status == 413
        for bad in (b"{", b"\xff\xfe", b"[" * 100_000, b""):
            assert (await session.post(url, data=bad, headers=good)).status == 400
        for odd in ([], 5, {"update_id": "x"}, {"update_id": 6, "message": {}}):
            assert (await session.post(url, json=odd, headers=good)).status == 200
        assert (await session.get(url, headers=good)).status == 405
        assert (await session.post(url + "x", json=body, headers=good)).status == 404
        telegram.fail("sendMessage", "delay", delay=0.6, chat=7)
        assert (await session.post(url, json=body, headers=good)).status == 200
        assert not any(one.chat == 7 for one in telegram.sent)
    await telegram.until(lambda: any(one.chat == 7 for one in telegram.sent))
    os.kill(pid, signal.SIGTERM)
    assert await bots.ended(pid) == 0
    assert "Traceback" not in bots.log and SECRET not in bots.log


async def test_a_revoked_token_is_noticed_without_polling(telegram: Telegram, bots: Bots) -> None:
    pid = await bots.start()
    await eventually(lambda: telegram.webhook, 30)
    telegram.token = "1:another"
    await telegram.says(ASKED)
    assert await bots.ended(pid) == 1
    assert bots.log.count("令牌") == 1 and "Traceback" not in bots.log


async def test_a_port_that_is_taken_is_one_sentence(
    telegram: Telegram, bots: Bots, env: dict[str, str]
) -> None:
    host, port = env["TELEGRAM_WEBHOOK_LISTEN"].split(":")
    server = await asyncio.start_server(lambda reader, writer: writer.close(), host, int(port))
    async with server:
        pid = await bots.start()
        assert await bots.ended(pid, 30) == 1
    assert "TELEGRAM_WEBHOOK_LISTEN" in bots.log and "Traceback" not in bots.log


async def test_an_address_that_telegram_refuses_is_one_sentence(telegram: Telegram, bots: Bots) -> None:
    telegram.fail("setWebhook", "status", 400, words="Bad Request: bad webhook: failed to resolve host")
    pid = await bots.start()
    assert await bots.ended(pid, 30) == 1
    assert "TELEGRAM_WEBHOOK_URL" in bots.log and "Traceback" not in bots.log
