"""Courts, fires, matches, books and prizes: who won, what a place brings, who wrote what, what most of it comes from."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """松陂时报 04版 社会
2025年12月2日

法院前十一月结案四千余件

本报讯 12月1日，松陂县人民法院通报，1至11月受理各类案件4360件，审执结4015件，结案率92.1%。其中民商事案件2710件，刑事案件203件。新设的竹溪法庭下月启用，管辖竹溪、白岭、沙田3个乡镇。

消防部门通报火灾情况

本报讯 县消防救援大队消息，1至11月全县发生火灾96起，无人员死亡。起火原因中，用火不慎占35.2%，电气线路故障占43.8%，吸烟占6.1%。夜查行动自12月1日至明年2月29日，由大队参谋巫江负责。站长雷江说，夜查不打招呼。

又讯 县公安局消息，1至11月全县电信网络诈骗立案130起。冒充老师类占比最高，达41%，其次是虚假购物，占22%，但损失最大的是虚假投资类。

排球联赛收官

本报讯 县第六届排球联赛11月30日收官。男子组决赛石门中学3比1胜县三中，女子组决赛竹溪中学以3比2力克白岭中学，县三中获得季军。

松陂山径越野赛开跑

本报讯 11月23日，松陂山径越野赛举行。长距离组男子冠军由省城选手靳寒松夺得，比2021年的赛会纪录快4分10秒；亚军、季军分别是外省选手乔一舟和本县教师丁望春。冠军奖金2万元，亚军1万元，季军5000元，4至8名各1000元，破赛会纪录另奖3000元。

第二届松陂文学奖揭晓

本报讯 11月20日，第二届松陂文学奖揭晓。小说奖：宁小舟《桥下的船》；散文奖：鲁青衣《盐与灯》、简白石《半坡》；长诗《河的第三岸》（作者 席远）获特别奖。小说奖奖金2万元，散文奖每部8000元。鲁青衣是县医院护士。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("法院今年收了多少案子", "4360"),
        ("法院没结的案子还有几件", "345件"),
        ("竹溪法庭管哪几个乡镇", "竹溪、白岭、沙田"),
        ("火灾最主要是什么引起的", "电气线路故障"),
        ("夜查行动到什么时候结束", "明年2月29日"),
        ("雷江是什么身份", "站长"),
        ("哪类诈骗最多", "冒充老师类"),
        ("男排决赛比分多少", "石门中学3比1胜县三中"),
        ("女排冠军是哪个队", "竹溪中学"),
        ("女排亚军是谁", "白岭中学"),
        ("女排第三是谁", "县三中"),
        ("越野赛第五名能拿多少奖金", "1000元"),
        ("越野赛亚军奖多少钱", "1万元"),
        ("丁望春拿了多少奖金", "5000元"),
        ("靳寒松一共能拿多少奖金", "2.3万元"),
        ("桥下的船是谁写的", "宁小舟"),
        ("简白石哪本书得奖了", "《半坡》"),
        ("特别奖是哪本书谁写的", "《河的第三岸》（席远）"),
        ("鲁青衣拿了多少奖金", "8000元"),
    ],
)
def test_what_is_printed_is_told(ask: Ask, question: str, words: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert words in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "刑事案件审结了多少件",  # 4015 is of all
        "男排季军是谁",  # the third of the women's
        "女篮决赛谁赢了",
        "越野赛短距离组第九名奖多少钱",
        "河的第三岸拿了多少奖金",
        "诈骗哪类损失多少钱",
    ],
)
def test_what_is_told_of_another_is_not(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


SECOND = """梨浦周刊
2025年9月3日

乡村足球赛收官

本报讯 8月31日，梨浦县乡村足球赛收官。总决赛中，青岗村队2比1险胜白水村队；三四名决赛，柳湾村队0比3不敌沙坝村队。最佳球员授予青岗村队的电工童大江，他全场打进两球。

三部作品获奖

本报讯 8月28日，全市文艺奖揭晓，我县获奖作品是：话剧《渡》（编剧 温小谷）、歌曲《梨花开》（作词 宁初一，作曲 谷雨生）、图书《梨浦草木》（主编 闵江水）。歌手简小荷唱了开场曲目，获奖金2000元。

健身房退费案

本报讯 健身房搬到县城外，会员贺女士要求退费。法院判决健身房退还课程费5200元，驳回贺女士赔偿误工费的请求。
"""


@pytest.fixture(scope="module")
def second(about: About) -> Ask:
    return about(SECOND)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("足球赛第三名是哪个队", "沙坝村队"),
        ("足球赛冠军是谁", "青岗村队"),
        ("梨花开谁作的曲", "谷雨生"),
        ("梨花开的词是谁写的词", "宁初一"),
        ("渡的编剧是谁", "温小谷"),
        ("闵江水编了哪本书", "《梨浦草木》"),
        ("最佳球员是谁", "童大江"),
    ],
)
def test_roles_and_third_places_are_told(second: Ask, question: str, words: str) -> None:
    answer = second(question)
    assert answer.status == "answered"
    assert words in answer.answer


def test_a_claim_that_was_turned_down_is_not_paid(second: Ask) -> None:
    assert second("贺女士的误工费赔了吗").answer.startswith(("否", "没有", "不是"))
    assert second("贺女士的误工费请求被驳回了吗").answer.startswith("是")


def test_a_song_is_not_named_by_a_prize(second: Ask) -> None:
    assert second("简小荷唱的什么歌").status == "not_found"
