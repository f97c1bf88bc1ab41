"""Every sentence that a person can see in a conversation, in one place."""

from __future__ import annotations

START = (
    "您好，我是公报问答。直接发问题就行，我只回答公报里写过的事，并附上原文出处。\n\n"
    "可以这样问：\n{examples}\n\n发 /help 看全部用法。"
)
EXAMPLES = ("第七期三个一批总投资多少？", "那开工的呢？", "开工一批有哪些项目？", "区长是谁？")
HELP_HEAD = "直接发问题即可；接着问“那开工的呢？”也听得懂。"
HELP_TAIL = "公报没有写的，我会说明没有写，不会编造。"
CHAT_HEAD = "公报问答（输入问题；接着问也可以；输入“退出”结束）"
CHAT_PROMPT = "问> "
CHAT_BYE = "再见。"
LEAVE_WORDS = frozenset(("退出", "再见", "exit", "quit", "q"))

COMMAND_START = "开始使用"
COMMAND_HELP = "全部用法"
COMMAND_ASK = "提问，例如 /ask 总投资多少"
COMMAND_LATEST = "最近的公报文章"
COMMAND_PROJECT = "查一个项目，例如 /project 常庄水库"
COMMAND_CHECK = "核对一句话，例如 /check 第七期共15个项目"
COMMAND_PRIVACY = "我们记录什么"
COMMAND_FORGET = "删除您的记录"

ASK_EMPTY = "请在 /ask 后面写上问题，例如：/ask 第七期总投资多少"
PROJECT_EMPTY = "请在 /project 后面写上项目名称，例如：/project 常庄水库"
PROJECT_NONE = "公报里没有找到名称含“{name}”的项目。"
CHECK_EMPTY = "请在 /check 后面写上要核对的一句话。"
LATEST_NONE = "公报库里还没有文章。"
LATEST_HEAD = "最近的文章："
TOO_MANY = "您发得有点快，请等{seconds}秒再问。"
NOT_TEXT = "目前只看得懂文字，请把问题打成字发给我。"
TROUBLE = "抱歉，出了点问题（编号 {id}），请稍后再试。管理员已收到通知。"
UPLOAD_FORBIDDEN = "只有管理员可以导入公报。"
PRIVACY = (
    "我们只保存最近的问题，用来接着回答和改进；编号是打乱过的，不保存您的姓名和账号。"
    "问题文字{days}天后自动删除，发 /forget 可立即删除。"
)
FORGOTTEN = "已删除您的全部记录。"

SOURCE = "出处"
QUOTE = "原文"
REPAIRED = "已将“{typed}”理解为“{meant}”"
RELATED = "您还可以问："
OPTIONS = "请选择："
PINNED = "（由工作人员核定）"
PAGE = "第{page}版"
UNDATED = "日期未注明"
VERDICTS = {"confirmed": "✓ 属实", "contradicted": "✗ 不符", "not_mentioned": "？ 未提及"}
MORE_PART = "（接上条）"
PROJECT_FIELDS = (
    ("stage", "阶段"),
    ("period", "期次"),
    ("district", "地区"),
    ("owner", "建设单位"),
    ("place", "地点"),
    ("content", "建设内容"),
    ("capacity", "规模"),
    ("area", "面积"),
    ("length", "长度"),
    ("start", "开工"),
    ("end", "完工"),
    ("status", "进展"),
)

NO_DATABASE = "找不到公报库 {path}，请先运行 bulletin-index add 文件或文件夹 导入公报。"
NO_TOKEN = "没有设置 TELEGRAM_BOT_TOKEN，请写进环境变量或 .env，或者用 bulletin-bot chat 在终端里对话。"
BAD_TOKEN = "Telegram 不认这个令牌，请检查 TELEGRAM_BOT_TOKEN（可在 @BotFather 处重新获取）。"
OTHER_INSTANCE = "另有一个程序正在用同一个令牌收消息，请先停掉它。"
BAD_LINE = "第{number}行不是有效的 JSON 问题。"
BAD_NOW = "--now 应为 ISO 时间，例如 2024-05-01T09:00:00。"
QUESTIONS_NONE = "还没有人提问。"
EOF = ""
