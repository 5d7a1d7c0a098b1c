"""The track of a slider."""
