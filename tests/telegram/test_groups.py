"""Groups, topics, edits, and updates of every kind."""

from __future__ import annotations

from typing import Any

import pytest

from bot.app import Bot
from bot.store import Subscription
from tests.telegram.people import ANONYMOUS, BOT
from tests.telegram.server import Telegram
from tests.telegram.waiting import eventually

ASKED, FIGURE = "第七期三个一批总投资多少？", "62.4亿元"
GROUP = -1001234567890
IN_GROUP: dict[str, Any] = {"chat": GROUP, "kind": "supergroup", "name": "街坊群"}
ME = "@bulletin_test_bot"


async def silent(bot: Telegram) -> None:
    """Nothing is said to what went before: the next answer is the only one."""
    await bot.says("/help", user=77)
    await bot.wait_for(1)
    assert [one.chat for one in bot.sent] == [77]


@pytest.mark.parametrize(
    "text",
    [f"{ME} {ASKED}", f"{ASKED}{ME}", f"请问{ME.upper()}：{ASKED}", f"/ask {ASKED}", f"/ask{ME} {ASKED}", f"/ASK{ME.upper()} {ASKED}"],
)  # fmt: skip
async def test_asked_in_a_group_it_replies_there(bot: Telegram, text: str) -> None:
    await bot.says(text, **IN_GROUP)
    (message,) = await bot.wait_for(1)
    assert (message.chat, message.reply_to) == (GROUP, 1)
    assert message.text.startswith(FIGURE)


@pytest.mark.parametrize(
    "text", [ASKED, f"{ME}2 {ASKED}", f"x{ME} {ASKED}", "/ask@other_bot 多少", "/dance", "/dance@bulletin_test_bot_2", "/ 好"]
)
async def test_what_is_said_to_others_is_left_alone(bot: Telegram, text: str) -> None:
    await bot.says(text, **IN_GROUP)
    await silent(bot)


async def test_a_reply_to_it_is_a_question(bot: Telegram) -> None:
    await bot.says("/ask 第七期签约一批总投资多少？", **IN_GROUP)
    await bot.wait_for(1)
    await bot.says("那开工的呢？", reply=bot.sent[0], **IN_GROUP)
    await bot.wait_for(2)
    assert bot.sent[1].text.startswith("31.2亿元")


async def test_it_stays_in_the_topic(bot: Telegram) -> None:
    await bot.says(f"/ask {ASKED}", topic=42, **IN_GROUP)
    await bot.says("/ask 第七期签约一批总投资多少？", topic=43, **IN_GROUP)
    await bot.wait_for(2)
    assert {(one.topic, one.text[:2]) for one in bot.sent} == {(42, "62"), (43, "2亿")}
    await bot.says("那开工的呢？", topic=43, reply=next(one for one in bot.sent if one.topic == 43), **IN_GROUP)
    await bot.wait_for(3)
    assert (bot.sent[2].topic, bot.sent[2].text[:4]) == (43, "31.2")
    press = await bot.presses(bot.sent[2], "👍", user=7)
    assert (await bot.toast(press))[0]


async def test_people_in_a_group_are_not_mixed_up(bot: Telegram) -> None:
    await bot.says("/ask 第七期签约一批总投资多少？", user=1, **IN_GROUP)
    await bot.says("/ask 第六期三个一批有多少个项目？", user=2, **IN_GROUP)
    await bot.wait_for(2)
    await bot.says(f"{ME} 那开工的呢？", user=1, **IN_GROUP)
    await bot.wait_for(3)
    assert bot.sent[2].text.startswith("31.2亿元")


async def test_the_first_message_of_a_topic_is_no_reply_to_it(bot: Telegram) -> None:
    made = {"message_id": 9, "date": 1, "chat": {"id": GROUP, "type": "supergroup", "title": "群"}, "from": BOT}
    created = {**made, "forum_topic_created": {"name": "闲聊", "icon_color": 7322096}}
    await bot.says("大家好", topic=9, reply_to_message=created, **IN_GROUP)
    await silent(bot)


