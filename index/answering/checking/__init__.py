"""Is this statement right: its claims, each confirmed, contradicted or not mentioned."""
