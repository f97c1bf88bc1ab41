"""Chinese text without bulletins: widths and scripts, tokens, numerals, pinyin, lexicons."""
