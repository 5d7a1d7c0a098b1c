"""Labelled fields that are typed into."""
