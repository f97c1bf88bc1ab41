"""The conversation: everything that talks to a person. It knows bulletins only through ``index.library``.

    store      what outlives a restart: the inbox, chats, people, the journal
    showing    what people see: answers, cards, charts and tables, in their script
    delivery   to Telegram and back, each message once
    talking    who speaks, whether it is for us, what the parts of the bot promise one another
    handlers   what is done about a question, a command, a button, a file

Above them the programs: ``app`` and ``serving`` (Telegram), ``terminal`` and ``asking`` (without it).
"""
