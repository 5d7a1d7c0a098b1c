"""Text on the screen, and what stands beside it."""
