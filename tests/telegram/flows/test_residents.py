"""What residents do, over Telegram's protocol."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from bot.app import Bot
from bot.showing.charts import font_file
from index.library import Library
from tests.bot.pages import SIGNED, STARTED
from tests.telegram.flows.screens import Phone
from tests.telegram.waiting import eventually

TOTAL = "第七期三个一批总投资多少？"


def added(library: Library, folder: Path, *pages: str) -> None:
    """Pages that were put in by somebody else."""
    for number, page in enumerate(pages):
        (folder / f"{number}.txt").write_text(page, encoding="utf-8")
        library.add([folder / f"{number}.txt"])


async def test_a_thumb_down_asks_why_and_further_evidence_turns_in_place(resident: Phone) -> None:
    (answer,) = await resident.says(TOTAL)
    assert answer.bold[0] == "62.4亿元" and any("62.4亿元" in quote for quote in answer.quoted)
    first = answer.shown()
    toast, _ = await resident.presses("👎")
    assert toast == "哪里不对？"
    assert answer.labels[:3] == ["答错了", "不完整", "出处不对"]
    await resident.presses("不完整")
    assert "👎 已记录：不完整" in answer.labels
    await resident.presses("更多依据")
    pages = [answer.text]
    while "下一页 ▶" in answer.labels:
        await resident.presses("下一页")
        pages.append(answer.text)
    assert len(set(pages)) == len(pages) > 1
    await resident.presses("返回回答")
    assert answer.shown() == first
    assert len(resident.screen) == 1


async def test_the_article_turns_at_the_ends_of_sentences(
    resident: Phone, library: Library, tmp_path: Path
) -> None:
    sentences = [f"第{n}项工作由区工信局会同有关部门按照既定的时间和要求稳步推进，并定期公布进展情况。" for n in range(1, 120)]
    added(library, tmp_path, f"青禾区公布重点工作\n\n本报讯（记者 林晓）2024年2月6日，青禾区公布重点工作。{''.join(sentences)}\n")
    await resident.says("/latest")
    number = next(line[0] for line in resident.last.text.splitlines() if "青禾区公布重点工作" in line)
    await resident.presses(number)
    page = resident.last
    seen = [page.text]
    while "下一页 ▶" in page.labels:
        await resident.presses("下一页", page)
        seen.append(page.text)
    assert len(seen) > 2
    assert all(text.rstrip().endswith("。") for text in seen)
    assert all(one in "".join(seen) for one in sentences)
    assert len(resident.screen) == 2


async def test_choices_and_related_questions_are_buttons(resident: Phone) -> None:
    (asked,) = await resident.says("书记是谁")
    assert asked.labels == ["清河县书记是谁", "中原区书记是谁"]
    await resident.presses("清河县")
    assert "顾长风" in resident.last.bold
    (related,) = [one for one in (await resident.says(TOTAL))[0].labels if "签约" in one]
    await resident.presses(related)
    assert resident.last.text.startswith(f"问：{related}\n") and "2亿元" in resident.last.bold
    await resident.says("那开工的呢？")
    assert resident.last.bold[0].startswith("31.2亿元")


async def test_a_project_by_name_with_its_steps_as_a_picture(
    resident: Phone, library: Library, tmp_path: Path
) -> None:
    added(library, tmp_path, SIGNED, STARTED)
    await resident.says("/start")
    await resident.presses("查一个项目")
    assert "把名称发给我" in resident.last.text
    (card,) = await resident.says("云杉")
    assert card.bold[0] == "云杉智能仓储项目"
    for words in ("总投资：", "期次：第三期", "地区：青禾区", "业主：青禾云杉物流有限公司", "历程", "出处："):
        assert words in card.text
    copy = next(one for row in card.rows for one in row if "copy_text" in one)
    assert "云杉智能仓储项目" in copy["copy_text"]["text"]
    await resident.presses("历程图")
    if font_file():
        assert Image.open(io.BytesIO(resident.last.sent.content)).width == 1080
    await resident.says("/project")
    await resident.says("第七期签约一批总投资多少？")
    assert resident.last.bold[0] == "2亿元"


async def test_projects_are_filtered_and_turned_in_place(resident: Phone) -> None:
    (listed,) = await resident.says("/projects")
    await resident.presses("下一页")
    await resident.presses("地区：")
    await resident.presses("中原区")
    await resident.presses("阶段：")
    await resident.presses("投产")
    assert "（共7个）" in listed.text and "昱峰医疗" in listed.text
    await resident.presses("3")
    assert listed.bold[0] == "河南昱峰医疗科技产业园"
    await resident.presses("返回列表")
    assert "（共7个）" in listed.text
    assert len(resident.screen) == 1


async def test_who_follows_a_word_is_told_with_the_article_to_read(resident: Phone, admin: Phone) -> None:
    await resident.says("/subscribe")
    await resident.says("云杉")
    assert "已订阅“云杉”" in resident.last.text
    await admin.attaches(("二月.txt", SIGNED.encode()))
    await admin.presses("确认")
    await resident.server.until(lambda: "新公报提到“云杉”" in resident.last.text)
    assert "云杉智能仓储项目" in resident.last.quoted[0]
    await resident.presses("原文")
    assert resident.last.bold[0].startswith("青禾区第三期")
    await resident.says("/unsubscribe")
    await resident.presses("✖ 云杉")
    assert "还没有订阅" in resident.last.text


async def test_what_others_add_is_told_too(
    resident: Phone, running: Bot, library: Library, tmp_path: Path
) -> None:
    await resident.says("/subscribe 云杉")
    known = [article.id for article in library.articles()]
    await eventually(lambda: not running.store.people.told(known))
    added(library, tmp_path, SIGNED)
    await resident.server.until(lambda: "新公报提到“云杉”" in resident.last.text, 20)
    added(library, tmp_path, SIGNED)  # the same again is no news
    await resident.says("/latest")
    assert sum("🔔" in bubble.text for bubble in resident.screen) == 1


async def test_what_is_one_s_own(resident: Phone) -> None:
    await resident.says("/district")
    await resident.presses("清河县")
    await resident.says("书记是谁")
    assert resident.last.bold[0] == "顾长风"
    await resident.says("/district")
    await resident.says("第七期签约一批总投资多少")
    await resident.presses("不限清河县，再问一次")
    assert "2亿元" in resident.last.bold
    (privacy,) = await resident.says("/privacy")
    assert "30天" in privacy.text and "`7`" in privacy.shown()
    await resident.says("/subscribe 水库")
    await resident.says("/forget")
    await resident.presses("确认")
    assert "已删除" in resident.last.text
    await resident.says("/unsubscribe")
    assert "还没有订阅" in resident.last.text


async def test_charts_are_pictures(resident: Phone) -> None:
    await resident.says("/chart")
    assert "投资和项目数" in resident.last.text
    if font_file():
        picture = Image.open(io.BytesIO(resident.last.sent.content))
        assert picture.format == "PNG" and len(picture.getcolors(100_000) or ()) > 4


async def test_traditional_in_traditional_out_from_then_on(phone: Callable[..., Phone]) -> None:
    one = phone(8)
    await one.says("第七期三個一批總投資多少？")
    await one.presses("👎")
    assert "答錯了" in one.last.labels
    await one.says("/latest")
    await one.presses("8")
    await one.says("/project 恆泰")
    await one.says("/chart")
    await one.says("/start")
    await one.server.until(lambda: _menu(one, 8))
    assert {"最近的公報文章"} <= {each["description"] for each in _menu(one, 8)}
    shown = "\n".join(one.log)
    for sign in "亿总资项发点记问这们时说对区县":
        assert sign not in shown, (sign, shown[max(0, shown.index(sign) - 40) :][:80])
    assert "62.4億元" in shown
    await one.says("第七期签约一批总投资多少？")
    assert one.last.bold[0] == "2亿元"


def _menu(one: Phone, chat: int) -> list[dict[str, str]]:
    return next((menu for (scope, _), menu in one.server.menus.items() if f'"chat_id": {chat}' in scope), [])


async def test_inline_results_are_whole_messages_with_their_source(resident: Phone) -> None:
    answer, *others = await resident.asks_inline("第七期三个一批总投资多少")
    assert answer["title"] == "62.4亿元"
    for one in (answer, *others, *await resident.asks_inline("恒泰"), *await resident.asks_inline("")):
        said = one["input_message_content"]
        assert said["parse_mode"] == "HTML" and one["description"]
        assert "<blockquote expandable>" in said["message_text"]
        assert "年" in said["message_text"].rsplit("</blockquote>", 1)[0 if "文章" in one["description"] else 1]
    assert json.dumps(await resident.asks_inline("火星")) == "[]"


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ({"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}}, "听不懂语音"),
        ({"sticker": {"file_id": "s", "file_unique_id": "s", "width": 1, "height": 1, "is_animated": False,
                      "is_video": False, "type": "regular"}}, "表情收到"),
        ({"photo": [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]}, "看不懂图片"),
        ({"location": {"latitude": 1.0, "longitude": 2.0}}, "不使用位置"),
    ],
)  # fmt: skip
async def test_what_cannot_be_read_gets_a_helpful_sentence(
    resident: Phone, what: dict[str, object], words: str
) -> None:
    (said,) = await resident.sends(**what)
    assert words in said.text and said.text.endswith("。")


async def test_people_are_people(resident: Phone) -> None:
    await resident.says("你好！")
    assert "我是公报问答" in resident.last.text
    await resident.says("怎么用？")
    assert "/projects" in resident.last.text
    await resident.says("谢谢！")
    assert "不客气" in resident.last.text
    await resident.says("/latets")
    assert "/latest" in resident.last.text


async def test_in_a_group_only_those_who_ask_are_answered(phone: Callable[..., Phone]) -> None:
    one = phone(7, chat=-1_000_000_000_100)
    assert await one.says("大家好") == []
    (answer,) = await one.says(f"@bulletin_test_bot {TOTAL}")
    assert answer.bold[0] == "62.4亿元" and answer.sent.reply_to is not None
    other = phone(8, chat=-1_000_000_000_100)
    toast, alert = await other.presses("更多依据")
    assert alert and "给别人的" in toast
    await one.says("/start")
    assert "@bulletin_test_bot" in one.last.text
