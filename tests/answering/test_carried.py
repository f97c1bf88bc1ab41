"""Names that hold for later sentences: the place, school or firm that a text goes on to be about, until another comes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answering.pages import asking

WATER = """水费下月起按新标准收

记者从沙溪区自来水公司了解到，新水价下月1日起执行。这是八年来首次调整，会前听取了32名居民代表的意见。收费标准为：居民每立方米2.6元，洗车行每立方米9.8元，欠费三个月的先交六成。
"""
SCHOOL = """枫香小学搬进新校舍

本学期，青川区枫香小学的孩子们搬进了新校舍。这栋4层楼房投资2700万元，用了11个月建成。校长潘立人介绍，该校现有专任教师61人，另聘保育员7人。
"""
FARM = """水稻种植有了新账本

石羊镇柿坪村今年试种再生稻。由村集体出资整地，每亩成本610元，每亩收购价4元5角的说法并不准确。稻田租金由每亩260元提到480元。
竹根村则改种了莲藕，卖了35万元。
"""
COURT = """法院上门化解欠款纠纷

因货款没有谈拢，启新建材公司欠下27名司机运费共63万元。浅水区法院三次上门调解，双方约定：首笔40万元当天付清，余款年底前结清。今年以来，该院已调解同类案件39件。
"""
RANKING = """营商环境评价 梅州区列第四

省里公布年度评价结果，梅州区列第四，仅次于得分88.1的临浦区。18个指标里有7个排在全省前列。梅州区开办企业的时间已缩短到5小时。
"""
REPORT = """白沙市梅泉区政府工作报告（摘登）

过去一年，全区地区生产总值达到187.6亿元，增长6.1%。
"""


@pytest.mark.parametrize(
    ("page", "question", "holds"),
    [
        (WATER, "沙溪区居民水费一立方多少钱", "2.6元"),
        (WATER, "沙溪区洗车行每立方米收多少", "9.8元"),
        (WATER, "沙溪区欠费三个月的先交几成", "六成"),
        (SCHOOL, "枫香小学有多少专任教师", "61人"),
        (FARM, "柿坪村稻田现在一亩租金多少", "480元"),
        (COURT, "浅水区法院今年调解了多少件同类案件", "39件"),
        (COURT, "启新建材公司首笔付了多少钱", "40万元"),
    ],
)
def test_what_a_text_goes_on_to_tell_is_told_of_the_name_that_holds(
    tmp_path: Path, page: str, question: str, holds: str
) -> None:
    with asking(tmp_path, page) as ask:
        answer = ask(question)
    assert answer.status == "answered", answer
    assert holds in answer.answer


@pytest.mark.parametrize(
    ("page", "question"),
    [
        (FARM, "柿坪村莲藕卖了多少钱"),
        (COURT, "浅水区法院给司机付了多少运费"),
        (SCHOOL, "梅林小学有多少专任教师"),
        (RANKING, "临浦区开办企业要多久"),
        (REPORT, "白沙市过去一年的地区生产总值是多少"),
    ],
)
def test_it_holds_no_longer_than_until_another_of_its_sort(tmp_path: Path, page: str, question: str) -> None:
    with asking(tmp_path, page) as ask:
        assert ask(question).status == "not_found"
