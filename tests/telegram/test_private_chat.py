"""A resident talks to the bot in private, through Telegram's protocol."""

from __future__ import annotations

from tests.telegram.server import Fault, Telegram


async def test_an_answer_has_figure_quotation_and_headline(bot: Telegram) -> None:
    await bot.says("第七期三个一批总投资多少？")
    (message,) = await bot.wait_for(1)
    assert message.text.startswith("62.4亿元")
    assert "总投资62.4亿元" in message.text
    assert "紧盯项目不松劲" in message.text
    tags = {tag for tag, _, _ in message.entities}
    assert {"b", "blockquote"} <= tags


async def test_the_terminal_and_telegram_say_the_same(bot: Telegram, library) -> None:  # type: ignore[no-untyped-def]
    from bot.showing.render import PLAIN, render

    await bot.says("第七期投产一批有哪些项目")
    (message,) = await bot.wait_for(1)
    plain = render(library.ask("第七期投产一批有哪些项目"), PLAIN)
    told = plain.split("您还可以问")[0]  # related questions are buttons there
    lines = [line.strip(" “”") for line in told.splitlines() if not line.startswith("出处")]
    for line in filter(None, lines):
        assert line[:40] in message.text


async def test_follow_ups_lean_on_the_question_before(bot: Telegram) -> None:
    await bot.says("第七期签约一批总投资多少？")
    await bot.wait_for(1)
    await bot.says("那开工的呢？")
    messages = await bot.wait_for(2)
    assert messages[1].text.startswith("31.2亿元")


async def test_conversations_do_not_mix(bot: Telegram) -> None:
    await bot.says("第六期三个一批有多少个项目？", user=1)
    await bot.wait_for(1)
    await bot.says("第七期签约一批总投资多少？", user=2)
    await bot.wait_for(2)
    await bot.says("那开工的呢？", user=2)
    messages = await bot.wait_for(3)
    assert messages[2].chat == 2
    assert messages[2].text.startswith("31.2亿元")


async def test_start_help_and_ask(bot: Telegram) -> None:
    await bot.says("/start")
    await bot.wait_for(1)
    await bot.says("/help")
    await bot.wait_for(2)
    await bot.says("/ask 第七期开工一批有几个项目")
    messages = await bot.wait_for(3)
    assert "公报问答" in messages[0].text
    assert all(f"/{name}" in messages[1].text for name in ("ask", "latest", "project"))
    assert "/check" not in messages[1].text  # for staff
    assert messages[2].text.startswith("6个")


async def test_the_command_menu_is_set_at_start(bot: Telegram) -> None:
    await bot.wait_calls("setMyCommands", 1)


async def test_markup_in_a_question_harms_nothing(bot: Telegram) -> None:
    await bot.says("<b>&lt;script&gt;</b> <a href='x'>第九期</a>总投资多少 & \u202e")
    (message,) = await bot.wait_for(1)
    assert "第九期" in message.text


async def test_a_refusal_says_what_is_missing(bot: Telegram) -> None:
    await bot.says("第八期三个一批总投资多少？")
    (message,) = await bot.wait_for(1)
    assert message.text.startswith("公报未提及第八期")


async def test_a_429_delays_the_answer_and_sends_it_once(bot: Telegram) -> None:
    bot.faults["sendMessage"].append(Fault("status", 429, retry_after=1))
    await bot.says("第七期三个一批总投资多少？")
    await bot.wait_for(1)
    await bot.says("/help")
    messages = await bot.wait_for(2)
    assert sum(m.text.startswith("62.4亿元") for m in messages) == 1


async def test_a_502_loses_no_answer(bot: Telegram) -> None:
    bot.faults["sendMessage"].append(Fault("status", 502))
    await bot.says("第七期三个一批总投资多少？")
    (message,) = await bot.wait_for(1)
    assert message.text.startswith("62.4亿元")


async def test_a_flood_is_told_once_and_delays_nobody(bot: Telegram) -> None:
    for _ in range(20):
        await bot.says("第七期三个一批总投资多少？", user=5)
    await bot.says("第七期开工一批有几个项目", user=6)
    await bot.wait_for(10)
    assert any(m.chat == 6 and m.text.startswith("6个") for m in bot.sent)
    assert sum("有点快" in m.text for m in bot.sent) == 1


async def test_a_project_card(bot: Telegram) -> None:
    await bot.says("/project 恒泰")
    (message,) = await bot.wait_for(1)
    assert "江苏恒泰精工有限公司" in message.text
    assert "12.5亿元" in message.text


async def test_checking_a_sentence(bot: Telegram) -> None:
    await bot.says("/check 第七期签约一批项目5个", user=902)
    (message,) = await bot.wait_for(1)
    assert "不符" in message.text
