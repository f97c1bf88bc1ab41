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


PROJECTS = """\
01 要闻
2024年11月14日 星期四 责编 巫山 版式 宁静

云埔区第五期“三个一批”项目集中开工

本报讯（记者 车明）11月12日上午，云埔区第五期“三个一批”项目建设推进会在临港装备产业园举行。区委副书记、区长葛云峰讲话，区委常委、常务副区长祝平主持会议。

本期全区共实施“三个一批”项目31个，总投资118.6亿元。其中，签约项目12个，总投资46.8亿元；开工项目14个，总投资52.3亿元，年度计划投资9.6亿元；投产项目5个，总投资19.5亿元。

葛云峰要求，年底前开工项目完成投资不低于8亿元。

云埔区人大常委会任命一批干部

本报讯 11月8日，云埔区第六届人大常委会第二十三次会议通过：任命温子墨为云埔区副区长；任命鲍国强为云埔区教育局局长，免去其云埔区文化和旅游局局长职务。

今年全区计划改造老旧小区24个，涉及居民5120户。改造内容包括屋面防水、雨污分流、加装电梯等。石坝村主要种植脐橙、杨梅和猕猴桃。
"""


@pytest.fixture(scope="module")
def of_projects(about: About) -> Ask:
    return about(PROJECTS)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("葛云峰是啥领导", "区长"),
        ("云埔区区长姓名", "葛云峰"),
        ("担任常务副区长的是谁", "祝平"),
        ("鲍国强以前干啥的", "文化和旅游局局长"),
        ("今年开工项目打算投多少", "9.6亿元"),
        ("老旧小区都改啥", "雨污分流"),
        ("石坝村主要种什么", "杨梅"),
    ],
)
def test_offices_and_contents_are_told(of_projects: Ask, question: str, holds: str) -> None:
    answer = of_projects(question)
    assert answer.status == "answered", answer
    assert holds in answer.answer, answer


@pytest.mark.parametrize("question", ["温子墨以前干啥的", "下坝村主要种什么", "担任区委书记的是谁"])
def test_what_is_not_told_of_them_is_refused(of_projects: Ask, question: str) -> None:
    assert of_projects(question).status == "not_found"
