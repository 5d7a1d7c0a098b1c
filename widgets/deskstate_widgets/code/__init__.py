"""Source code in colour."""
