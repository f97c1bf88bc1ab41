"""What each person sees, kept as files to be read: run with SNAPSHOTS=write to renew them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import texts
from bot.views import Button, View
from tests.bot.pages import SIGNED, STARTED
from tests.bot.stage import Message, Person, Stage

_COUNT = re.compile(r"\d+(?=条数据)|(?<=数据，共)\d+(?=行)|(?<=大小：)\d+ KB")
"""How many facts are read and how big the file is are not what these files are about."""
FOLDER = Path(__file__).parent.parent / "telegram" / "snapshots"


def kept(name: str, *people: Person) -> None:
    """Compares what was seen with the file of that name."""
    text = "\n".join(line for one in people for line in one.log).rstrip() + "\n"
    text = _COUNT.sub("（数）", text)
    file = FOLDER / f"{name}.txt"
    if os.environ.get("SNAPSHOTS") == "write":
        FOLDER.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8"), f"{name} looks different: read it, then renew it"


async def _answers(one: Person) -> None:
    await one.says("第七期三个一批总投资多少？")
    await one.presses("更多依据" if not one.in_traditional else "更多依據")
    await one.presses("下一页" if not one.in_traditional else "下一頁")
    await one.presses("返回回答")
    await one.presses("👎")
    await one.presses("不完整")
    await one.presses("原文")
    await one.says("那开工的呢？" if not one.in_traditional else "那開工的呢？")
    await one.says("第七期投产一批有哪些项目" if not one.in_traditional else "第七期投產一批有哪些項目")
    await one.says("第七期签约的是5个项目吗" if not one.in_traditional else "第七期簽約的是5個項目嗎")
    await one.says("恒泰电池壳体项木投资多少")


async def test_answers(resident: Person) -> None:
    await _answers(resident)
    kept("resident-answers", resident)


async def test_answers_in_traditional(person: Callable[..., Person]) -> None:
    one = person(in_traditional=True)
    await _answers(one)
    kept("resident-answers-traditional", one)


async def test_refusals_and_choices(resident: Person) -> None:
    await resident.says("第九期三个一批总投资多少？")
    await resident.says("书记是谁")
    if resident.screen[-1].buttons:
        await resident.act(resident.screen[-1].buttons[0].action)
    await resident.says("今天天气怎么样")
    await resident.says("孟庆和家里住在几号院？")
    await resident.says("火星基地总投资多少")
    await resident.says("恒泰公司的电话是多少")
    kept("resident-refusals", resident)


@pytest.mark.parametrize("role", ["resident", "staff", "admin"])
async def test_start_and_help(person: Callable[..., Person], role: str) -> None:
    for in_traditional in (False, True):
        one = person(role, in_traditional=in_traditional)
        await one.says("/start")
        await one.says("/help")
        kept(f"{role}-start{'-traditional' if in_traditional else ''}", one)


async def test_browsing(resident: Person, stage: Stage) -> None:
    for words in ("/latest", "/project 恒泰", "/project 项目", "/project 火星", "/project", "/projects"):
        await resident.says(words)
    await resident.presses("下一页")
    await resident.presses("地区：")
    await resident.presses("中原区")
    await resident.presses("阶段：")
    await resident.presses("投产")
    await resident.presses("3")
    await resident.presses("返回列表")
    await resident.says("/chart")
    kept("resident-browsing", resident)


async def test_a_project_with_steps(admin: Person, resident: Person) -> None:
    await admin.sends(("二月.txt", SIGNED), ("五月.txt", STARTED))
    await admin.presses("确认")
    await resident.says("/project 云杉")
    await resident.presses("历程图")
    kept("resident-timeline", resident)


async def test_what_belongs_to_a_person(resident: Person) -> None:
    for words in (
        "/district",
        "/district 火星",
        "/district 中原",
        "/subscribe",
        "/subscribe 水库",
        "/subscribe 水库",
    ):
        await resident.says(words)
    for words in (
        "/subscribe 开工",
        "/unsubscribe",
        "/unsubscribe 火星",
        "/unsubscribe 水库",
        "/privacy",
        "/forget",
    ):
        await resident.says(words)
    await resident.presses("确认")
    kept("resident-own", resident)


async def test_staff(staff: Person) -> None:
    await staff.says("/check 第七期三个一批项目共15个，总投资70亿元")
    await staff.says("/check 你好")
    await staff.says("/check")
    await staff.says("/asof 2023-02-01 清河县第二批重点项目总投资多少")
    await staff.says("/asof 2024年3月5日 清河县第二批重点项目总投资多少")
    for words in ("/asof 2023-02-01", "/asof 昨天", "/asof", "/export"):
        await staff.says(words)
    await staff.presses("项目 csv")
    await staff.presses("数据 xlsx")
    for words in ("/conflicts", "/pin", "/pin 常庄水库工程进展 = 已列入第七期“开工一批”", "/pins"):
        await staff.says(words)
    await staff.says("常庄水库工程进展")
    await staff.says("/pins")
    await staff.presses("1")
    kept("staff", staff)


async def test_an_admin_puts_bulletins_in(admin: Person, resident: Person, stage: Stage) -> None:
    await resident.says("/subscribe 云杉")
    await admin.says("/upload")
    await admin.sends(("二月.txt", SIGNED))
    await admin.presses("确认")
    await admin.presses("云杉")
    await admin.sends(("二月.txt", SIGNED))
    await admin.sends(("空.txt", ""), ("五月.txt", STARTED))
    await admin.presses("取消")
    await admin.says(f"{SIGNED}\n{STARTED}".replace("青禾", "东杉").replace("21.5", "22.5"))
    await admin.presses("确认")
    await admin.says("/conflicts")
    kept("admin-uploads", admin)


async def test_an_admin_looks_after_the_library(admin: Person, resident: Person) -> None:
    await admin.says("/articles")
    await admin.presses("8")
    await admin.presses("删除")
    await admin.presses("确认")
    await admin.says("/history")
    await admin.presses("恢复到 1")
    await admin.presses("确认")
    for words in ("/remove", "/remove 没有的", "/rollback", "/rollback 99", "/reindex", "/audit"):
        await admin.says(words)
    for words in (
        "/alias",
        "/alias 家底 = 总投资",
        "/alias",
        "/grant",
        "/grant 55 staff",
        "/grant 1 admin",
        "/revoke 55",
    ):
        await admin.says(words)
    for words in ("/revoke 56", "/revoke 2", "/audit"):
        await admin.says(words)
    kept("admin-library", admin)


async def test_the_inbox_of_unanswered_questions(admin: Person, resident: Person) -> None:
    for _ in range(3):
        await resident.says("第七期三个一批的家底多少？")
    for _ in range(2):
        await resident.says("火星基地总投资多少")
    await resident.says("恒泰公司的电话是多少")
    await admin.says("/unanswered")
    await admin.presses("1")
    await admin.presses("就是“总投资”")
    await admin.presses("返回列表")
    await admin.presses("1")
    await admin.presses("不属于公报范围")
    await admin.presses("1")
    await admin.presses("用原文 1")
    await admin.presses("返回列表")
    kept("admin-unanswered", admin)


async def test_menus_and_what_they_ask_for(person: Callable[..., Person]) -> None:
    one = person("admin")
    await one.says("/start")
    for label in ("更多", "怎样提问", "工作人员", "管理"):
        await one.presses(label)
    for label in ("查一个项目", "核对一句话", "按某一天回答", "别名和同义词", "授予角色"):
        await one.presses(label)
    await one.presses("取消")
    for words in ("你好", "怎么用", "谢谢！", "再见"):
        await one.says(words)
    kept("menus", one)


async def test_an_answer_kept_and_a_word_followed(staff: Person, resident: Person, admin: Person, stage: Stage) -> None:
    await staff.says("第七期三个一批总投资多少？")
    await staff.presses("📌")
    await resident.says("/subscribe")
    await resident.says("云杉")
    await admin.sends(("二月.txt", SIGNED))
    await admin.presses("确认")
    for _, _, _, html, article in stage.desk.store.people.notices():
        rows = ((Button("原文", f"src.{article}.0"),),)
        resident.log += ["（两秒后）", Message(View(html, rows)).screen(), ""]
    await resident.act(f"src.{article}.0")
    await admin.says("/status")
    kept("kept-and-followed", staff, resident, admin)


async def test_what_is_said_where_nothing_can_be(resident: Person) -> None:
    """Sentences of the frame: for what can't be read, for the hasty, for trouble."""
    said = {
        **{f"[{kind}]": text for kind, text in texts.NOT_TEXT.items()},
        "[文件]": texts.UPLOAD_FORBIDDEN, "/status": texts.FORBIDDEN["admin"], "/check": texts.FORBIDDEN["staff"],
        "/latets": texts.NEAR_COMMAND.format(name="latets", near="latest"),
        "/xyz": texts.UNKNOWN_COMMAND.format(name="xyz"), "（太快）": texts.TOO_MANY.format(seconds=4),
        "（出错）": texts.TROUBLE.format(id="3fa9c1"), "（出错，管理员）": texts.TROUBLE_ADMIN.format(id="3fa9c1", kind=""),
        "（旧按钮）": texts.STALE, "（别人的按钮）": texts.NOT_YOURS, "（群里）": texts.GROUP_HELLO.format(name="gongbao_bot"),
    }  # fmt: skip
    for what, text in said.items():
        resident.log += [f"> {what}", Message(View(text)).screen(), ""]
    kept("frame", resident)


async def test_inline(resident: Person) -> None:
    from tests.bot.stage import seen

    for query in ("", "第七期三个一批总投资多少", "恒泰", "火星"):
        resident.log.append(f"> @bot {query}")
        for one in await resident.inline(query):
            resident.log += [f"【{one.title}】{one.about}", seen(one.html), ""]
    kept("inline", resident)
