"""What all that is typed into has in common: its line, its length, how it is left."""
