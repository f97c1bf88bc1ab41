"""Every sentence that a person can see in a conversation, in one place."""

from __future__ import annotations

# ---- greeting and help

START = (
    "您好，我是公报问答 👋\n直接发问题就行。我只回答公报里写过的事，每个回答都附上原文和出处。\n\n"
    "接着问“那开工的呢？”也听得懂；公报没有写的，我会直说，不会编造。"
)
START_EMPTY = "公报库里还没有文章，请管理员先导入公报。"
START_TRY = "可以点下面的问题试试："
GROUP_HELLO = (
    "大家好，我是公报问答 👋\n请 @{name}、回复我的消息，或用 /ask 提问，例如：/ask 最近开工了哪些项目\n"
    "我只回答公报里写过的事，每个回答都附上原文和出处。"
)
HELP_HEAD = "<b>怎样提问</b>\n直接发问题即可，例如“总投资多少？”“有哪些项目？”“区长是谁？”。\n在群里请 @我、回复我，或用 /ask。"  # noqa: E501
HELP_ROLES = {"resident": "可以用的命令", "staff": "工作人员", "admin": "管理员"}
HELP_UPLOAD = "把公报文件、照片或文字直接发给我，看过预览后点“确认”，立即生效。"
HELP_INLINE = "在任何聊天里输入 @{name} 加上问题，可以直接引用公报里的回答。"
HELP_TAIL = "公报没有写的，我会说明没有写。"

SMALL_TALK = {
    "greeting": "你好 您好 你好啊 您好啊 哈喽 嗨 在吗 在么 早 早上好 上午好 下午好 晚上好 hi hello 你是谁 您是谁 开始",
    "help": "帮助 怎么用 如何使用 使用说明 你会什么 你会做什么 你能做什么 有什么功能 菜单 help 怎么提问 怎样提问",
    "thanks": "谢谢 谢谢你 谢谢您 多谢 感谢 非常感谢 太感谢了 谢了 thanks thankyou 好的 好的谢谢 好 知道了 明白了 收到 "
              "ok 辛苦了 不错 很好 真棒",
    "farewell": "再见 拜拜 晚安 bye",
}  # fmt: skip
"""What people say besides questions, in words with spaces between them."""
SMALL_TALK_SAID = {"thanks": "不客气，还有想知道的，随时问我 😊", "farewell": "再见，随时再来问我 👋"}

# ---- commands, as they stand in /help and in the menus

COMMANDS = {
    "start": "开始使用",
    "help": "全部用法",
    "ask": "提问，例如 /ask 总投资多少",
    "latest": "最近的公报文章",
    "project": "查一个项目，例如 /project 水库",
    "projects": "按地区、期次、阶段浏览项目",
    "chart": "看图：投资和项目数",
    "district": "设定“本区”指哪里",
    "subscribe": "订阅关键词，有新公报时告诉您",
    "unsubscribe": "取消订阅",
    "privacy": "我们记录什么",
    "forget": "删除您的记录",
    "check": "核对一句话是否与公报一致",
    "asof": "按某一天来回答，例如 /asof 2023-02-01 昨天有什么会议",
    "export": "导出项目和数据（csv、xlsx）",
    "conflicts": "公报里有疑问的地方",
    "pin": "核定一个问题的答案",
    "pins": "已核定的答案",
    "upload": "怎样导入公报",
    "articles": "管理文章",
    "remove": "删除一篇文章",
    "history": "公报库的各个版本",
    "rollback": "恢复到某个版本",
    "reindex": "重建检索",
    "status": "运行情况",
    "unanswered": "没有答上来的问题",
    "audit": "谁改了什么",
    "alias": "添加别名，例如 /alias 老水库 = 常庄水库工程",
    "grant": "授予角色，例如 /grant 123456 staff",
    "revoke": "收回角色，例如 /revoke 123456",
}
COMMANDS_ENGLISH = {
    "start": "Start",
    "help": "Everything this bot can do",
    "ask": "Ask a question (in Chinese)",
    "latest": "Newest articles",
    "project": "Look up a project",
    "projects": "Browse projects by district, period and stage",
    "chart": "Charts: investment and number of projects",
    "district": "Set your own district",
    "subscribe": "Be told of new articles with a keyword",
    "unsubscribe": "End a subscription",
    "privacy": "What is stored about you",
    "forget": "Delete what is stored about you",
    "check": "Check a sentence against the bulletins",
    "asof": "Answer as of a day, e.g. /asof 2023-02-01 …",
    "export": "Export projects and data (csv, xlsx)",
    "conflicts": "What is doubtful in the bulletins",
    "pin": "Set the answer to a question",
    "pins": "Answers that were set",
    "upload": "How to add bulletins",
    "articles": "Manage articles",
    "remove": "Remove an article",
    "history": "Versions of the library",
    "rollback": "Restore a version",
    "reindex": "Rebuild the search index",
    "status": "State of the bot",
    "unanswered": "Questions without an answer",
    "audit": "Who changed what",
    "alias": "Add another name for something",
    "grant": "Give a role, e.g. /grant 123456 staff",
    "revoke": "Take a role back, e.g. /revoke 123456",
}
"""The same for menus in a Telegram that is in English."""

