"""Who: offices, careers, awards, deeds, words."""
