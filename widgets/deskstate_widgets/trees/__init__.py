"""Data as a tree to open and close."""
