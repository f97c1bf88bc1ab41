"""Yes or no: the right word first, the printed words behind it, and no yes that is not printed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.answering.pages import Ask, asking

PAGE = """\
竹溪日报
2023年5月12日 星期五 第1203期

竹溪县一季度经济运行平稳
核桃产量下降 出口回升

本报讯（记者 谷雨 通讯员 夏至）5月11日，竹溪县统计局发布一季度经济运行情况。

一季度，全县生产总值98.4亿元，同比增长5.2%。核桃产量1820吨，同比下降6.3%；进出口总额4.6亿元，同比增长8.1%。二氧化硫浓度为每立方米9微克，比上年同期上升1微克。

全县计划修复的12条水毁道路已完成9条，剩余3条尚未开工。清泉水厂扩建工程4月28日建成通水。青石大桥加固工程预计6月底完工。

青石湖荷花节首次设立夜场
65岁以上老人免票

本报讯 竹溪县青石湖荷花节将于7月1日开幕，夜场为首次设立，门票每人40元，65周岁以上老人和1.3米以下儿童免票。景区游客中心每周一闭馆。荷花节摄影大赛每人限投3幅作品。有人以代办摊位为名收取押金的，均属诈骗。

关于竹溪县第二中学招聘教师的公告

竹溪县第二中学面向社会招聘教师20名。报考高中教师岗位的须具有本科及以上学历，不收取报名费。报名时间为6月1日至6月5日。
竹溪县教育局
2023年5月10日

秋季转学须知

竹溪县城区学校秋季转学6月20日起受理，起始年级和毕业年级不办理转学。8路公交末班车与当晚最后一班城际列车接驳。
竹溪县教育局
2023年5月10日

停水通知

因主管道检修，定于5月15日8时至18时对以下区域停水：南关社区、望竹苑、柏树坡村、县第三小学等。老水厂路以西不受影响。
竹溪县自来水公司
2023年5月11日
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("yesno"), PAGE) as asked:
        yield asked


@pytest.mark.parametrize(
    ("question", "starts", "holds"),
    [
        ("一季度核桃产量是增长的吗", "不是", "下降6.3%"),
        ("进出口是不是涨了", "是", "增长8.1%"),
        ("二氧化硫浓度比去年好了吗", "不是", "上升1微克"),
        ("水毁道路都修好了吗", "没有", "3条尚未开工"),
        ("清泉水厂扩建工程修好了没有", "是", "4月28日"),
        ("青石大桥加固完工了吗", "没有", "6月底"),
        ("荷花节夜场以前办过没有", "没有", "首次"),
        ("我爸70了，去荷花节要买票吗", "不用", "65周岁"),
        ("我妈58岁，荷花节要门票钱吗", "要", "40元"),
        ("游客中心礼拜一开门吗", "不开", "闭馆"),
        ("摄影大赛一个人能投五幅吗", "不能", "限投3幅"),
        ("摄影大赛一个人能投两幅吗", "能", "限投3幅"),
        ("我是大专毕业，能报二中的高中老师吗", "不能", "本科"),
        ("我是硕士研究生毕业，能报二中的高中教师吗", "能", "本科"),
        ("报二中教师要交报名费吗", "不用", "不收取"),
        ("我家孩子上初三，能转学吗", "不能", "毕业年级"),
        ("坐最后一班城际列车还赶得上8路公交末班车吗", "赶得上", "接驳"),
        ("核桃产量是不是少了", "是", "下降6.3%"),
        ("进出口是不是降了", "不是", "增长8.1%"),
        ("我住望竹院，会停水吗", "会", "望竹苑"),
        ("柏树坡村这次停水吗", "是", "柏树坡村"),
        ("有人代办摊位收押金，是真的吗", "不是", "诈骗"),
    ],
)
def test_the_printed_pole_decides(ask: Ask, question: str, starts: str, holds: str) -> None:
    answer = ask(question)
    assert answer.status in ("answered", "corrected"), answer.answer
    assert answer.answer.startswith(starts)
    assert holds in answer.answer
    assert answer.sources


@pytest.mark.parametrize(
    "question",
    [
        "竹溪县的房价是不是涨了",
        "青石大桥的桥墩验收通过了吗",
        "荷花节能带宠物进去吗",
        "县第五小学停水吗",
    ],
)
def test_no_yes_is_invented(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
