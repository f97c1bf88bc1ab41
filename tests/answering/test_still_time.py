"""Whether it is still time, whether somebody is there at noon, where to park, whether a bus calls, what lies below."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
临沣县便民 第二版
2025年9月2日

道路改造公示征求意见

县住建局对《文庙街改造方案》进行公示，期限为9月3日至9月30日。公示地点：县政务中心一楼、文庙里社区。

办税服务厅搬迁

县税务局办税服务厅9月8日搬至滨河路66号。办公时间：上午8：30—12：00，下午2：30—5：30。城东便民点每天9：00—17：00办公。

集市日子有变

石灰窑集市9月10日起改期，巡回医疗同步安排：
9月12日 上午 石灰窑村卫生室 内科 程大夫
9月13日 下午 下河村广场 牙病筛查 县医院医生
自备病历本。

分村检修停水

供水站：9月15日到18日轮流停水，晚上7点恢复。
9月15日　枣园村一组
9月16日　槐树村、砖厂
9月18日　柳荫街上
17日不停。

露天电影预告

9月20日《小兵张嘎》 下河村晒坝 晚7点半
9月27日《地道战》 石灰窑小学 晚7点
免费观看。

影剧院周末演出

影剧院周六演三场，分别为9：30—11：30，14：00—16：00，19：00—21：00。观众可停在粮站广场停车场（120个车位，每次5元）或老车站停车场（免费）。高峰期1路公交12分钟一趟，平峰20分钟一趟；3路、5路临时改道，取消“文庙”“照相馆”两站，增设“粮站”站。

新馆月底开放

县图书馆新馆书架正在安装，月底开放。老馆每周二、周五闭馆，到点即停止入馆：17：30停止入馆。本县居民每周三免费借阅。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("9月20号还能提意见吗", "能，期限为9月3日至9月30日"),
        ("10月5号还能提意见吗", "不能，期限为9月3日至9月30日"),
        ("办税厅中午有人吗", "否，上午8：30—12：00，下午2：30—5：30"),
        ("城东便民点中午休息吗", "否，9：00—17：00"),
        ("哪天在石灰窑看内科", "9月12日"),
        ("砖厂哪天停水", "9月16日"),
        ("16号哪里停水", "槐树村、砖厂"),
        ("小兵张嘎在哪放", "下河村晒坝"),
        ("地道战几点开演", "晚7点"),
        ("影剧院晚上那场几点", "19：00—21：00"),
        ("看演出车停哪", "粮站广场停车场、老车站停车场"),
        ("看演出车停哪不要钱", "老车站停车场"),
        ("1路平峰多久一趟", "20分钟一趟"),
        ("3路还停文庙吗", "不停，取消“文庙”“照相馆”两站"),
        ("5路停不停粮站", "停"),
        ("图书馆新馆什么时候能借书", "月底"),
    ],
)
def test_told(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert said in answer.answer


def test_of_several_places_only_the_free_one_is_told(ask: Ask) -> None:
    assert "粮站" not in ask("看演出车停哪不要钱").answer


@pytest.mark.parametrize("question", ["3路还停粮库吗", "9月20号还能报名吗", "石灰窑村什么时候通气", "下河村哪天停水"])
def test_not_told(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
