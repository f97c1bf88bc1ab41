"""What a question says by the way is answered only where the bulletins say the same; parts of a year and wholes."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
沅川市发展改革委
2024年8月20日

二季度“三个一批”台账公布 梅溪区履约率居全市第二

本网讯 8月19日，沅川市发展改革委公布二季度“三个一批”项目台账。全市三个县区列入台账的项目共63个，总投资190.5亿元，平均履约率91.2%，较一季度提高1.5个百分点。

各县区情况如下表：

县区|签约一批（个）|开工一批（个）|投产一批（个）|总投资（亿元）|履约率|达效率
梅溪区|7|10|5|71.4|94.1%|60.0%
竹坪区|6|8|4|62.9|96.3%|75.0%
石岭县|5|11|7|56.2|83.2%|71.4%
合计|18|29|16|190.5|91.2%|—

梅溪区一季度履约率为88.6%，列全市末位。全年目标是履约率97%，四季度还有6个项目要投产。

与去年二季度相比，梅溪区台账项目由17个增加到22个，总投资由58.3亿元增加到71.4亿元。

梅溪区委书记闻知远在调度会上说，要把手续办在前头。区长温如松通报了进度。

二季度镇街考评结果揭晓

本网讯 8月18日，梅溪区通报二季度镇街考评结果，前三名依次是清塘镇、古渡镇、南桥街道，后三名依次是双河镇、东关街道、柳林镇，其中柳林镇得76.4分。前三名分别奖励20万元、15万元、10万元。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("达效率最高的是石岭县，具体是多少", "竹坪区"), ("履约率最低的是梅溪区，是多少", "石岭县"),
        ("考评倒数第一的双河镇得了多少分", "柳林镇"), ("考评第一的古渡镇奖了多少钱", "清塘镇"),
        ("区委书记温如松说了啥", "区长"), ("区长闻知远在会上讲了什么", "区委书记"),
    ],
)  # fmt: skip
def test_a_wrong_name_is_corrected(ask: Ask, question: str, right: str) -> None:
    answer = ask(question)
    assert answer.status == "corrected"
    assert right in answer.answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("达效率最高的是竹坪区，具体是多少", "75.0%"), ("考评倒数第一的柳林镇得了多少分", "76.4分"),
        ("镇街考评哪个第一", "清塘镇"), ("区委书记闻知远说了什么", "把手续办在前头"), ("石岭县的达效率", "71.4%"),
    ],
)  # fmt: skip
def test_a_right_name_is_answered(ask: Ask, question: str, answer: str) -> None:
    assert answer in ask(question).answer


def test_a_value_of_the_whole_year_is_none_of_a_quarter(ask: Ask) -> None:
    assert ask("四季度梅溪区的履约率多少").status == "not_found"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("梅溪区一季度的履约率", "88.6%"), ("去年二季度梅溪区总投资多少", "58.3亿元"), ("去年二季度梅溪区几个项目", "17个"),
        ("全市开工一批一共几个项目", "29个"), ("全市履约率多少", "91.2%"), ("全市总投资多少", "190.5亿元"),
        ("石岭县三批合计几个项目", "23个"), ("竹坪区三批一共多少个项目", "18个"), ("梅溪比竹坪总投资多多少", "8.5亿元"),
        ("石岭县比梅溪区多几个开工项目", "1个"),
    ],
)  # fmt: skip
def test_tables_of_districts(ask: Ask, question: str, answer: str) -> None:
    assert answer in ask(question).answer


def test_no_row_of_totals_tells_a_larger_whole(ask: Ask) -> None:
    assert ask("全省开工一批一共几个项目").status == "not_found"