PROFILE = (
    "我回答公报里写过的事：项目、投资、会议、通知、人事……每个回答都附上原文和出处，公报没有写的会直说。\n"
    "点“开始”，然后直接发问题就行。",
    "公报问答：直接发问题，回答附原文和出处。",
)
"""What people read before they press start; and in the profile."""
PROFILE_ENGLISH = (
    "Answers questions about Chinese district bulletins, in Chinese, each with the quoted sentence and its source."
    " Press Start, then just ask.",
    "Questions about Chinese district bulletins, answered with quotation and source.",
)

# ---- the terminal

CHAT_HEAD = "直接输入问题；输入方括号里的数字来选择；/help 看全部用法，/upload 文件路径 导入公报；输入“退出”结束。\n"
CHAT_NO_NEWS = "终端里收不到通知，请在 Telegram 里订阅。"
CHAT_SAVED = "已保存：{path}"
CHAT_PROMPT = "问> "
CHAT_BYE = "再见。"
LEAVE_WORDS = frozenset(("退出", "再见", "exit", "quit", "q"))

# ---- answers

ASK_EMPTY = "直接把问题发给我就行，例如：第七期总投资多少？\n在群里请 @我、回复我，或用 /ask 加上问题。"
NOT_A_QUESTION = "我没有看到文字，请把问题打成字发给我。"
SOURCE = "出处"
REPAIRED = "已将“{typed}”理解为“{meant}”"
RELATED = "您还可以问："
OPTIONS = "请选择您要问的："
PINNED = "（由工作人员核定）"
PAGE = "第{page}版"
UNDATED = "日期未注明"
ASKED = "问：{question}"
EVERYWHERE = "🌐 不限{district}，再问一次"
LATE = "（抱歉，这个问题是{ago}前发来的，当时我没有在线，现在才回答。）"
HOURS, DAYS = "{n}小时", "{n}天"
MORE_HIDDEN = "还有{n}处依据，点“更多依据”查看。"
BACK_TO_ANSWER = "↩ 返回回答"
MORE = "更多依据"
ORIGINAL = "原文"
ORIGINAL_OF = "原文 {n}"
EVIDENCE_HEAD = "依据 {at}/{all}"
EVIDENCE_ALSO = "公报里相关的段落"
EVIDENCE_NONE = "没有更多依据了，回答里已经列出了全部出处。"
ARTICLE_PAGE = "第{at}/{all}页"
ANSWER_GONE = "这个回答已经过期，请再问一次。"
ARTICLE_GONE = "这篇文章已经不在公报库里了。"
GOOD, BAD = "👍 有用", "👎 有误"
WHY = {"wrong": "答错了", "part": "不完整", "source": "出处不对"}
WHY_ASK = "哪里不对？"
THANKS = "谢谢，已记录。"
THANKED_GOOD, THANKED_BAD = "👍 已记录", "👎 已记录：{why}"
MAYBE_LOST = "网络刚才断了一下。如果没有看到对上面问题的回答，请点下面的按钮。"
MAYBE_LOST_PLAIN = "网络刚才断了一下。如果没有看到回复，请再发一次。"
SEND_AGAIN = "再看一次回答"

