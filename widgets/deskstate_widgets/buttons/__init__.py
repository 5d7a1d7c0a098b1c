"""Buttons and the keys that click them."""
