"""Visits at home, who somebody is to whom, which office is held, who says or does it, on two pages."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

TEACHERS = """\
清浦区融媒体中心
2024年9月12日 星期四

庞建国走访慰问教师和困难学生

本报讯（记者 唐倩 通讯员 贺冬）教师节前夕，清浦区委书记庞建国走访慰问一线教师、退休教师和困难学生家庭。副区长栾静、区教育局局长苗海波陪同。

庞建国先来到河东镇柳林村退休教师窦长林家，询问他的身体状况和日常起居，感谢他为乡村教育坚守了38年，叮嘱他按时体检、多保重。

在城西街道金桂苑小区，庞建国走进优秀教师钟雪梅家中，了解她的教学和家庭情况，勉励她再接再厉、多带徒弟。庞建国说，好老师是学校最大的底气，各级各部门要为教师减负。

随后，庞建国前往沙湾镇白鹭村困难学生孟小雨家。孟小雨是区一中高二学生，由爷爷孟广德抚养长大。庞建国与孟广德拉家常，鼓励孟小雨好好学习，并要求区民政局把助学金及时发到位。

最后，庞建国来到区特殊教育学校，看望全体教职工，听取校长左安然关于学校扩建的汇报。

清浦区召开秋季开学工作会议

本报讯 9月2日，清浦区召开秋季开学工作会议。会议由副区长栾静主持，区教育局局长苗海波通报暑期工作，区公安分局副局长史大勇部署校园安全。河东镇、沙湾镇，区一中、区实验小学等4家单位作交流发言。

栾静要求，9月10日前完成校车检查。会上，区政府对3所学校负责人进行了集体约谈。
"""

VETERANS = """\
青石县报  2023年7月28日

魏启航“八一”前夕走访驻地部队和优抚对象
    本报讯 7月27日，县委书记魏启航，县委副书记、代县长骆芳带队走访慰问驻县部队官兵和重点优抚对象。
    在县人武部，魏启航代表县委、县政府，向驻县部队官兵致以节日祝贺，送上慰问金10万元。
    在北关社区3号楼，魏启航看望了抗美援朝老战士阎守义，祝他健康长寿，并嘱咐社区干部常来看看。阎守义的儿子阎建军说：“党和政府没有忘记我们。”
    离开北关社区，一行人驱车前往望河乡石桥村，看望烈士常磊家属佟广福一家。
    骆芳表示，年底前建成退役军人服务站15个。
    （记者 陶然）

县政协举行委员述职活动
    本报讯 7月26日，县政协主席景明辉主持召开委员述职会。谭丽华、鲍国强、司徒雅3名委员述职，县政协副主席尚志远作点评。
"""

WINTER = """\
洛川区新闻  2022年2月5日  第3版

区领导冒雪看望坚守岗位的一线职工和困难家庭

    本报讯（记者 易思远）2月3日，区长纪云峰、副区长谈晓光冒雪看望坚守岗位的一线职工和部分困难家庭。
    纪云峰首先走进区环卫所，与环卫工人蒋二妮交谈，问她几点上岗、热饭能不能吃上，叮嘱环卫所负责人改善休息室。
    在西关街道铁佛寺社区14组，低保户董来顺的屋里生着炉子。纪云峰摸了摸棉被，询问煤够不够烧，董来顺说：“社区送来了两吨煤。”
    随后，他来到南桥镇杏花村脱贫户解春英家，了解今年的蔬菜大棚收成。解春英告诉纪云峰，去年两个大棚收入6万元。
    纪云峰最后来到区疾控中心，向主任向阳红和值班人员拜年。他强调，节日期间值班不能断。