# ---- buttons in general

STALE = "这个按钮已经过期了。请再问一次，或者发 /start 重新开始。"
NOT_YOURS = "这个按钮是给别人的。您可以自己提问。"
BUSY_PRESS = "点得有点快，请稍等一下。"
DONE = "好了。"
CANCELLED = "已取消，什么都没有改动。"
CONFIRM, CANCEL = "✅ 确认", "✖ 取消"
PREVIOUS, NEXT = "◀ 上一页", "下一页 ▶"

# ---- browsing

LATEST_NONE = "公报库里还没有文章。"
LATEST_HEAD = "最近的文章"
LATEST_HINT = "点编号看原文："
PROJECT_EMPTY = "要查哪个项目？把名称发给我，写几个字就行，例如：水库"
PROJECT_NONE = "公报里没有找到名称含“{name}”的项目。"
PROJECT_MANY = "名称含“{name}”的项目有{n}个，请选择："
PROJECT_COPY = "📋 复制要点"
PROJECTS_HEAD = "项目（共{n}个）"
PROJECTS_NONE = "没有符合条件的项目，请换个条件。"
PROJECTS_EMPTY = "公报库里还没有项目。"
PROJECTS_BROWSE = "浏览全部项目"
FILTER_ALL = "全部"
FILTERS = ("地区：{value}", "期次：{value}", "阶段：{value}")
PROJECT_FIELDS = (
    ("programme", "项目类别"), ("period", "期次"), ("stage", "阶段"), ("district", "地区"), ("owner", "业主"),
    ("builder", "建设单位"), ("place", "地点"), ("content", "建设内容"), ("purpose", "用途"),
    ("capacity", "规模"), ("area", "面积"), ("length", "长度"), ("start", "开工"), ("end", "完工"),
    ("status", "进展"), ("event_date", "日期"),
)  # fmt: skip
ALSO_CALLED = "又称：{names}"
TIMELINE = "历程"
DISTRICT_NOW = "现在“本区”指：{name}。要改的话请选择："
DISTRICT_NONE = "还没有设定“本区”指哪里，请选择："
DISTRICT_SET = "好的，以后“本区”就指{name}。"
DISTRICT_CLEARED = "好的，不再限定地区。"
DISTRICT_UNKNOWN = "公报里没有“{name}”，请从下面选择："
DISTRICT_ANY = "不限"
DISTRICT_EMPTY = "公报库里还没有注明地区的文章。"

# ---- subscriptions

SUBSCRIBE_HEAD = "想关注什么？把关键词发给我，例如：水库。有新公报提到它时，我会告诉您。"
SUBSCRIBE_LIST = "您已订阅（点一下取消）："
SUBSCRIBED = "已订阅“{word}”。有新公报提到它时，我会告诉您。"
SUBSCRIBED_ALREADY = "您已经订阅过“{word}”了。"
SUBSCRIBE_LONG = "关键词请在 1 到 30 个字之间。"
SUBSCRIBE_FULL = "最多订阅 {n} 个关键词，请先取消一些。"
UNSUBSCRIBED = "已取消订阅“{word}”。"
UNSUBSCRIBED_ALL = "已取消全部 {n} 个订阅。"
UNSUBSCRIBE_NONE = "您没有订阅“{word}”。"
SUBSCRIPTIONS_NONE = "您还没有订阅。"
UNSUBSCRIBE_ALL = "全部取消"
NEW_MATCH = "🔔 新公报提到“{word}”："
NEW_MORE = "……还有{n}篇，发 /latest 查看。"

