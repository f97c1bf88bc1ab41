"""What the bot does with a message: one table of commands, from which /help and the menus come."""
