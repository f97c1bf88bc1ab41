"""What one clause prints: amounts, names, places, persons, lists, days."""