async def test_an_anonymous_admin_is_answered_and_has_no_role(bot: Telegram) -> None:
    chat = {"id": GROUP, "type": "supergroup", "title": "街坊群"}
    await bot.says(f"/ask {ASKED}", sender_chat=chat, **IN_GROUP, **{"from": ANONYMOUS})
    await bot.says("/status", sender_chat=chat, **IN_GROUP, **{"from": ANONYMOUS})
    await bot.wait_for(2)
    assert bot.sent[0].text.startswith(FIGURE)
    assert "管理员" in bot.sent[1].text
    press = await bot.presses(bot.sent[0], "👍", user=5)  # it is nobody's in particular
    assert (await bot.toast(press))[0]


async def test_admins_commands_stay_in_private(bot: Telegram) -> None:
    await bot.says("/status", user=901, **IN_GROUP)
    (message,) = await bot.wait_for(1)
    assert "单独聊天" in message.text


async def test_a_flood_in_a_group_is_told_once(bot: Telegram) -> None:
    for number in range(60):
        await bot.says(f"/ask {ASKED}", user=100 + number, **IN_GROUP)
    await bot.says(ASKED, user=5)
    await bot.until(lambda: any(one.chat == 5 for one in bot.sent))
    await bot.until(lambda: sum(one.text.startswith(FIGURE) and one.chat == GROUP for one in bot.sent) >= 20)
    assert sum("有点快" in one.text for one in bot.sent) == 1


async def test_a_group_that_becomes_a_supergroup_keeps_its_subscriptions(bot: Telegram, running: Bot) -> None:
    people = running.store.people
    people.subscribe(Subscription(-55, 0, "学校"), "x", 0.0)
    people.set_district(running.store.hashed("place/-55"), "中原区")
    await bot.says(None, chat=-55, kind="group", migrate_to_chat_id=GROUP)
    await eventually(lambda: [one.chat for one in people.subscriptions()] == [GROUP])
    assert people.district(running.store.hashed(f"place/{GROUP}")) == "中原区"
    await bot.says(None, migrate_from_chat_id=-55, **IN_GROUP)
    await silent(bot)


async def test_an_edited_question_edits_its_answer(bot: Telegram) -> None:
    message = bot.people.message("第七期签约一批总投资多少？")
    await bot.update({"message": message})
    await bot.edits_to(message, "第七期开工一批总投资多少？")
    await bot.until(lambda: bot.sent and bot.sent[0].history)
    assert bot.sent[0].text.startswith("31.2亿元")
    await bot.edits_to(message, ASKED)
    await bot.until(lambda: bot.sent[0].text.startswith(FIGURE))
    assert len(bot.sent) == 1


async def test_an_edit_in_a_group_that_turns_to_the_bot_is_answered(bot: Telegram) -> None:
    message = bot.people.message(ASKED, **IN_GROUP)
    await bot.update({"message": message})
    await bot.edits_to(message, f"{ME} {ASKED}")
    (answer,) = await bot.wait_for(1)
    assert answer.text.startswith(FIGURE)


async def test_an_edit_of_what_was_answered_with_a_file_is_answered_anew(bot: Telegram) -> None:
    message = bot.people.message("/export", user=902)
    await bot.update({"message": message})
    await bot.wait_for(1)
    await bot.edits_to(message, ASKED)
    await bot.until(lambda: any(one.text.startswith(FIGURE) for one in bot.sent))


