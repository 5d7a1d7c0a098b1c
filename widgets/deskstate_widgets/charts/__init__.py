"""Small drawings of numbers."""
