"""What residents do, over Telegram's protocol."""

from __future__ import annotations

from tests.telegram.flows.screens import Phone


async def test_a_thumb_down_asks_why_and_further_evidence_turns_in_place(resident: Phone) -> None:
    (answer,) = await resident.says("第七期三个一批总投资多少？")
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