# ---- privacy and limits

PRIVACY = (
    "<b>我们记录什么</b>\n"
    "· 您的问题和我的回答：用来接着回答和改进，{days}天后自动删除；编号经过加密打乱，不保存姓名和账号。\n"
    "· 您设定的地区、您写简体还是繁体：为了照您的习惯回答。\n"
    "· 您的订阅：为了给您发消息，需要保存这个聊天的编号，取消订阅即删除。\n"
    "· 尚未处理完的消息：回答之后立即清空。\n\n发 /forget 可以立即删除您的全部记录。"
)
PRIVACY_ID = "您的用户编号是 <code>{user}</code>（只有您自己看得到；需要管理员授权时告诉他）。"
FORGET_ASK = "要删除您的全部问题、反馈、订阅和设定吗？删除后不能恢复。"
FORGOTTEN = "已删除您的全部记录。"
TOO_MANY = "您发得有点快，请等{seconds}秒再问。刚才多出来的消息我没有处理。"
NOT_TEXT = {
    "voice": "我还听不懂语音，请把问题打成字发给我。",
    "sticker": "表情收到啦 😊 想了解公报里的什么，打字问我就好。",
    "photo": "我看不懂图片里的问题，请打成字发给我。",
    "location": "我不使用位置信息。想问哪里的事，请把地名打在问题里。",
    "other": "我只看得懂文字，请把问题打成字发给我。",
}
UPLOAD_FORBIDDEN = "谢谢！不过只有管理员可以导入公报。您可以打字向我提问。"
FORBIDDEN = {
    "staff": "这是给工作人员用的。您可以直接提问，或者发 /help 看看能做什么。",
    "admin": "这是给管理员用的。您可以直接提问，或者发 /help 看看能做什么。",
}
PRIVATE_ONLY = "这件事请和我单独聊天时做。"
UNKNOWN_COMMAND = "没有 /{name} 这个命令，发 /help 看全部用法。"
NEAR_COMMAND = "没有 /{name} 这个命令，您是想用 /{near} 吗？"
TROUBLE = "抱歉，出了点问题（编号 {id}），请稍后再试。管理员已收到通知。"
TROUBLE_ADMIN = "⚠️ 处理消息时出错，编号 {id}。在日志里查这个编号可以看到详情。"
UNREADABLE_ADMIN = "⚠️ 有 {n} 条消息的格式无法识别，已跳过。详情在日志里。"

# ---- staff

CHECK_EMPTY = "要核对哪句话？把它发给我，例如：第七期共15个项目，总投资70亿元\n我会逐条说明公报里是怎么写的。"
CHECK_NONE = "这句话里没有可以核对的内容。"
CHECK_SAYS = "公报写的是：{says}"
VERDICTS = {"confirmed": "✓ 属实", "contradicted": "✗ 不符", "not_mentioned": "？ 未提及"}
ASOF_EMPTY = "请发来日期和问题，例如：2023-02-01 昨天有什么会议\n我只用到那一天为止的公报来回答。"
ASOF_BAD = "日期看不懂，请写成 2023-02-01 这样。"
ASOF_HEAD = "按 {date} 回答："
EXPORT_ASK = "要导出什么？"
EXPORT_KINDS = {"projects": "项目", "batches": "批次", "facts": "数据"}
EXPORT_NONE = "没有可以导出的内容。"
EXPORT_DONE = "{what}，共{n}行。"
CONFLICTS_HEAD = "有疑问的地方（共{n}处）"
CONFLICTS_NONE = "没有发现有疑问的地方。"
PIN_EMPTY = (
    "请发来问题和答案，中间用等号：问题 = 答案\n以后有人问同样的问题，就用这个答案，并注明“由工作人员核定”。\n"
    "也可以先提问，再点回答下面的“📌 核定”。"
)
PIN = "📌 核定"
PIN_UNCLEAR = "这个问题要接着上文才看得懂，请把它问完整，再点“📌 核定”。"
PIN_DONE = "已核定：\n问：{question}\n答：{answer}"
PINS_HEAD = "已核定的答案（点编号取消）"
PINS_NONE = "还没有核定过答案。先提问，再点回答下面的“📌 核定”，或者用 /pin 添加。"
PIN_GONE = "已取消核定。"

