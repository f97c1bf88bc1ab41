"""What is left to do, who pays the rest, what goes with what: figures of courts, farms and works set in relation."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """苇塘县报
2024年11月20日　星期三　第2版

苇塘法院晒出成绩单
前十个月结案率超九成

本报讯（记者 纪晓阳）11月18日，苇塘县人民法院召开新闻通气会。今年1至10月，该院共受理各类案件4126件，审结3890件，其中调解撤诉1204件。通气会应到记者24人，实到19人。今年发出人身安全保护令9份，自2021年以来累计发出31份。承办法官、民一庭庭长柯若海介绍，为劳动者追回欠薪682万元。

县公安局“护薪”行动自8月1日启动，至10月31日结束，共追缴赃款235万元，已发还受害群众198万元。上当人数最多的群体是40至55岁女性。接到陌生电话可拨打5550110咨询。

苇塘社区食堂加装暖气
县里配套一半

本报讯（记者 车小米）东塘街道社区食堂改造工程总投资460万元，其中市级补助260万元，其余由县财政承担。规划安装取暖设备38组，现已安装29组，剩余设备因管件未到货未能安装。

关于今冬供热收费的通告

一、供热时间：2024年11月15日8时至2025年3月20日8时。
二、收费标准：居民每平方米19元，商户每平方米27元。
三、需要停供的用户，须在10月31日前申请，并缴纳热费的15%作为基础费。
四、热费现金缴费只在北塘供热服务厅办理，网上缴费不限。
五、居室温度不低于18℃。只受理电话预约测温，不再要求提供房产证。
异议受理人：毕若川，电话5550199。

苇塘县供热公司
2024年10月8日

苇塘县技能比武落幕

本报讯（通讯员 卜一凡）11月9日，苇塘县第三届技能比武在县职教中心举行，比上届多45人参赛。各项目第一名奖金6000元，第二、三名分别奖励4000元和2000元。各项目第一名如下：
1.砌筑工：闵大壮（苇塘建安）
2.茶艺师：栾小雨（清和茶楼）
3.育婴员：臧春兰（安心家政）

苇塘县10月农情

本报讯 截至11月10日，全县晚稻已收割26.4万亩，占种植面积的八成，预计11月20日前收割完毕。全县共有收割机910台，其中外地来的320台。三年合计改造泵站17座，其中2022年5座、2023年8座、2024年4座。种藕大户邝大力种了20亩藕，亩产1800公斤。晚稻增产原因主要有二：一是良种覆盖率高，二是水肥跟得上。全年出生人口2210人，死亡人口2540人。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("法院前十个月还有多少件案子没结", "236件"),
        ("通气会有几个记者没到", "5人"),
        ("追回的赃款还有多少没还给群众", "37万元"),
        ("取暖设备还有几组没装", "9组"),
        ("东塘食堂改造县里自己掏多少钱", "200万元"),
        ("本地的收割机多少台", "590台"),
        ("邝大力的20亩藕一共能产多少公斤", "3.6万公斤"),
    ],
)
def test_what_is_left_follows_from_the_whole_and_what_is_done(ask: Ask, question: str, words: str) -> None:
    answer = ask(question)
    assert words in answer.answer
    assert "（推算）" in (answer.detail or "")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("东塘食堂改造市里出多少钱", ["260万元"]),
        ("保护令这几年一共发了多少份", ["31份"]),
        ("替工人讨回了多少工钱", ["682万元"]),
        ("护薪行动从几号搞到几号", ["8月1日", "10月31日"]),
        ("接到陌生电话打几号问", ["5550110"]),
        ("供热到哪天停", ["3月20日"]),
        ("住户暖气费一平米多少", ["19元"]),
        ("报停要交百分之几", ["15%"]),
        ("暖气费交现金去哪儿交", ["北塘供热服务厅"]),
        ("屋里温度最低多少度", ["18℃"]),
        ("有异议找谁", ["毕若川"]),
        ("技能比武第三名奖多少钱", ["2000元"]),
        ("晚稻啥时候割完", ["11月20日"]),
        ("哪年改造的泵站最多", ["2023年", "8座"]),
        ("晚稻为什么增产", ["良种覆盖率高", "水肥跟得上"]),
        ("承办的法官是哪个", ["柯若海"]),
    ],
)
def test_spoken_words_find_what_is_printed_for_them(ask: Ask, question: str, words: list[str]) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert all(word in answer.answer for word in words), answer.answer


@pytest.mark.parametrize(
    ("question", "opening", "words"),
    [
        ("死的人比生的多吗", "是", ["2540人", "2210人"]),
        ("出生人口超过死亡人口了吗", "不是", ["2210人", "2540人"]),
        ("测温要房产证吗", "不用", ["不再要求"]),
    ],
)
def test_yes_and_no_come_with_what_is_printed(ask: Ask, question: str, opening: str, words: list[str]) -> None:
    answer = ask(question)
    assert answer.answer.startswith(opening)
    assert all(word in answer.answer for word in words)


def test_a_list_is_read_from_label_to_name_and_back(ask: Ask) -> None:
    assert ask("栾小雨得了哪个项目的第一").answer == "茶艺师"
    assert "栾小雨" in ask("茶艺师第一名是谁").answer


def test_a_follow_up_asks_of_another_placing(ask: Ask) -> None:
    assert ask("第三名呢", turns=["技能比武第二名奖多少钱"]).answer == "2000元"


@pytest.mark.parametrize(
    "question",
    [
        "下一届技能比武什么时候办",
        "上一届技能比武有多少人参加",
        "晚稻全部收完了，一共收了多少吨",
        "第四名奖多少钱",
        "这次通气会在哪个学校开",
        "供热公司的负责人叫什么名字",
    ],
)
def test_what_is_not_printed_is_not_made_of_what_stands_near(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
