"""Office news without styles and a tabloid page in PDF, with what a reader should find in them."""

from __future__ import annotations

from typing import Any

from tests.ingest.built import _article as article
from tests.ingest.makers import Pdf, docx


def built_papers() -> dict[str, tuple[bytes, dict[str, Any]]]:
    """Name of a file: (its bytes, the expected reading)."""
    return {"songjiang-kou.docx": _office_news(), "luojia.pdf": _tabloid()}


def _office_news() -> tuple[bytes, dict[str, Any]]:
    """Paragraphs without styles, no empty lines: only the missing indent tells a headline."""
    rows = [["资产类别", "宗数", "盘活金额（万元）"], ["闲置厂房", "7", "14600"], ["临街商铺", "23", "6400"]]
    made = docx([
        "松江口区政务信息", "第 17 期", "松江口区人民政府办公室　　　　　　　　2023年4月21日", "",
        "松江口区实施“三个一”服务 助力企业开拓市场",
        "　　今年以来，松江口区实施“三个一”服务，帮助126家企业新签订单4.8亿元。",
        "　　一是一企一策。为35家外贸企业建立服务专班，补贴展位费312万元。",
        "　　二是一周一会。每周三召开协调会，累计解决问题87个。",
        "　　三是一月一评。对服务不力的3个部门进行约谈。",
        "松江口区国资平台一季度盘活闲置资产2.1亿元",
        "　　截至3月底，区国资平台盘活闲置资产30宗、2.1亿元，具体如下：",
        rows,
        "　　下一步，将盘活范围扩大到街道资产。",
        "报：市政府办公室。", "发：各街道办事处，区直各部门。", "编辑：郁离子　　审核：阎清　　签发：祖冲",
    ])  # fmt: skip
    return made, {"articles": [
        article("news", ["松江口区实施“三个一”服务 助力企业开拓市场"], "松江口区实施", "进行约谈。", date="2023-04-21",
                district="松江口区", issue="17"),
        article("news", ["松江口区国资平台一季度盘活闲置资产2.1亿元"], "松江口区国资平台", None, date="2023-04-21",
                tables=[{"unit": None, "header": rows[0], "rows": rows[1:]}]),
    ]}  # fmt: skip


def _tabloid() -> tuple[bytes, dict[str, Any]]:
    """A headline over two columns, a caption between them, a short item in the second column, a jump."""
    made = Pdf()
    made.text(50, 36, "罗迦新区报", 9)
    made.text(250, 36, "2021年9月10日　星期五", 9)
    made.text(480, 36, "02　综合", 9)
    made.text(90, 80, "罗迦新区：把“工业锈带”变成“生活秀带”", 20)
    made.text(150, 105, "三年改造老厂房17处，引进企业94家", 12)
    left = (
        "本报讯（记者 明月松 通讯员 海棠）9月8日，罗迦新区老纺织厂改造的“锦上1956”文创园正式开园，首批入驻企业38家。\n"
        "园区占地5.7万平方米，总投资3.9亿元，保留了锯齿厂房、水塔等12处工业遗存。\n"
        "新区管委会主任季常说，三年来，全区共改造老厂房17处，引进企业94家，提供岗位"
    )
    right = "6200个。下一步，还将启动老机床厂、老造纸厂改造，计划投资7.5亿元。\n“以前上夜班的地方，现在成了看展的地方。”退休职工谷大妈说。"
    made.column(50, 140, left, 22)
    made.column(310, 140, right, 22)
    made.text(320, 300, "“锦上1956”文创园一角。明月松 摄", 8)
    made.text(310, 360, "教师节送出“健康礼包”", 15)
    made.column(310, 385, "本报讯 教师节前夕，罗迦新区为3100名教师安排免费体检，9月10日起分批进行。", 22)
    made.text(50, 815, "新闻热线：0000-5551234　　责编：尤溪　　美编：米格", 8)
    return made.data(), {"articles": [
        article("news", ["罗迦新区：把“工业锈带”变成“生活秀带”", "三年改造老厂房17处，引进企业94家"], "罗迦新区：把", None,
                reporters=["明月松"], correspondents=["海棠"], date="2021-09-08", district="罗迦新区"),
        article("news", ["教师节送出“健康礼包”"], "教师节送出", "分批进行。", date="2021-09-10"),
    ], "joined": ["提供岗位6200个"]}  # fmt: skip
