"""One of few, or some of many: lists that open, chips, radio buttons."""
