"""Figures that no bulletin prints but that follow from printed ones."""
