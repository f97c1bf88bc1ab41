"""What each person sees, in both scripts, kept as files to be read: run with SNAPSHOTS=write to renew them."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot import texts
from bot.handlers import COMMANDS
from bot.showing.scripts import traditional
from bot.showing.views import Button, View
from index.library import Library
from tests.bot.pages import FROM_THE_WEB, NEWS, SIGNED, STARTED, TABLE, UNTITLED
from tests.bot.stage import Message, Person, Stage, seen, staged

_COUNT = re.compile(r"\d+(?=[条條](?:数|數)[据據])|(?<=数据，共)\d+(?=行)|(?<=數據，共)\d+(?=行)|(?<=大小：)\d+ KB")
"""How many facts are read and how big the file is are not what these files are about."""
_OURS = re.compile(r"（时间）|（数）|\[(?:图片|文件) [^\n]*\]")
"""What only these files say."""
FOLDER = Path(__file__).parent.parent / "telegram" / "snapshots"
Cast = Callable[..., Person]


@pytest.fixture(params=[False, True], ids=["simplified", "traditional"])
def cast(request: pytest.FixtureRequest, person: Cast) -> Cast:
    """Makes people of one script: ``cast("admin")``, ``cast(number=8)``."""
    return lambda role="resident", **more: person(role, in_traditional=request.param, **more)


def kept(name: str, *people: Person) -> None:
    """Compares what was seen with the file of that name; nothing that a person reads is in the other script."""
    text = "\n".join(line for one in people for line in one.log).rstrip() + "\n"
    text = _COUNT.sub("（数）", text)
    if people[0].in_traditional:
        name += "-traditional"
        for line in _OURS.sub("", text).splitlines():
            assert line == traditional(line, people[0].stage.desk.names), line
    file = FOLDER / f"{name}.txt"
    if os.environ.get("SNAPSHOTS") == "write":
        FOLDER.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8"), f"{name} looks different: read it, then renew it"


def packed(files: dict[str, str]) -> bytes:
    """A ZIP file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as held:
        for name, content in files.items():
            held.writestr(name, content)
    return made.getvalue()


# ---- residents


async def test_answers(cast: Cast) -> None:
    one = cast()
    await one.says("第七期三个一批总投资多少？")
    for label in ("更多依据", "下一页", "返回回答", "👎", "不完整", "原文"):
        await one.presses(label)
    for words in ("那开工的呢？", "第七期投产一批有哪些项目", "第七期签约的是5个项目吗", "恒泰电池壳体项木投资多少"):
        await one.says(words)
    await one.presses("👍")
    await one.presses("更多依据")
    kept("resident-answers", one)


async def test_refusals_and_choices(cast: Cast) -> None:
    one = cast()
    await one.says("第九期三个一批总投资多少？")
    await one.presses("相关段落")
    await one.says("书记是谁")
    await one.presses("清河县")
    for words in ("今天天气怎么样", "孟庆和家里住在几号院？", "火星基地总投资多少", "恒泰公司的电话是多少"):
        await one.says(words)
    await one.says("/district 清河")
    await one.says("第七期签约一批总投资多少")
    await one.presses("再问一次")
    await one.says("你觉得县长怎么样")
    kept("resident-refusals", one)


@pytest.mark.parametrize("role", ["resident", "staff", "admin"])
async def test_start_and_help(cast: Cast, role: str) -> None:
    one = cast(role)
    await one.says("/start")
    await one.says("/help")
    kept(f"{role}-start", one)


async def test_browsing(cast: Cast) -> None:
    one = cast()
    for words in ("/latest", "/project 恒泰", "/project 项目", "/project 火星", "/project", "/projects"):
        await one.says(words)
    for label in ("下一页", "地区：", "中原区", "阶段：", "投产", "3", "返回列表", "期次：", "2024年第二批"):
        await one.presses(label)
    await one.says("/chart")
    kept("resident-browsing", one)


async def test_a_project_with_steps(cast: Cast) -> None:
    admin, one = cast("admin"), cast()
    await admin.sends(("二月.txt", SIGNED), ("五月.txt", STARTED))
    await admin.presses("确认")
    await one.says("/project 云杉")
    await one.presses("历程图")
    await one.presses("有消息告诉我")
    kept("resident-timeline", one)


