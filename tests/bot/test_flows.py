"""What pressing and typing lead to, beyond what is seen."""

from __future__ import annotations

from tests.bot.pages import SIGNED, STARTED
from tests.bot.stage import Person, Stage


async def test_feedback_is_kept_and_the_last_word_counts(resident: Person, stage: Stage) -> None:
    await resident.says("第七期三个一批总投资多少？")
    await resident.presses("👍")
    await resident.presses("已记录")
    await resident.presses("出处不对")
    assert stage.desk.store.journal.verdicts() == {"bad:source": 1}


async def test_buttons_under_a_forgotten_answer_say_so(resident: Person) -> None:
    await resident.says("第七期三个一批总投资多少？")
    await resident.says("/forget")
    await resident.presses("确认")
    for label in ("👍", "👎", "更多依据", "总投资多少"):
        pressed = await resident.presses(label)
        assert pressed.alert and "过期" in pressed.toast, label


async def test_buttons_under_a_forgotten_answer_lead_to_nobody_else_s(resident: Person, stage: Stage) -> None:
    (answer,) = await resident.says("第七期三个一批总投资多少？")
    await resident.says("/forget")
    await resident.presses("确认")
    await Person(stage, number=8).says("恒泰公司的电话是多少")
    pressed = await resident.act(next(one.action for one in answer.buttons if one.action.startswith("more.")))
    assert pressed.alert and "过期" in pressed.toast


async def test_a_forgotten_district_is_no_longer_meant(resident: Person) -> None:
    await resident.says("/district 清河")
    await resident.says("/forget")
    await resident.presses("确认")
    (said,) = await resident.says("/district")
    assert "还没有设定" in said.text


async def test_made_up_buttons_do_nothing(admin: Person, stage: Stage) -> None:
    before = stage.desk.library.history()
    for action in ("good.999999", "more.x.0", "opt.1.9", "src.a0000000.0", "art.nothing.3", "p.zzzzzzzz", "line.zzzzzzzz",
                   "chart.zzzzzzzz", "dist.zzzzzzzz", "sub.zzzzzzzz", "unsub.zzzzzzzz", "try.99999", "keep.999999", "wide.999999", "unpin.zzzzzzzz",
                   "unalias.zzzzzzzz", "un.77", "fix.77.zzzzzzzz", "out.77", "again.77", "live.77.78", "drop.77.78", "asq.77",
                   "go.nothing", "then.20240101.99999", "menu.nothing", "follow.zzzzzzzz"):  # fmt: skip
        pressed = await admin.act(action)
        assert pressed.alert and pressed.toast and not pressed.fresh, action
    assert stage.desk.library.history() == before


async def test_more_evidence_pages_through_everything_and_comes_back(resident: Person) -> None:
    (answer,) = await resident.says("第七期三个一批总投资多少？")
    first = answer.text
    await resident.presses("更多依据")
    pages = [answer.text]
    while any("下一页" in button.label for button in answer.buttons):
        await resident.presses("下一页")
        pages.append(answer.text)
    assert len(pages) == len(set(pages)) > 1
    await resident.presses("返回回答")
    assert answer.text == first


async def test_a_choice_is_asked_as_if_typed_and_remembered(resident: Person) -> None:
    await resident.says("书记是谁")
    await resident.presses("清河县")
    assert "顾长风" in resident.screen[-1].text
    await resident.says("县长呢")
    assert "叶知秋" in resident.screen[-1].text


async def test_a_district_decides_what_is_meant(resident: Person) -> None:
    await resident.says("/district 清河")
    await resident.says("书记是谁")
    assert resident.screen[-1].text.startswith("顾长风")
    await resident.says("/projects")
    assert "（共2个）" in resident.screen[-1].text


