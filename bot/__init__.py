"""The conversation: everything that talks to a person. It knows bulletins only through ``index.library``."""
