"""What surrounds articles and parts them: type set wide, players, lists of texts, boxes, notes of tables, page turns."""

from __future__ import annotations

import pytest

from index.ingest.articles.layout import read_page
from index.records import Article

WIDE = """—  3  —                青 芦 县 报        综  合        2023 年 3 月 6 日

村 里 开 了 “ 老 人 食 堂 ”

本 报 讯 ( 通 讯 员 柏 青 ) 3 月 2 日 , 青芦县首个 “ 老人食堂 ” 在柳湾村开张 , 每餐收费 3 元 。
据村支书介绍 , 开张三天 , 共供餐 410 份 。

春 灌 首 周 ， 用 水 量 降 两 成

本 报 讯 ( 记 者 乔 木 ) 记者 3 月 4 日从青芦县水务局获悉 , 春灌首周用水 86 万立方米 , 同比下降 20% 。
"""

LISTED = """青芦县政府新闻 列表页
共 84 条 每页 2 条 第 1/42 页
[部门动态] 谁把河边的垃圾清走了
2023-05-08
5月7日，青芦县河长办组织志愿者清理河道9公里，运走垃圾46吨。
[乡镇风采] 樱桃红了，客人来了
2023-05-07
眼下，青芦县石桥镇800亩樱桃进入采摘期，预计产值1200万元。
首页 上一页 1 2 3 … 下一页 尾页
"""

FILMED = """青芦县融媒体中心
▷ 视频加载中...
00:00 / 01:26
倍速 高清 流畅
您的浏览器不支持 video 标签
青芦县首台自动插秧机下田
青芦县融媒体中心讯：5月30日，青芦县石桥镇的水田里，首台自动插秧机下田作业。
【同期声】青芦县农技站站长 辛禾
每亩用工减少了2.5个，插得又齐又快。
【记者出镜】融媒记者 方竹
我身后就是控制室，1名技术员可以同时管6台农机。
▷ 视频加载中...
00:00 / 00:48
巷子里的灯亮了
青芦县融媒体中心讯：昨天，青芦县老城区三条背街小巷换上了新路灯，共换灯180盏。
"""

MORNING = """【青芦早新闻】5月20日 周二
早上好，这里是《青芦早新闻》，三分钟知晓青芦事。
01
青芦县首条观光公交线开通
5月19日，青芦县首条观光公交线开通，全长14公里。
02
春茶产量创新高
县农业农村局消息，全县春茶产量达620吨。
03
青芦小将夺冠
在昨天结束的全省少年乒乓球赛上，青芦小将黎鸣夺得男单冠军。
04
后天有大雨
县气象台预报，22日青芦县有大到暴雨。
"""

TABLED = """青芦县上半年旅游收入公布
本报讯 7月18日，青芦县文旅局公布上半年旅游收入。
附表：2024年1—6月青芦县旅游收入完成情况（万元）
项目 预算数 完成数 同比
门票收入 5200 3100 +4.8%
住宿收入 7800 4200 +6.1%
合计 13000 7300 +5.5%
注：各项因四舍五入与合计略有出入。
从客源看，省外游客占38%，比上年提高5个百分点。
（林小禾）
图书馆延长开放受欢迎
本报讯 自7月1日起，青芦县图书馆开放时间延长至22时。
"""

BOXED = """青芦县报
2021年3月5日 星期五 第2版

把茶叶卖到山外去

本报记者 柏青

青芦县石桥镇今年春茶产量620吨，电商卖出三成。

采访手记

走出茶园，手机里又响起下单的声音。

一封来信的回音

本报讯（记者 柏青）去年冬天，石桥镇村民来信反映路灯不亮。
今年2月，镇里装上了60盏路灯。
新闻链接
路灯坏了找谁修
拨打县城管局热线，24小时内有人上门。
"""

MARKED = """青芦县老旧小区改造“成绩单”：开工6个小区，2100户受益
青芦融媒讯（记者 方竹）7月12日，青芦县老旧小区改造推进会举行。

▶ 电梯：加装36台
截至6月底，全县加装电梯36台，完成年度任务的72%。
▶ 停车：新增泊位640个
通过盘活边角地，新建停车场5处。

县住建局局长纪平表示，下半年将再开工4个小区。

一把锄头五十年

“地不会骗人。”在青芦县柳湾村的菜地里，73岁的老农辛大爷边锄草边说。
"""

ASKED = """水管冻了找谁？青芦县开通“暖心管家”

12月8日，青芦县供水公司开通“暖心管家”小程序，全县设维修站9个。

Q：哪些问题可以报？
A：冻裂、漏水、水压低都可以报。
Q：夜里能报吗？
A：能。60名维修工轮班。
"""

