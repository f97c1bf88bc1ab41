"""Whose head somebody is, who did it and who only speaks of it; nobody else for a name that is not read."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
青溪县政务简报
2024年9月12日 星期四 第31期

县中医院新院区启用
本报讯 县中医院新院区9月20日启用，床位320张。新院区位于城东文昌路，占地48亩。院长罗庆丰介绍，新院区增设了治未病科。

竹编厂落户石塘镇
石塘镇竹编产业园由浙江青篾工艺有限公司投资兴建，总投资1.2亿元。该公司总经理谭书琴表示，项目明年5月投产。

两校签约结对
县第二中学与市实验中学签约结对。校长冯立新说，双方将互派教师。

县领导走访慰问
9月10日，县长金海平走进西门老旧小区改造受益的三楼住户罗桂芬家中，询问加装电梯后的情况。县文旅局局长招远帆发布《青溪夜游十条》。

剪纸长卷亮相
县文化馆举办非遗展，县文旅局承办。长12米的剪纸长卷《金秋十景》由市级非遗传承人胡秋兰带领6名徒弟用时8个月制成；竹雕《归舟》由石塘镇竹雕艺人庞老根历时半年完成。

乡镇绩效考评揭晓
考评分三档，前三名各奖励工作经费50万元，排名末位的由县委副书记、县长金海平约谈主要负责人。

暑期书画班开班
县青少年宫开设素描、版画、古筝等课程。县教育局副局长沈一鸣介绍，授课教师全部自愿报名，不收学费。

附：青溪县2024年民生实事一览表（资金单位：万元）
序号 项目名称 责任单位 目标任务 资金
1 新增公办园学位 县教育局 新改扩建幼儿园3所，新增学位810个 4200
2 老旧电梯更新 县市场监管局 更新住宅老旧电梯35台 1050
3 一老一小照护 县妇联 新增普惠托位200个 600
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("罗庆丰是哪的院长", "县中医院院长"),
        ("罗庆丰是谁", "县中医院院长"),
        ("谭书琴是谁", "浙江青篾工艺有限公司总经理"),
        ("谭书琴是哪家公司的总经理", "浙江青篾工艺有限公司总经理"),
        ("罗桂芬是谁", "西门老旧小区改造受益的三楼住户"),
        ("夜游十条谁发布的", "县文旅局局长招远帆"),
        ("金秋十景谁做的", "市级非遗传承人胡秋兰"),
        ("归舟是谁雕的", "石塘镇竹雕艺人庞老根"),
        ("考评末位的由谁约谈", "县委副书记、县长金海平"),
        ("普惠托位这事谁牵头", "县妇联"),
        ("老旧电梯更新归谁管", "县市场监管局"),
    ],
)
def test_who(ask: Ask, question: str, said: str) -> None:
    assert ask(question).answer == said


def test_of_two_bodies_neither(ask: Ask) -> None:
    assert ask("冯立新是谁").answer == "校长"


@pytest.mark.parametrize("question", ["何大海是谁", "古筝课谁教的", "版画课是哪个老师上的"])
def test_nobody_is_told_of(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