async def test_a_table_and_a_page_of_the_web(cast: Cast) -> None:
    admin, one = cast("admin"), cast()
    await admin.sends(("项目.csv", TABLE), ("网页.jsonl", FROM_THE_WEB))
    await admin.presses("确认")
    await one.says("/project 湿地公园")
    await one.says("/project 图书馆")
    await one.presses("原文")
    await one.says("第七期和第六期三个一批总投资各多少")
    await one.presses("更多依据")
    for label in ("项目 csv", "批次 csv", "数据 csv"):
        await admin.says("/export")
        await admin.presses(label)
        rows = admin.screen[-1].view.content.decode("utf-8-sig").splitlines()
        admin.log += [rows[0], *(row for row in rows if "图书馆" in row or "圖書館" in row)][:4]
    kept("tables", admin, one)


async def test_what_belongs_to_a_person(cast: Cast) -> None:
    one = cast()
    for words in ("/district", "/district 火星", "/district 中原", "/district", "/subscribe", "/subscribe 水库", "/subscribe 水库"):
        await one.says(words)
    await one.says(f"/subscribe {'很长的词' * 9}")
    for words in ("/subscribe 开工", "/subscribe", "/unsubscribe", "/unsubscribe 火星", "/unsubscribe 水库"):
        await one.says(words)
    await one.presses("全部取消")
    for words in ("/unsubscribe", "/privacy", "/forget"):
        await one.says(words)
    await one.presses("取消")
    await one.says("/forget")
    await one.presses("确认")
    await one.says("/district")
    await one.presses("不限")
    shown = len(one.log)
    for number in range(20):
        await one.says(f"/subscribe {number}路公交")
    del one.log[shown:]
    await one.says("/subscribe 21路公交")
    kept("resident-own", one)


async def test_answers_that_are_gone(cast: Cast) -> None:
    one, admin = cast(), cast("admin")
    await one.says("第七期三个一批总投资多少？")
    await one.says("/forget")
    await one.presses("确认")
    await one.presses("👍")
    await one.act("art.gone.0")
    await one.act("p.zzzzzzzz")
    await admin.act("live.1.1")
    kept("gone", one, admin)


async def test_inline(cast: Cast) -> None:
    one = cast()
    for query in ("", "第七期三个一批总投资多少", "恒泰", "火星"):
        one.log.append(f"> @bot {one.words(query)}")
        for found in await one.inline(query):
            one.log += [f"【{found.title}】{found.about}", seen(found.html), ""]
    kept("inline", one)


# ---- staff


async def test_staff(cast: Cast) -> None:
    one = cast("staff")
    for words in ("/check 第七期三个一批项目共15个，总投资70亿元。区长是张三", "/check 。", "/check"):
        await one.says(words)
    await one.says("/asof 2023-02-01 清河县第二批重点项目总投资多少")
    await one.says("/asof 2024年3月5日 清河县第二批重点项目总投资多少")
    await one.says("/asof 2024-03-05 书记是谁")
    await one.presses("清河县书记")
    for words in ("/asof 2023-02-01", "/asof 昨天", "/asof", "/export"):
        await one.says(words)
    await one.presses("项目 csv")
    await one.presses("数据 xlsx")
    for words in ("/conflicts", "/pin", "/pins", "/pin 常庄水库工程进展 = 已列入第七期“开工一批”", "/pins"):
        await one.says(words)
    await one.says("常庄水库工程进展")
    await one.says("/pins")
    await one.presses("1")
    kept("staff", one)


async def test_an_answer_kept_and_a_word_followed(cast: Cast, stage: Stage) -> None:
    staff, resident, admin = cast("staff"), cast(), cast("admin")
    await staff.says("第七期三个一批总投资多少？")
    await staff.presses("📌")
    await staff.says("那开工的呢？")
    await staff.presses("📌")
    await resident.says("/subscribe")
    await resident.says("云杉")
    await admin.sends(("二月.txt", SIGNED))
    await admin.presses("确认")
    for _, _, _, html, article in stage.desk.store.people.notices():
        row = (Button(resident.words(texts.ORIGINAL), f"src.{article}.0"),)
        resident.log += [resident.words("（两秒后）"), Message(View(html, (row,))).screen(), ""]
    await resident.act(f"src.{article}.0")
    await resident.says("第七期三个一批总投资多少？")
    await resident.presses("👎")
    await resident.presses("出处不对")
    await admin.says("/status")
    stage.desk.library.doctor = lambda: ("有1篇文章没有编入检索，请运行 reindex。",)  # type: ignore[method-assign]
    await admin.says("/status")
    kept("kept-and-followed", staff, resident, admin)


# ---- admins


