"""Things called in other words than printed, and the repair that is told with them."""

from __future__ import annotations

import pytest

from index.understanding.called import as_called
from tests.answering.pages import About, Ask

PAGE = """青崖区一批民生项目有了新进展
2024年8月7日　青崖融媒

本报讯（记者 温南）青崖区人民医院新院区位于凤栖大道8号，设床位600张，总投资6.2亿元，9月20日开诊。位于北门街的老院区保留体检、皮肤两个科室，床位70张。

青崖区在建的钠电池正极材料生产基地占地210亩，计划明年5月投产，可提供岗位460个。槐树街农贸市场8月15日重新开业，摊位由80个增至105个。

走访企业：银河饮料：易拉罐生产线已投用，每天生产8万罐；天衡仪表：投资6000万元改造车间。云杉小学（原北关小学西校区），校址：学府路31号，今年招6个班。

樱桃谷环湖骑行道全长11公里，10月底建成。鹭岛大桥长540米，桥面宽26米。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("新人民医院在哪", "凤栖大道8号"),
        ("新人民医院在哪条路", "凤栖大道8号"),
        ("云杉小学在哪", "学府路31号"),
        ("老人民医院还有多少床位", "70张"),
        ("电池材料厂明年几月投产", "5月"),
        ("电池材料厂招多少人", "460"),
        ("槐树街菜场几号开门", "8月15日"),
        ("鹭岛桥多长", "540米"),
    ],
)
def test_other_words(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert answer.status == "answered" and said in answer.answer


def test_repair_is_told(ask: Ask) -> None:
    assert ("槐树街菜场", "槐树街农贸市场") in ask("槐树街菜场几号开门").repaired


@pytest.mark.parametrize("question", ["老人民医院总投资多少", "新人民医院挂号多少钱", "鹭岛码头多长"])
def test_nothing_of_another(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        ("轴承厂投资多少", "某公司的轴承智能制造基地总投资3亿元", "轴承智能制造基地"),
        ("桃溪骑车的路多长", "沿桃溪骑行道全线贯通", "桃溪骑行道"),
        ("饮料厂一天产多少", "走访企业:银河饮料:易拉罐生产线已投用", "银河饮料"),
        ("水泥厂投资多少", "新建水泥路3公里，乡村基地两处", None),
        ("轴承厂投资多少", "轴承基地投资3亿元，轴承项目投资2亿元", None),  # which of the two is not said
        ("东门菜市场在哪", "东门菜市场搬迁，西门农贸市场开业", None),
        ("乡下学校几所", "农村学校12所", None),
    ],
)
def test_called(text: str, printed: str, name: str | None) -> None:
    pairs = as_called(text, printed)[1]
    assert [pair[1] for pair in pairs] == ([name] if name else [])