TURNED = """青芦县报 2020年12月18日 星期五 1版
一条路修到家门口
本报讯（记者 乔木）12月15日，青芦县柳湾村的村道修通，全长8公里，总投资960万元。
会议强调，对占道堆物要限期清理，（下转第二版）
县医院首例微创手术成功
本报讯（记者 方竹）12月16日，青芦县医院完成首例微创手术，用时70分钟。
"""

STRAIGHT_ON = """青芦县报 2020年12月18日 2版
十里渠水清了
本报讯 12月12日，青芦县石桥镇十里渠治理完工，全镇3100户接上管网。
村支书车永年说，最难的是入户。
（下转第三版）
青芦县报 2020年12月18日 3版
（上接第二版）
镇里做了六次工作，最后由村里恢复路面。
"""

CLOSED = """县中医院开设夜门诊
本报讯（记者 柏青）2月20日，青芦县中医院开设夜门诊，首夜接诊46人。
■ 本版主编 安宁 ■ 责编 方竹 2023年2月22日 星期三
"""


def _read(page: str) -> tuple[Article, ...]:
    return read_page(page, "page.txt")


@pytest.mark.parametrize(
    ("page", "headlines"),
    [
        (WIDE, ("村 里 开 了 “ 老 人 食 堂 ”", "春 灌 首 周 ， 用 水 量 降 两 成")),
        (LISTED, ("[部门动态] 谁把河边的垃圾清走了", "[乡镇风采] 樱桃红了，客人来了")),
        (FILMED, ("青芦县首台自动插秧机下田", "巷子里的灯亮了")),
        (MORNING, ("青芦县首条观光公交线开通", "春茶产量创新高", "青芦小将夺冠", "后天有大雨")),
        (TABLED, ("青芦县上半年旅游收入公布", "图书馆延长开放受欢迎")),
        (BOXED, ("把茶叶卖到山外去", "一封来信的回音", "路灯坏了找谁修")),
        (MARKED, ("青芦县老旧小区改造“成绩单”：开工6个小区，2100户受益", "一把锄头五十年")),
        (ASKED, ("水管冻了找谁？青芦县开通“暖心管家”",)),
        (TURNED, ("一条路修到家门口", "县医院首例微创手术成功")),
        (STRAIGHT_ON, ("十里渠水清了",)),
        (CLOSED, ("县中医院开设夜门诊",)),
    ],
)
def test_each_headline_heads_its_own_article(page: str, headlines: tuple[str, ...]) -> None:
    assert tuple(article.headlines[0] for article in _read(page) if article.headlines) == headlines


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (FILMED, "1名技术员可以同时管6台农机"),
        (TABLED, "省外游客占38%"),
        (BOXED, "又响起下单的声音"),
        (MARKED, "下半年将再开工4个小区"),
        (ASKED, "60名维修工轮班"),
        (TURNED, "对占道堆物要限期清理"),
        (STRAIGHT_ON, "最后由村里恢复路面"),
    ],
)
def test_what_belongs_to_the_first_article_stays_there(page: str, said: str) -> None:
    first = next(article for article in _read(page) if article.headlines)
    assert any(said in block.text.text for block in first.blocks if block.role == "paragraph")


def test_a_masthead_below_the_last_article_dates_the_page() -> None:
    (article,) = _read(CLOSED)
    assert article.date == "2023-02-20"


def test_lines_of_lists_with_other_marks_stay_headlines() -> None:
    """Marked lines above reports are headlines, no sections of the text above them."""
    page = """县里召开春耕会
本报讯（记者 柏青）3月1日，青芦县召开春耕会，部署种植计划。

■ 石桥镇修渠12公里
3月2日，石桥镇修渠工程完工，全长12公里。

■ 柳湾村种茶800亩
3月3日，柳湾村新种茶树800亩，投资160万元。
"""
    assert len([article for article in _read(page) if article.headlines]) == 3


LABELLED = """青芦县融媒体中心 · 青芦发布

要闻

县里修旧利废的摊子回来了

截至6月底，全县建成便民工坊31家，日均服务470人次。

提醒

雨后采菌当心中毒

县疾控中心发布提示：近期收治误食野生菌中毒患者9人。
"""

SUPPLIED = """文化广场
全民健身馆开始试运行
8月1日起，青芦县全民健身馆试运行，日接待上限1500人次。
县文旅局 余 音
消防车道不能堵
青芦县消防救援大队7月检查小区73个，责令清理车辆212台。
县消防大队 石 磊
"""