# ---- admins

UPLOAD_READING = "⏳ 正在读取{which}“{name}”……"
UPLOAD_TEXT_NAME = "文字-{date}.txt"
UPLOAD_PHOTO_NAME = "照片-{date}.jpg"
UPLOAD_CALLED = {"文字": "您发来的文字", "照片": "您发来的照片"}
UPLOAD_TOO_BIG = "“{name}”超过 20 MB，Telegram 不让机器人下载。请在服务器上用 bulletin-index add 导入。"
UPLOAD_FAILED = "“{name}”没有导入：{error}"
UPLOAD_NO_OCR = (
    "这里还不能识别图片里的文字。请把文章的文字或 PDF 发给我；要识别照片，请在服务器上安装 bulletin-bot[ocr]。"
)
UPLOAD_LOST = "“{name}”下载失败，请再发一次。"
UPLOAD_SAME = "“{name}”的内容公报库里已经有了，不需要再导入。"
UPLOAD_PREVIEW = "<b>预览：{name}</b>\n{articles}篇文章 · {projects}个项目 · {facts}条数据"
UPLOAD_CHANGED = "其中有文章会成为新版本，旧版本保留。"
UPLOAD_WARNINGS = "请留意："
UPLOAD_SAMPLES = "例如："
UPLOAD_QUESTION = "要导入并立即生效吗？"
UPLOAD_ADDING = "⏳ 正在导入{which}“{name}”……"
UPLOAD_OF = " {at}/{all} "
UPLOAD_LIVE = "✅ “{name}”已生效：{articles}篇文章、{projects}个项目、{facts}条数据。现在就可以提问了。"
UPLOAD_GONE = "这个文件已经处理过了，或者已经过期，请再发一次。"
UPLOAD_CANCELLED = "已取消，“{name}”没有导入。"
UPLOAD_OR_QUESTION = "这段文字看起来像一篇公报。要导入吗？如果是提问，请点“当作问题”。"
UPLOAD_AS_QUESTION = "当作问题"
ARTICLES_HEAD = "文章（共{n}篇，第{at}/{all}页），点编号查看或删除"
ARTICLE_CARD = "<b>{title}</b>\n日期：{date}\n来自：{file}\n读出：{projects}个项目 · {facts}条数据\n版本：{versions}\n编号：<code>{id}</code>"  # noqa: E501
ARTICLE_READ, ARTICLE_REMOVE = "看原文", "🗑 删除"
REMOVE_EMPTY = "要删除哪篇文章？从列表里选，或者发来文章编号。"
REMOVE_ASK = "要删除《{title}》吗？之后可以用 /history 恢复。"
REMOVED = "已删除《{title}》。需要恢复时用 /history。"
HISTORY_HEAD = "公报库的版本（新的在上面），点编号恢复"
HISTORY_LINE = "{number}. {at} {action}，{articles}篇文章{current}"
HISTORY_CURRENT = " ← 现在"
HISTORY_GONE = "（已不再保留）"
ROLLBACK_EMPTY = "要恢复到哪个版本？从列表里选，或者发来版本号。"
ROLLBACK_UNKNOWN = "没有版本“{number}”，或者已不再保留，请从列表里选。"
ROLLBACK_ASK = "要恢复到第{number}个版本吗？"
ROLLED_BACK = "已恢复到第{number}个版本，现在有{articles}篇文章。"
ACTIONS = {"add": "导入", "remove": "删除", "rollback": "恢复", "pin": "核定答案", "unpin": "取消核定", "alias": "添加别名",  # noqa: E501
           "unalias": "删除别名", "restore": "恢复备份", "grant staff": "授予工作人员", "grant admin": "授予管理员",
           "revoke": "收回角色"}  # fmt: skip
