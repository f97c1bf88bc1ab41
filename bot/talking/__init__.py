"""A conversation: who speaks, whether it is for us, what the parts of the bot promise one another."""
