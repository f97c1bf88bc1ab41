"""Values of the asked type in a sentence, how well they fit, and arithmetic with them."""