STATUS_BODY = (
    "<b>公报库</b>\n{articles}篇文章 · {projects}个项目 · {facts}条数据 · 第{generation}个版本\n"
    "日期：{span}\n大小：{size}\n\n<b>最近24小时</b>\n{asked}个问题，{unanswered}个没有答上来\n"
    "反馈：👍 {good} · 👎 {bad}{why}\n订阅：{subscriptions}个"
)
UNANSWERED_HEAD = "没有答上来的问题（问得多的在前），点编号处理"
UNANSWERED_NONE = "没有待处理的问题 🎉"
UNANSWERED_LINE = "{n}. {question}（{times}次 · {reason}）"
UNANSWERED_CARD = "<b>{question}</b>\n问过{times}次 · {reason}"
UNANSWERED_CLOSE = "不属于公报范围"
UNANSWERED_CLOSED = "好的，这个问题不再列出。"
UNANSWERED_PIN, UNANSWERED_ALIAS = "复制：核定答案", "复制：添加别名"
UNANSWERED_MEANS = "“{word}”就是“{name}”"
UNANSWERED_RETRY = "现在再答一次"
REASONS = {"attribute": "没有写这一项", "entity": "没有提到", "period": "没有这一期", "place": "没有这个地方",
           "scope": "不在范围内", "private": "涉及隐私", "opinion": "问看法", "off_topic": "与公报无关"}  # fmt: skip
AUDIT_HEAD = "最近的改动"
AUDIT_NONE = "还没有改动。"
ALIAS_EMPTY = "请发来：别名 = 正式名称，例如：老水库 = 常庄水库工程"
ALIAS_DONE = "好的，“{alias}”以后就是“{name}”。"
GRANT_EMPTY = "请发来用户编号和角色，例如：123456 工作人员，或：123456 管理员。\n对方可以在 /privacy 里看到自己的编号。"
GRANTED = "已授予 {user} {role}，立即生效。"
GRANTED_YOU = "您现在是{role}了。发 /start 看看可以用的功能。"
REVOKE_EMPTY = "要收回谁的角色？点下面的按钮，或者发来用户编号。"
REVOKED = "已收回 {user} 的角色。"
REVOKE_NONE = "{user} 没有被授予角色。"
REVOKE_FIXED = "{user} 的角色写在设置里，请从 BULLETIN_ADMINS 或 BULLETIN_STAFF 里删除。"
ROLE_NAMES = {"staff": "工作人员", "admin": "管理员"}
BUSY = "公报库正在被另一个程序改动，请过一会儿再试。"

# ---- the command line

NO_DATABASE = "找不到公报库 {path}，请先导入公报：bulletin-index --db {path} add 文件或文件夹"
NO_TOKEN = "没有设置 TELEGRAM_BOT_TOKEN，请写进环境变量或 .env，或者用 bulletin-bot chat 在终端里对话。"
BAD_TOKEN = "Telegram 不认这个令牌，请检查 TELEGRAM_BOT_TOKEN（可在 @BotFather 处重新获取）。"
STORE_IN_USE = "{path} 正被另一个 bulletin-bot run 使用，请先停掉它，或用 BULLETIN_CHATS 另指一个。"
STORE_NOT_OPEN = "{path} 打不开（{error}），请检查路径和权限，或用 BULLETIN_CHATS 另指一个。"
WEBHOOK_REFUSED = "Telegram 没有接受 webhook（{error}），请检查 TELEGRAM_WEBHOOK_URL。"
PORT_TAKEN = "地址 {host}:{port} 不能监听，请检查 {name}。"
BAD_LINE = "第{number}行不是有效的 JSON 问题。"
BAD_NOW = "--now 应为 ISO 时间，例如 2024-05-01T09:00:00。"
QUESTIONS_NONE = "还没有人提问。"

