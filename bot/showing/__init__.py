"""What people see: answers, cards, charts and tables, in their script."""
