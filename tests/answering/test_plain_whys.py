"""Why, what is made, for whom, whence and whither: printed without the words that ask, in texts about one matter."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
云栖区集中签约8个项目

本报讯 10月11日，云栖区举行项目签约仪式，签约项目8个，总投资41亿元。其中，恒润特种陶瓷项目由山东恒润集团投资6亿元建设，主要生产半导体用氧化铝陶瓷，达产后年产能5000吨。明泽线缆项目投资3.6亿元，上马5条生产线，产品主要供应国家电网、中车株洲所等企业。

广州蓝芯公司投资9亿元建设检测设备总部。公司总经理卓一鸣说，之所以选择云栖，一是看中这里有6所高校可以合作，二是审批只用了三天。

上一批未开工的2个项目主要受管线迁改影响。区里将逐个会商。

青石老街修复竣工

本报讯 历时两年，云栖区青石老街修复工程日前竣工。青石老街全长520米，有老屋46座。

工程投资5200万元，由区文旅集团实施。铺路的石板共3万块，大多是从附近河滩收集来的。旧粮仓将改造为书店、茶馆和一座小剧场。

停车收入的六成用于老屋维护，四成用于环境保洁。去年因为排水管老化，老街一度积水。

云栖区规范电动车充电

本报讯 云栖区出台电动车充电办法。区住建局科长宋知微解释，之所以把功率限定在900瓦，是为了防止线路过载。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("恒润特种陶瓷项目是做什么产品的", "氧化铝陶瓷"),
        ("恒润特种陶瓷项目主要生产哪些陶瓷", "氧化铝陶瓷"),
        ("明泽的线缆卖给谁", "国家电网、中车株洲所"),
        ("明泽线缆项目的产品供应哪些企业", "国家电网、中车株洲所"),
        ("蓝芯公司为什么选择云栖", "6所高校"),
        ("上一批那2个项目为什么没开工", "管线迁改"),
        ("青石老街铺路的石板从哪里来", "附近河滩"),
        ("老街铺的石板是哪儿弄来的", "附近河滩"),
        ("旧粮仓以后用来干嘛", "书店、茶馆"),
        ("青石老街停车收入的钱都花到哪儿了", "环境保洁"),
        ("青石老街去年为什么积水", "排水管老化"),
        ("云栖为何把充电功率限定在900瓦", "线路过载"),
    ],
)
def test_told_in_other_words_than_asked(ask: Ask, question: str, holds: str) -> None:
    assert holds in ask(question).answer


@pytest.mark.parametrize(
    "question",
    [
        "蓝芯公司主要生产什么",
        "恒润的陶瓷卖给谁",
        "明泽线缆项目为什么选择云栖",
        "青石老街的门票钱花到哪儿了",
        "青石老街的木料从哪里来",
        "云栖为何禁止电动车上楼",
    ],
)
def test_what_is_told_of_another_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