# ---- the log: for who runs it

LOG_POLLING = "开始收消息（轮询），机器人 @{name}"
LOG_WEBHOOK = "开始收消息（webhook，监听 {host}:{port}），机器人 @{name}"
LOG_WAITING = "连不上 Telegram（{error}），会一直重试。"
LOG_BACK = "与 Telegram 的连接恢复了。"
LOG_OTHER_INSTANCE = "另有一个程序正在用同一个令牌收消息，请先停掉它；我会继续尝试。"
LOG_HUNG = "{seconds:.0f}秒没有收完一次 getUpdates，换一条连接。"
LOG_DEAF = "{seconds:.0f}秒没有收完一次 getUpdates，程序退出，请让系统重新启动它。"
LOG_NOT_KEPT = "收到的消息暂时存不下（{error}），会再取一次；请检查磁盘和 BULLETIN_CHATS。"
LOG_UNREADABLE = "{n} 条消息的格式无法识别（{error}），已跳过。"
LOG_STOPPED = "已停止，手里的 {left} 条消息留到下次启动时回答。"

# ---- more of browsing, staff and admins

UNTITLED = "（无标题）"
PERIOD = "第{n}期"
MONTH = "{year}年{month}月"
MENTIONED = "提到"
NO_AMOUNT = "公报没有写这个项目的投资额。"
PUBLISHED = "查看网页"
REPORTERS = "记者 {names}"
BACK = "↩ 返回"
BACK_TO_LIST = "↩ 返回列表"
REFUSAL_RELATED = "公报里有这些，点一下就能看："
REFUSAL_BROWSE = "可以看看公报里写了什么："
REFUSAL_HINT = "换个说法再问一次也可以，或者看看公报里有什么："
PROJECT_FOLLOW = "🔔 有消息告诉我"
PROJECT_CHART = "📈 历程图"
FILTER_ASK = ("看哪个地区的项目？", "看哪一期的项目？", "看哪个阶段的项目？")
SUBSCRIBE_TRY = "或者点一个开始："
UNSUBSCRIBE_THIS = "取消这个订阅"
FORGET_BUTTON = "删除我的记录"
YES, NO = "是", "否"

MENU = {
    "latest": "📰 最近文章",
    "projects": "📋 浏览项目",
    "chart": "📊 看图",
    "project": "🔎 查一个项目",
    "subscribe": "🔔 订阅",
    "unsubscribe": "🔕 取消订阅",
    "district": "📍 设定地区",
    "privacy": "🔒 隐私",
    "forget": "🧹 删除我的记录",
    "help": "❓ 全部用法",
    "ask": "💬 怎样提问",
    "check": "核对一句话",
    "asof": "按某一天回答",
    "export": "导出表格",
    "conflicts": "有疑问的地方",
    "pin": "核定一个答案",
    "pins": "已核定的答案",
    "upload": "📤 导入公报",
    "articles": "文章",
    "remove": "删除文章",
    "history": "版本",
    "rollback": "恢复版本",
    "reindex": "重建检索",
    "status": "运行情况",
    "unanswered": "没有答上来的",
    "audit": "改动记录",
    "alias": "别名和同义词",
    "grant": "授予角色",
    "revoke": "收回角色",
}
MENU_RESIDENT = ("latest", "projects", "project", "chart", "subscribe", "district")
MENU_MORE = ("ask", "unsubscribe", "privacy", "forget")
MENU_STAFF = ("check", "asof", "export", "conflicts", "pin", "pins")
MENU_ADMIN = ("upload", "articles", "remove", "history", "rollback", "reindex", "status", "unanswered", "audit",
              "alias", "grant", "revoke")  # fmt: skip