async def test_an_admin_puts_bulletins_in(cast: Cast) -> None:
    admin, resident = cast("admin"), cast()
    await resident.says("/subscribe 云杉")
    await admin.says("/upload")
    await admin.sends(("二月.txt", SIGNED))
    await admin.presses("确认")
    await admin.presses("云杉智能仓储项目的建设单位")
    await admin.sends(("二月.txt", SIGNED))
    await admin.sends(("空.txt", ""), ("五月.txt", STARTED))
    await admin.presses("取消")
    await admin.sends(("二月.txt", SIGNED.replace("21.5", "31.5")))
    await admin.presses("确认")
    pasted = f"{SIGNED}\n{STARTED}".replace("青禾", "东杉").replace("21.5", "22.5")
    await admin.pastes(pasted)
    await admin.presses("当作问题")
    await admin.pastes(pasted)
    await admin.presses("确认")
    await admin.says("/conflicts")
    await admin.sends(("照片-20240601-080000.jpg", b"\x89PNG\r\n\x1a\nnothing"))
    await admin.sends(("六月.txt", UNTITLED))
    await admin.presses("取消")
    await admin.sends(("合集.zip", packed({"七月.jsonl": NEWS, "图.bin": "\0", "坏.pdf": "%PDF-1.4 nothing"})))
    await admin.presses("确认")
    for _, _, _, html, _ in resident.stage.desk.store.people.notices():
        resident.log += [Message(View(html)).screen(), ""]
    kept("admin-uploads", admin, resident)


async def test_an_admin_looks_after_the_library(cast: Cast) -> None:
    admin = cast("admin")
    await admin.says("/articles")
    for label in ("8", "删除", "确认"):
        await admin.presses(label)
    await admin.says("/history")
    for label in ("恢复到 1", "确认"):
        await admin.presses(label)
    for words in ("/remove", "/remove 没有的", "/rollback", "/rollback 99", "/reindex", "/audit"):
        await admin.says(words)
    for words in ("/alias", "/alias 家底 = 总投资", "/alias"):
        await admin.says(words)
    await admin.presses("1")
    admin.stage.desk.library.add_alias("大灯笼", "恒泰新能源电池壳体项目", actor="cli")
    for words in ("/grant", "/grant 55 staff", "/revoke", "/grant 1 admin", "/grant 56 管理员", "/revoke 56", "/revoke 55", "/revoke 56", "/revoke 2", "/audit"):
        await admin.says(words)
    old, *others = admin.stage.desk.library.history()
    admin.stage.desk.library.history = lambda: (replace(old, kept=False), *others)  # type: ignore[method-assign]
    for words in ("/history", "/rollback 1"):
        await admin.says(words)
    kept("admin-library", admin)


async def test_the_inbox_of_unanswered_questions(cast: Cast) -> None:
    admin, resident = cast("admin"), cast()
    await admin.says("/unanswered")
    for _ in range(3):
        await resident.says("第七期三个一批的家底多少？")
    for _ in range(2):
        await resident.says("火星基地总投资多少")
    others = (
        "恒泰公司的电话是多少", "中原区第九期三个一批总投资多少", "上海市有哪些项目", "孟庆和的身份证号是多少",
        "领导干得好吗", "今天天气怎么样",
    )  # fmt: skip
    for number, words in enumerate(others, 70):
        await cast(number=number).says(words)
    await admin.says("/unanswered")
    await admin.presses("1")
    for label in ("现在再答一次", "返回", "就是“总投资”", "返回列表", "1", "不属于公报范围", "1", "用原文 1", "返回列表"):
        await admin.presses(label)
    kept("admin-unanswered", admin)


# ---- all of them


async def test_menus_and_what_they_ask_for(cast: Cast) -> None:
    one = cast("admin")
    await one.says("/start")
    for label in ("更多", "怎样提问", "工作人员", "管理"):
        await one.presses(label)
    for label in ("查一个项目", "核对一句话", "按某一天回答", "别名和同义词", "授予角色"):
        await one.presses(label)
    await one.presses("取消")
    for words in ("你好", "怎么用", "谢谢！", "再见"):
        await one.says(words)
    kept("menus", one)


async def test_an_empty_library(tmp_path: Path, cast: Cast) -> None:
    (tmp_path / "empty").mkdir()
    with Library.open(tmp_path / "empty" / "bulletins.db", create=True) as library:
        stage = staged(library, tmp_path / "empty")
        one = Person(stage, "admin", in_traditional=cast().in_traditional)
        for words in ("/start", "/latest", "/projects", "/chart", "/district", "/articles", "/audit", "/export"):
            await one.says(words)
        await one.presses("项目 csv")
        for words in ("总投资多少？", "/asof 2023-02-01", "/status"):
            await one.says(words)
        kept("empty", one)
        stage.desk.store.close()