CONTENTS = """青芦要情 〔2021〕第18期
中共青芦县委办公室 编
2021年7月9日
★ 全县安全生产会议召开
★ 县城至高铁站快速路开工
★ 检察院追回土地出让金1200万元
【全县安全生产会议召开】 7月6日，全县安全生产会议召开，县长谷雨出席并讲话。
【县城至高铁站快速路开工】 7月7日，县城至高铁站快速路开工，全长9.6公里。
【检察院追回土地出让金1200万元】 7月8日，县检察院通报，追回土地出让金1200万元。
"""

DATE_IN_PIECES = """青芦日报
2022年
11月8日
星期二
壬寅年十月十五
QINGLU RIBAO
新闻热线：0999-3210000
大寨沟隧道提前贯通
本报讯 前天，全长6.2公里的大寨沟隧道贯通。
"""

POSTED_TABLE = """青芦发布
关于停用旧版停车卡的通告
因系统升级，自2024年8月1日起停止使用旧版停车卡。
特此通告
青芦县城市管理局
2024年7月12日
周末公益电影放映安排
时间 地点 影片
7月20日19:30 文化广场 《长津湖》
7月21日19:30 石桥镇政府院内 《人生大事》
"""


@pytest.mark.parametrize(
    ("page", "headlines"),
    [
        (LABELLED, ("县里修旧利废的摊子回来了", "雨后采菌当心中毒")),
        (CONTENTS, ("全县安全生产会议召开", "县城至高铁站快速路开工", "检察院追回土地出让金1200万元")),
        (POSTED_TABLE, ("关于停用旧版停车卡的通告", "周末公益电影放映安排")),
        (DATE_IN_PIECES, ("大寨沟隧道提前贯通",)),
        (SUPPLIED, ("全民健身馆开始试运行", "消防车道不能堵")),
    ],
)
def test_labels_contents_and_who_sent_a_text_in_are_no_headlines(page: str, headlines: tuple[str, ...]) -> None:
    found = [article.headlines[-1].strip("【】") for article in _read(page) if article.headlines]
    assert tuple(found) == headlines


def test_a_date_in_pieces_is_the_day_of_the_page() -> None:
    assert [article.issue_date for article in _read(DATE_IN_PIECES) if article.headlines] == ["2022-11-08"]

FAMILY = """让老人在家门口吃上热饭——青芦县社区食堂走笔
本报记者　王 戎
“今天有红烧肉！”上午11点，翠湖社区的食堂里飘出香味，一荤两素只要6元。
青芦县60岁以上老人5.8万人，怎样吃饭是一道绕不开的题。
建在家门口
三年来，全县建成社区食堂34个。
管在细微处
食堂为行动不便的老人送餐，每天送出190份。
算好长远账
县民政局副局长裴楷坦言，运营经费还有缺口约60万元。
山泉里养出金虹鳟
青芦县白岩乡引来山泉水养殖虹鳟，水面38亩，年产鱼11万斤。
"""

COUNTED = """新时代青芦人
（一）
李冬梅：把课堂搬到田埂上
青芦县第二小学教师李冬梅，今年43岁，带着学生种了12亩油菜。
（二）
周大山：二十年修好一座桥
云台村村民周大山，从2003年起利用农闲修桥，桥长26米。
"""


def test_a_line_longer_than_the_sub_headings_above_it_heads_an_article() -> None:
    first, second = (article for article in _read(FAMILY) if article.headlines)
    assert second.headlines == ("山泉里养出金虹鳟",)
    assert "算好长远账" in first.text


def test_numbers_alone_above_headlines_count_articles() -> None:
    found = [article.headlines[-1] for article in _read(COUNTED) if article.headlines]
    assert found == ["李冬梅：把课堂搬到田埂上", "周大山：二十年修好一座桥"]

PUBLISHED = """02 综合
2024年8月16日 星期五 主编 谷雨 美编 林木

上半年雾泉区外贸“答卷”发布

进出口增长2.1% 民企唱主角

本报讯（记者 谷雨）8月12日，雾泉区商务局发布上半年外贸数据，全区进出口总额26.4亿元。

安装费能报多少

本报讯（记者 石磊）8月10日起，雾泉区燃气报警器安装有补贴，每户补贴80元，由社区统一申报。

相关链接：补贴怎么领

每户凭身份证和安装发票到社区登记，社区每月15日前汇总上报，补贴次月打入银行卡。

另一篇的开头

本报讯 8月9日，雾泉区新开两条公交线路。
"""


def test_a_headline_that_tells_what_was_published_names_no_paper() -> None:
    first = _read(PUBLISHED)[0]
    assert first.headlines[0] == "上半年雾泉区外贸“答卷”发布"


def test_a_box_with_its_own_headline_above_its_text_is_an_article() -> None:
    boxes = [article for article in _read(PUBLISHED) if article.headlines == ("相关链接：补贴怎么领",)]
    assert len(boxes) == 1
    assert "每月15日前汇总" in boxes[0].text