MENU_OF = {"more": "⋯ 更多", "staff": "🗂 工作人员", "admin": "⚙ 管理"}

CHART_TITLE = "{district}{programme}投资和项目数"
CHART_TOTAL, CHART_COUNT = "总投资", "项目数"
CHART_NOTE = "数据来自公报，{span}"
SPAN = "至"  # between two days
CHART_NOTE_UNDATED = "数据来自公报"
CHART_NONE = "公报里还没有可以画图的数字。"

INLINE_ANSWER = "回答：{question}"
INLINE_PROJECT = "项目：发出要点和出处"
INLINE_ARTICLE = "文章：发出开头和出处"

ASOF_STATE = (
    "截至{date}，公报库里有{n}篇文章，最新一篇的日期是{last}。\n要按这一天来回答，请在日期后面写上问题。"
)
ASOF_BEFORE = "截至{date}，公报库里还没有文章。"
CONFLICTS_HINT = "方括号里是相关文章，点编号看原文："
PIN_UNDO = "取消核定"
EXPORT_PROJECTS = ("项目", "类别", "期次", "阶段", "地区", "投资", "业主", "施工单位", "地点", "建设内容", "规模",
                   "开工时间", "完工时间", "进展", "日期", "出处", "出处日期", "版面", "原文")  # fmt: skip
EXPORT_BATCHES = ("类别", "期次", "阶段", "地区", "分类", "项目数", "总投资（亿元）", "由各部分相加", "进展", "项目名单",  # noqa: E501
                  "出处", "出处日期", "版面", "原文")  # fmt: skip
EXPORT_FACTS = ("对象", "内容", "原文写法", "数值", "单位", "期次", "阶段", "地区", "日期", "语气", "出处", "出处日期",
                "版面", "原文")  # fmt: skip

REMOVE_UNKNOWN = "没有编号是“{name}”的文章，编号在 /articles 里。"
RESTORE = "恢复到 {n}"
VERSION = "第{n}个版本"
REINDEXING = "⏳ 正在重建检索，期间照常回答……"
REINDEXED = "检索已重建，共{n}条，现在就可以用。"
STATUS_WELL = "体检：没有发现问题。"
STATUS_WRONG = "体检发现："
ACTION_OTHER = "改动"
ACTORS = {"telegram": "用户 ", "cli": "命令行 ", "test": "测试"}
ALIASES_HEAD = "已添加的别名和同义词（点编号删除）"
ALIAS_UNDO = "删除这个别名"
ALIAS_GONE = "已删除。"
GRANT_FIXED = "{user} 的角色已经写在设置里，不需要授予。"
GRANT_UNDO = "收回"
ROLES_HEAD = "现在的角色"
ROLE_FIXED = "（写在设置里）"
ROLE_TAKE = "收回 {user}"
REASON_OTHER = "没有找到"
UNANSWERED_PASSAGE = "原文 {n}："
UNANSWERED_PIN_THIS = "用原文 {n} 作为答案"
COMMON_WORDS = ("总投资", "项目数", "建设单位", "开工", "签约", "投产")
UPLOAD_HOW = (
    "<b>怎样导入公报</b>\n把文件（txt、md、html、pdf、docx、csv、xlsx、zip 等）、版面照片发给我，一次可以发几个；"
    "也可以转发别处的文件，或者直接粘贴文章。\n我会先给您看读到了什么，点“确认”后立即生效。"
)
UPLOAD_ARTICLE = "· {title}（{date}）：{projects}个项目 · {facts}条数据"
UPLOAD_MORE = "……还有{n}个"
UPLOAD_FACT = "{subject} · {attribute}：{value}"
UPLOAD_TRY = "试着问问："
UPLOAD_TOLD = "已通知 {n} 个订阅。"
UPLOAD_LOST_COPY = "收到的文件已经过期，请再发一次。"
NEARBY = "相关段落"