async def test_what_is_said_where_nothing_can_be(cast: Cast) -> None:
    """Sentences of the frame: for what can't be read, for the hasty, for trouble."""
    one = cast()
    said = {
        **{f"[{kind}]": text for kind, text in texts.NOT_TEXT.items()}, "[文件]": texts.UPLOAD_FORBIDDEN,
        "（只有名字）": texts.NOT_A_QUESTION, "/status": texts.FORBIDDEN["admin"], "/check": texts.FORBIDDEN["staff"],
        "/latets": texts.NEAR_COMMAND.format(name="latets", near="latest"),
        "/xyz": texts.UNKNOWN_COMMAND.format(name="xyz"), "（太快）": texts.TOO_MANY.format(seconds=4),
        "（按得太快）": texts.BUSY_PRESS, "（出错）": texts.TROUBLE.format(id="3fa9c1"),
        "（出错，管理员）": texts.TROUBLE_ADMIN.format(id="3fa9c1", kind=""),
        "（看不懂的消息，管理员）": texts.UNREADABLE_ADMIN.format(n=3),
        "（旧按钮）": texts.STALE, "（别人的按钮）": texts.NOT_YOURS, "（群里）": texts.GROUP_HELLO.format(name="gongbao_bot"),
        "/status（群里）": texts.PRIVATE_ONLY, "（网断了）": texts.MAYBE_LOST, "（网断了，没有回答）": texts.MAYBE_LOST_PLAIN,
        "（迟到的回答）": texts.LATE.format(ago=texts.HOURS.format(n=5)), "（更迟的）": texts.LATE.format(ago=texts.DAYS.format(n=2)),
        "[大文件]": texts.UPLOAD_TOO_BIG.format(name="合订本.pdf"), "[下载失败]": texts.UPLOAD_LOST.format(name="二月.txt"),
        "（文件过期）": texts.UPLOAD_LOST_COPY, "（没有更多）": texts.EVIDENCE_NONE, "[照片，不能识别]": texts.UPLOAD_NO_OCR,
        "（库正忙）": texts.BUSY, "（授予角色）": texts.GRANTED_YOU.format(role=texts.ROLE_NAMES["staff"]),
    }  # fmt: skip
    below = {texts.MAYBE_LOST: ((Button(texts.SEND_AGAIN, "back.1"),),)}
    for what, text in said.items():
        one.reads(one.words(f"> {what}"), View(text, below.get(text, ())))
    kept("frame", one)


_ELSEWHERE = re.compile(
    "LOG_.*|CHAT_.*|LEAVE_WORDS|SMALL_TALK|UPLOAD_(TEXT|PHOTO)_NAME|NO_DATABASE|(NO|BAD)_TOKEN|STORE_.*|WEBHOOK_REFUSED"
    "|PORT_TAKEN|BAD_LINE|BAD_NOW|QUESTIONS_NONE"
)
"""What stands in the terminal and in the log, and what people say to us."""
_RARE = (texts.UNTITLED, texts.ACTIONS["restore"], texts.ALSO_CALLED, texts.REASONS["scope"])
_HAN = re.compile(r"[\u4e00-\u9fff]")


def test_every_sentence_is_in_one_of_these_files() -> None:
    shown = "\n".join(file.read_text(encoding="utf-8") for file in sorted(FOLDER.glob("*.txt")))
    for name, value in vars(texts).items():
        if name.isupper() and not _ELSEWHERE.fullmatch(name):
            for sentence in set(_sentences(value)) - set(_RARE):
                pattern = re.sub(r"\\\{\w+\\\}", ".*?", re.escape(seen(sentence)))
                assert re.search(pattern, shown, re.DOTALL), (name, sentence)


def _sentences(value: object) -> Iterator[str]:
    if isinstance(value, str) and _HAN.search(value):
        yield value
    elif isinstance(value, dict | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _sentences(one)


def test_menus_in_english_and_the_profile(stage: Stage) -> None:
    one = Person(stage)
    one.log += [f"/{command.name} {command.english}" for command in COMMANDS]
    for profile in (texts.PROFILE, texts.PROFILE_ENGLISH):
        one.log += ["", *profile]
    kept("profile", one)
