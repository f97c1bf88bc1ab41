"""Who took part, who held it, which way, what to bring, what one gets for one: printed in lists and notices."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
03 社会
2024年9月26日 星期四 责编 柳溪 版式 章平

澜坪区召开秋冬生产工作会

本报讯（记者 陶然）9月24日，澜坪区召开秋冬生产工作会，副区长韦青、莫若兰、田一鸣出席会议，区人大常委会副主任滕光、区政协副主席安宁列席。

澜坪区办创业集市

本报讯 9月21日，澜坪区2024年“青年创业月”创业集市在滨江广场举行。活动由团区委主办，区商务局、区妇联协办。集市上展示农产品、文创、手工艺品。

返乡创业人员、退役军人和高校毕业生均可报名摊位，凭身份证、户口簿和营业执照即可办理。集市补贴办法规定，企业每招1名应届毕业生奖补800元，每家企业最高奖补6万元。

恒越压缩机项目一期投产

本报讯 恒越压缩机项目由恒越机电有限公司投资7.2亿元建设，9月20日一期投产。公司总经理邹捷介绍，一期有4条装配线，每50秒就能下线一台压缩机，年产能36万台。

竹坪村发红利

本报讯 竹坪村205户村民共领到分红款74万元，最多的一户领到9600元。竹坪山货公司村集体占股45%，村民占股55%。村老年食堂早餐定价4元、午餐定价10元。

滨河路封闭施工

滨河路（东风桥至西门段）9月28日起全封闭施工，行人可从南侧步道通过。途经车辆请绕行云台路、新民街。公交21路取消粮库、文化宫两个站点。

停气通知

因管道检修，9月29日8时至17时对滨河路沿线停止供气。24小时服务热线：96333。

澜坪区天然气有限公司
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("秋冬生产工作会有哪些副区长出席", "莫若兰"),
        ("秋冬生产工作会来了哪几个副区长", "田一鸣"),
        ("创业集市是谁办的", "团区委"),
        ("澜坪区9月21日那场集市哪个单位主办的", "团区委"),
        ("哪些人可以报名创业集市的摊位", "退役军人"),
        ("办集市摊位要凭什么证件", "户口簿"),
        ("企业招一个应届毕业生奖补多少钱", "800元"),
        ("每家企业最高奖补多少", "6万元"),
        ("恒越压缩机项目年产能多少", "36万台"),
        ("恒越一年能造多少台压缩机", "36万台"),
        ("竹坪村一共分了多少红", "74万元"),
        ("竹坪山货公司村集体和村民各占股多少", "45%"),
        ("竹坪村老年食堂吃顿午饭多少钱", "10元"),
        ("滨河路封闭期间车辆绕行哪些路", "云台路、新民街"),
        ("滨河路封闭期间行人怎么走", "南侧步道"),
        ("21路公交哪些站不停了", "文化宫"),
        ("澜坪区天然气公司服务热线是多少", "96333"),
    ],
)
def test_a_plain_fact_is_found(ask: Ask, question: str, holds: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer
    assert holds in answer.answer, answer


@pytest.mark.parametrize(
    "question",
    [
        "秋冬生产工作会有哪些副县长出席",
        "青年书市是谁办的",
        "竹坪村老年食堂吃顿晚饭多少钱",
        "31路公交哪些站不停了",
        "澜坪区自来水公司服务热线是多少",  # another body
        "恒越一个月能造多少台压缩机",
    ],
)
def test_what_is_close_is_no_answer(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_found", answer.answer