async def test_subscribers_are_told_once_of_what_is_new_in_their_script(
    resident: Person, admin: Person, stage: Stage
) -> None:
    people = stage.desk.store.people
    await resident.says("/subscribe 云杉")
    other = Person(stage, in_traditional=True)
    await other.says("/subscribe 倉儲")
    await other.says("/subscribe 恒泰")
    await admin.sends(("二月.txt", SIGNED))
    await admin.presses("确认")
    first, second = sorted(html for _, _, _, html, _ in people.notices())
    assert "新公报提到“云杉”" in first + second and "新公報提到" in first + second
    assert {"青禾云杉物流有限公司" in one for one in (first, second)} == {True, False}
    assert "青禾雲杉物流有限公司" in first + second
    await admin.sends(("二月.txt", SIGNED))
    assert len(people.notices()) == 2


async def test_several_files_are_confirmed_together(admin: Person, stage: Stage) -> None:
    await admin.sends(("二月.txt", SIGNED), ("坏.pdf", b"%PDF-1.4 nothing"), ("五月.txt", STARTED))
    shown = admin.screen[-1].text
    assert "二月.txt" in shown and "五月.txt" in shown and "没有导入" in shown
    await admin.presses("确认")
    assert sum("青禾" in article.title for article in stage.desk.library.articles()) == 2
    assert any("1/2" in step for step in stage.screen.progressed)
    assert all(
        e.actor == "telegram:1" for e in stage.desk.library.audit() if e.target in ("二月.txt", "五月.txt")
    )


async def test_a_cancelled_file_leaves_nothing(admin: Person, stage: Stage) -> None:
    before = stage.desk.library.generation
    await admin.sends(("二月.txt", SIGNED))
    await admin.presses("取消")
    assert stage.desk.library.generation == before
    assert list(stage.folder.iterdir()) == []
    pressed = await admin.act("live.1.1")
    assert pressed.alert


async def test_text_of_a_bulletin_can_be_a_question_after_all(admin: Person, stage: Stage) -> None:
    await admin.says(SIGNED * 2)
    await admin.presses("当作问题")
    assert not any("青禾" in article.title for article in stage.desk.library.articles())
    assert len(admin.screen) == 2


async def test_removing_and_restoring_is_live_at_once(admin: Person, resident: Person) -> None:
    question = "第七期三个一批总投资多少？"
    await admin.says("/articles")
    await admin.presses("8")
    await admin.presses("删除")
    await admin.presses("确认")
    await resident.says(question)
    assert not resident.screen[-1].text.startswith("62.4亿元")
    await admin.presses("版本")
    await admin.presses("恢复到 1")
    await admin.presses("确认")
    await resident.says(question)
    assert resident.screen[-1].text.startswith("62.4亿元")


async def test_one_tap_makes_a_synonym_and_the_question_is_answered(
    admin: Person, resident: Person, stage: Stage
) -> None:
    for _ in range(2):
        await resident.says("第七期三个一批的家底多少？")
    await resident.says("今天天气怎么样")
    (inbox,) = await admin.says("/unanswered")
    assert "1. 第七期三个一批的家底多少？（2次" in inbox.text
    await admin.presses("1")
    await admin.presses("“家底”就是“总投资”")
    assert "62.4亿元" in inbox.text
    assert stage.desk.library.aliases() == (("家底", "总投资"),)
    await resident.says("第七期三个一批的家底多少？")
    assert resident.screen[-1].text.startswith("62.4亿元")
    assert "家底" not in (await admin.says("/unanswered"))[0].text


async def test_a_pinned_answer_is_marked_and_cites_only_who_says_it(staff: Person, resident: Person) -> None:
    await staff.says("/pin 停水到几点 = 3月13日6时止")
    await resident.says("停水到几点")
    assert "由工作人员核定" in resident.screen[-1].text
    assert "关于城区部分路段停水的通知" in resident.screen[-1].text
    await staff.says("/pin 市长热线 = 12345")
    await resident.says("市长热线")
    assert "出处" not in resident.screen[-1].text
    await staff.presses("取消核定")
    await resident.says("市长热线")
    assert "由工作人员核定" not in resident.screen[-1].text


async def test_a_whole_question_is_answered_whatever_was_asked_before(resident: Person) -> None:
    await resident.says("恒泰公司的电话是多少")
    await resident.says("第七期三个一批总投资多少？")
    assert resident.screen[-1].text.startswith("62.4亿元")
