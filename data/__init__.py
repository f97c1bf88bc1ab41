"""Sample bulletins, lexicons and golden questions; packaged so that commands work from any folder."""
