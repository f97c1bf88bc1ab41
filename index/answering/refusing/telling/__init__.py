"""Do the words around an answer tell of what is asked: of that time, that round, that group, by that one, as a fact?"""
