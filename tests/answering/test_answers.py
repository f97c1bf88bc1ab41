"""What people ask of the sample bulletins, and what they must be told."""

from __future__ import annotations

import pytest

from index.library import Library


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("第七期三个一批总投资多少？", "62.4亿元"),
        ("第7期签约一批有几个项目", "2个"),
        ("第七期哪一批最花钱", "31.2亿元"),
        ("第六期三批加起来一共多少个亿", "107亿元"),
        ("第六期和第七期一共多少个项目", "33个"),
        ("第七期开工一批平均一个项目投多少", "5.2亿元"),
        ("31.2亿是哪一批的投资", "开工一批"),
        ("煤矿智能化创新中心是哪批的", "开工一批"),
        ("郑外莲湖校区是哪一批", "开工一批"),
        ("渡森服饰年产多少件", "300万件"),
        ("县长是谁", "叶知秋"),
        ("工业强县推进会谁主持的", "叶知秋"),
        ("恒泰新能源电池壳体项目占地多少亩", "210亩"),
        ("恒泰新能源电池壳体项目谁投的", "江苏恒泰精工有限公司"),
        ("县第三中学迁建项目有多少个学位", "3000"),
        ("清河县生产总值增速在全市排第几", "第二"),
        ("农村居民人均可支配收入增长多少", "7.9%"),
        ("3路公交末班车是几点", "19时"),
        ("停水咨询打什么电话", "0319-8223366"),
        ("政务服务中心搬到哪里了", "滨河大道8号"),
    ],
)
def test_the_exact_fact_is_said_and_cited(library: Library, question: str, said: str) -> None:
    answer = library.ask(question)
    assert answer.status == "answered"
    assert said in answer.answer
    assert answer.sources


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("第八期三个一批总投资多少？", "period"),
        ("金水区第七期三个一批有多少个项目", "place"),
        ("常庄水库项目投资多少钱", "attribute"),
        ("2019年中原区生产总值增长多少", "period"),
        ("李晓雷的手机号是多少", "private"),
        ("你觉得哪个项目最有前途", "opinion"),
        ("给我讲个笑话", "off_topic"),
    ],
)
def test_what_is_not_printed_is_refused_with_the_reason(library: Library, question: str, reason: str) -> None:
    answer = library.ask(question)
    assert (answer.status, answer.reason) == ("not_found", reason)
    assert len(answer.related) <= 3


def test_a_wrong_premise_is_corrected(library: Library) -> None:
    answer = library.ask("第七期签约的5个项目是哪五个")
    assert answer.status == "corrected"
    assert "2个" in answer.answer
    assert "不是5个" in answer.answer


def test_expected_is_not_reached(library: Library) -> None:
    answer = library.ask("第六期开工一批的投产率已经100%了吗")
    assert answer.answer.startswith("不是")
    assert "预计" in answer.answer


def test_complete_lists(library: Library) -> None:
    answer = library.ask("第七期投产一批都有什么项目")
    assert answer.kind == "list"
    assert all(
        name in answer.answer for name in ("渡森服饰", "建设路第六小学", "国棉三厂", "大喜城", "奥特莱斯")
    )
    assert "7个" in (answer.detail or "")


def test_homophones_are_repaired_and_told(library: Library) -> None:
    answer = library.ask("大西城综合体现在是什么阶段")
    assert "投产" in answer.answer
    assert answer.repaired


def test_traditional_characters_are_understood(library: Library) -> None:
    assert library.ask("第七期三個一批總投資多少").answer == "62.4亿元"


def test_follow_ups_inherit_slots(library: Library) -> None:
    assert library.ask("那开工的呢", turns=["第七期签约一批总投资多少"]).answer == "31.2亿元"
    assert "区长" in library.ask("他是什么职务", turns=["第一次全体会议谁主持的"]).answer
    assert library.ask("这批一共几个项目", turns=["常庄水库项目是哪一批"]).answer == "6个"


def test_two_questions_get_two_answers(library: Library) -> None:
    answer = library.ask("第七期签约一批有几个项目，投资多少？").answer
    assert "2个" in answer
    assert "2亿元" in answer


def test_a_missing_period_means_the_latest_and_says_so(library: Library) -> None:
    answer = library.ask("三个一批开工一批总投资多少")
    assert answer.answer == "31.2亿元"
    assert "第七期" in (answer.detail or "")


@pytest.mark.parametrize(
    "question", ["", "？？？", "😀😀", "' OR 1=1 --", "<b>第七期</b>", "总投资" * 1500, "\u202e\ufeff"]
)
def test_any_input_gets_a_polite_sentence(library: Library, question: str) -> None:
    answer = library.ask(question)
    assert answer.answer
    assert answer.took_ms < 1000


def test_claims_are_confirmed_contradicted_or_not_mentioned(library: Library) -> None:
    verdicts = [
        c.verdict for c in library.check("第七期签约一批项目2个。第七期投产一批项目9个。第七期新建机场3座。")
    ]
    assert verdicts[:2] == ["confirmed", "contradicted"]
    assert verdicts[2] == "not_mentioned"
