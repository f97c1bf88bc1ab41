"""What is not answered and what a question takes for granted: checks, refusals, what is offered instead."""
