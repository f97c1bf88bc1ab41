"""To Telegram and back, each message once."""