CHANNEL = {"id": -1002222222222, "type": "channel", "title": "频道"}
POST = {"message_id": 5, "date": 1_700_000_000, "chat": CHANNEL, "sender_chat": CHANNEL, "text": f"{ME} {ASKED}"}
USER = {"id": 7, "is_bot": False, "first_name": "某"}
PERSON = {"id": 7, "type": "private", "first_name": "某"}
SERVICE = {"message_id": 6, "date": 1_700_000_000, "chat": PERSON, "from": USER}
OTHERS: list[dict[str, Any]] = [
    {"channel_post": POST}, {"edited_channel_post": {**POST, "edit_date": 1_700_000_001}},
    {"message": {**SERVICE, "pinned_message": {**SERVICE, "message_id": 2}}},
    {"message": {**SERVICE, "message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}}},
    {"message": {**SERVICE, "new_chat_members": [BOT]}}, {"message": {**SERVICE, "left_chat_member": BOT}},
    {"message": {**SERVICE, "text": ASKED, "via_bot": BOT}},
    {"message": {**SERVICE, "text": ASKED, "from": {"id": 99, "is_bot": True, "first_name": "别的机器人"}}},
    {"message": {**POST, "chat": {"id": GROUP, "type": "supergroup", "title": "群"}, "is_automatic_forward": True,
                 "from": {"id": 777000, "is_bot": False, "first_name": "Telegram"}}},
    {"edited_message": {**SERVICE, "edit_date": 1_700_000_001, "location": {"latitude": 1.0, "longitude": 2.0}}},
    {"poll": {"id": "1", "question": "?", "options": [], "total_voter_count": 0, "is_closed": False,
              "is_anonymous": True, "type": "regular", "allows_multiple_answers": False, "allows_revoting": True,
              "members_only": False}},
    {"poll_answer": {"poll_id": "1", "option_ids": [0], "option_persistent_ids": ["a"], "user": USER}},
    {"chat_member": {"chat": CHANNEL, "from": USER, "date": 1, "old_chat_member": {"user": USER, "status": "member"},
                     "new_chat_member": {"user": USER, "status": "left"}}},
    {"chat_join_request": {"chat": CHANNEL, "from": USER, "date": 1, "user_chat_id": 7}},
    {"message_reaction": {"chat": PERSON, "message_id": 1, "user": USER, "date": 1, "old_reaction": [], "new_reaction": []}},
    {"chosen_inline_result": {"result_id": "1", "from": USER, "query": "x"}},
    {"shipping_query": {"id": "1", "from": USER, "invoice_payload": "x", "shipping_address": {
        "country_code": "CN", "state": "", "city": "", "street_line1": "", "street_line2": "", "post_code": ""}}},
    {"something_new": {"id": 1}}, {},
]  # fmt: skip


async def test_every_other_kind_of_update_is_passed_over(
    bot: Telegram, running: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    for body in OTHERS:
        await bot.update({**body, "?": True})
    await silent(bot)
    await eventually(lambda: not running.store.inbox.waiting())
    assert not caplog.records


SAID: list[tuple[dict[str, Any], str]] = [
    ({"voice": {"file_id": "v", "file_unique_id": "v", "duration": 1}}, "语音"),
    ({"sticker": {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1,
                  "is_animated": False, "is_video": False}}, "打字"),
    ({"location": {"latitude": 1.0, "longitude": 2.0}}, "位置"),
    ({"contact": {"phone_number": "1", "first_name": "某"}}, "文字"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "word"), SAID)
async def test_what_is_no_text_gets_a_sentence(bot: Telegram, what: dict[str, Any], word: str) -> None:
    await bot.says(None, **what)
    (message,) = await bot.wait_for(1)
    assert word in message.text


async def test_blocked_and_removed_end_the_subscriptions(bot: Telegram, running: Bot) -> None:
    people = running.store.people
    for chat in (7, GROUP):
        people.subscribe(Subscription(chat, 0, "学校"), "x", 0.0)
    await bot.update({"my_chat_member": bot.people.member("kicked")})
    await bot.update({"my_chat_member": bot.people.member("left", chat=GROUP, kind="supergroup")})
    await eventually(lambda: not people.subscriptions())
