"""What bulletins call by names of their own: stages, periods, prizes, batches of money, proposed offices."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
临溪日报
2025年3月12日  星期三  第3版：要闻

临溪区“三抓三促”重大项目攻坚提速
一季度46个项目集中推进

本报讯（记者 沈一鸣 通讯员 高婷）3月10日，临溪区2025年一季度重大项目集中推进会在滨江科创园举行。区委书记袁立峰出席并宣布项目启动，区长宋之远主持，常务副区长贺晓东通报项目情况。

此次集中推进的46个项目总投资达213.7亿元，涵盖先进制造、现代服务、民生保障等领域。其中，“引进一批”项目15个，总投资62.4亿元，主要包括蓝海智能装备产业园、恒岳新材料生产基地、临溪云谷数据中心等；“快建一批”项目20个，总投资108.5亿元，年度计划投资31.2亿元，主要包括临溪高铁站前综合体、晨光医药二期、城东再生水厂等；“达效一批”项目11个，总投资42.8亿元，主要包括启明光学镜片智能工厂、长丰冷链物流园等。

据介绍，蓝海智能装备产业园由深圳蓝海集团投资18亿元建设，占地260亩，全部达产后年产值可达30亿元；恒岳新材料生产基地总投资9.6亿元；临溪云谷数据中心计划今年9月开工，由区城投公司建设；晨光医药二期总投资12.3亿元，预计年底竣工。

去年四季度，全区集中推进项目38个、总投资176.2亿元，已全部开工。

第一批至第三批惠企资金兑付完毕

本报讯（记者 李岚）记者从区财政局获悉，今年以来，临溪区分三批向企业兑付惠企资金。第一批兑付1.2亿元，惠及企业126家；第二批兑付8600万元，惠及企业94家；第三批于3月5日兑付，金额1.58亿元，惠及企业151家。

区财政局局长丁文清表示，第四批资金正在审核，预计4月底前兑付。

“溪畔杯”青年歌手大赛圆满落幕

本报讯（记者 周可）3月8日晚，第六届“溪畔杯”青年歌手大赛总决赛在区文化中心举行，来自全区的24名选手同台竞技。经过三轮比拼，设一等奖1名，奖金10000元；二等奖3名，各奖5000元；三等奖6名，各奖2000元。来自临溪三中的教师唐若溪以98.2分夺得一等奖，何嘉树、罗晓雯、姜成获二等奖。

区文旅局副局长朱铭为获奖选手颁奖。大赛自1月15日启动以来，共吸引312人报名。

干部任前公示

根据《党政领导干部选拔任用工作条例》有关规定，现将拟任职干部情况公示如下：
陈默，男，1982年5月生，大学学历，现任区住建局副局长，拟任区交通运输局局长。
吴倩，女，1985年11月生，研究生学历，现任东湖街道党工委副书记，拟任东湖街道办事处主任。
公示时间：2025年3月11日至3月17日。受理电话：0573-82736451。
中共临溪区委组织部
2025年3月11日
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("引进一批多少个项目，总投资多少", "15个，62.4亿元"),
        ("快建一批今年计划投多少", "31.2亿元"),
        ("引进一批和达效一批一共多少亿", "105.2亿元"),
        ("快建比引进多几个项目", "多5个"),
        ("云谷数据中心什么时候开工", "今年9月"),
        ("云谷数据中心开工了吗", "没有，计划今年9月开工"),
        ("晨光医药二期建完了吗", "没有，预计年底竣工"),
        ("蓝海产业园谁投的", "深圳蓝海集团"),
        ("深圳蓝海集团投的是哪个项目", "蓝海智能装备产业园"),
        ("投资最大的项目是哪个", "蓝海智能装备产业园（18亿元）"),
        ("哪个项目投资最大，多少钱", "蓝海智能装备产业园（18亿元）"),
    ],
)
def test_stages_with_names_of_their_own(ask: Ask, question: str, answer: str) -> None:
    assert ask(question).answer == answer


def test_a_part_of_a_list_is_no_list(ask: Ask) -> None:
    answer = ask("快建一批有哪些项目")
    assert answer.status == "not_found"
    assert answer.detail is not None and "晨光医药二期" in answer.detail


def test_amounts_behind_a_semicolon_are_those_of_their_own_subject(ask: Ask) -> None:
    assert ask("恒岳新材料生产基地总投资多少").answer == "9.6亿元"
    assert ask("云谷数据中心总投资多少").status == "not_found"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("三批资金一共兑付多少钱", "3.64亿元"),
        ("三批一共惠及多少家企业", "371家"),
        ("哪批兑付最多", "第三批（1.58亿元）"),
        ("第二批比第一批少多少家企业", "少32家"),
        ("第三批什么时候兑付", "3月5日"),
        ("二等奖几个人，每人多少", "二等奖3名，各奖5000元"),
        ("三等奖奖金一共多少", "1.2万元"),
        ("二等奖都有谁", "何嘉树、罗晓雯、姜成"),
        ("唐若溪得了几等奖", "一等奖"),
    ],
)
def test_groups_of_a_sentence_are_kept_apart(ask: Ask, question: str, answer: str) -> None:
    assert ask(question).answer == answer


@pytest.mark.parametrize("question", ["第四批兑付了多少", "优秀奖是谁", "第七届溪畔杯什么时候办"])
def test_what_only_its_neighbours_have_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


def test_a_proposed_office_is_not_held_yet(ask: Ask) -> None:
    assert ask("陈默拟任什么职务").answer == "区交通运输局局长"
    assert ask("谁拟任东湖街道办主任").answer == "吴倩"
    assert ask("住建局副局长是谁").answer == "陈默"
    refusal = ask("交通运输局局长是谁")
    assert refusal.status == "not_found"
    assert refusal.detail is not None and "陈默" in refusal.detail