"""


@pytest.fixture(scope="module")
def teachers(about: About) -> Ask:
    return about(TEACHERS)


@pytest.fixture(scope="module")
def veterans(about: About) -> Ask:
    return about(VETERANS)


@pytest.fixture(scope="module")
def winter(about: About) -> Ask:
    return about(WINTER)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("庞建国先去了哪里", "河东镇柳林村退休教师窦长林家"),
        ("庞建国去了几户", "3户"),
        ("看完窦长林又去了谁家", "优秀教师钟雪梅"),
        ("去孟小雨家之前去了谁家", "优秀教师钟雪梅"),
        ("第三家是谁家", "困难学生孟小雨"),
        ("窦长林家在哪个村", "柳林村"),
        ("钟雪梅家在哪个小区", "金桂苑小区"),
        ("钟雪梅家在哪", "城西街道金桂苑小区"),
        ("金桂苑小区看望了谁", "优秀教师钟雪梅"),
        ("白鹭村在哪个镇", "沙湾镇"),
        ("白鹭村去看了谁", "困难学生孟小雨"),
        ("庞建国去了几个镇", "2个"),
        ("庞建国去了哪几个镇", "河东镇、沙湾镇"),
        ("慰问了谁", "窦长林、钟雪梅、孟小雨"),
        ("在窦长林家问了什么", "身体状况和日常起居"),
        ("叮嘱窦长林什么", "按时体检、多保重"),
        ("鼓励孟小雨什么", "好好学习"),
        ("庞建国要求区民政局做什么", "把助学金及时发到位"),
        ("在特殊教育学校听取了什么汇报", "校长左安然关于学校扩建的汇报"),
        ("孟广德是孟小雨的什么人", "孟广德是孟小雨的爷爷"),
        ("谁说好老师是学校最大的底气", "清浦区委书记庞建国"),
        ("史大勇部署了什么", "校园安全"),
        ("史大勇做了什么", "部署校园安全"),
        ("会上谁发言了", "河东镇、沙湾镇、区一中、区实验小学"),
        ("谁被约谈了", "3所学校负责人"),
        ("谁约谈的", "区政府"),
        ("慰问那篇的通讯员是谁", "通讯员贺冬"),
    ],
)
def test_only_what_was_asked_of_a_round_of_visits(teachers: Ask, question: str, said: str) -> None:
    answer = teachers(question)
    assert (answer.status, answer.answer) == ("answered", said)


def test_all_stops_are_told_each_once(teachers: Ask) -> None:
    answer = teachers("庞建国都去了哪些地方").answer
    assert answer.count("、") == 3
    assert "金桂苑小区优秀教师钟雪梅家中" in answer


@pytest.mark.parametrize("question", ["窦长林家住哪里", "钟雪梅家门牌号是多少", "孟小雨家在哪个小区"])
def test_a_home_is_told_no_closer_than_it_is_printed(teachers: Ask, question: str) -> None:
    assert teachers(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "status", "told"),
    [
        ("栾静是区长吗", "corrected", "副区长"),
        ("栾静是副区长吗", "answered", "副区长"),
        ("会议是苗海波主持的吗", "corrected", "栾静主持"),
        ("主持会议的是副区长吗", "answered", "栾静主持"),
    ],
)
def test_an_office_is_confirmed_or_put_right(teachers: Ask, question: str, status: str, told: str) -> None:
    answer = teachers(question)
    assert answer.status == status
    assert told in answer.answer
    assert answer.answer.startswith("不是" if status == "corrected" else "是")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("北关社区看望的是谁", "抗美援朝老战士阎守义"),
        ("离开北关社区去了哪里", "望河乡石桥村"),
        ("石桥村看望了谁", "烈士常磊家属佟广福"),
        ("佟广福和常磊是什么关系", "佟广福是烈士常磊家属"),
        ("常磊的家属叫什么", "佟广福"),
        ("阎建军和阎守义什么关系", "阎建军是阎守义的儿子"),
        ("代表谁向官兵祝贺", "县委、县政府"),
        ("嘱咐社区干部什么", "常来看看"),
        ("祝阎守义什么", "健康长寿"),
        ("谁说党和政府没有忘记我们", "阎守义的儿子阎建军"),
        ("谁说年底建成15个服务站", "县委副书记、代县长骆芳"),
        ("谁带队走访的", "县委书记魏启航，县委副书记、代县长骆芳"),
        ("谁述职了", "谭丽华、鲍国强、司徒雅"),
    ],
)
def test_other_words_of_another_page(veterans: Ask, question: str, said: str) -> None:
    answer = veterans(question)
    assert (answer.status, answer.answer) == ("answered", said)


def test_an_acting_head_is_no_head(veterans: Ask) -> None:
    answer = veterans("骆芳是县长吗")
    assert (answer.status, answer.answer) == ("corrected", "不是，公报中骆芳的职务是县委副书记、代县长")


def test_half_of_a_printed_word_mends_nothing(veterans: Ask, teachers: Ask) -> None:
    assert not teachers("庞建国先去了哪里").repaired
    assert not veterans("魏启航先去了哪里").repaired


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("铁佛寺社区看望了谁", "低保户董来顺"),
        ("纪云峰问董来顺什么", "煤够不够烧"),
        ("问蒋二妮什么", "几点上岗、热饭能不能吃上"),
        ("解春英说了什么", "去年两个大棚收入6万元"),
        ("谁说去年收入6万元", "解春英"),
        ("纪云峰强调什么", "节日期间值班不能断"),
        ("给谁拜年", "主任向阳红和值班人员"),
        ("去董来顺家之后去了谁家", "脱贫户解春英"),
    ],
)
def test_what_is_asked_and_said_on_the_way(winter: Ask, question: str, said: str) -> None:
    answer = winter(question)
    assert (answer.status, answer.answer) == ("answered", said)


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("区长去了杏花村吗", "answered"),
        ("纪云峰看望董来顺了吗", "answered"),
        ("董来顺家在铁佛寺社区吗", "answered"),
        ("董来顺家在杏花村吗", "corrected"),
        ("董来顺是低保户吗", "answered"),
        ("解春英是低保户吗", "corrected"),
        ("区委书记去了杏花村吗", "not_found"),
        ("书记看望了谁", "not_found"),
    ],
)
def test_whether_it_was_so(winter: Ask, question: str, status: str) -> None:
    answer = winter(question)
    assert answer.status == status
    assert answer.status == "not_found" or answer.answer.startswith("是" if status == "answered" else "不是")
