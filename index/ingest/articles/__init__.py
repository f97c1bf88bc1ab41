"""Lines to articles: where one begins and ends, its headline, names and date."""
