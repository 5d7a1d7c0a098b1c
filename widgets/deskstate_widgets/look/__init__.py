"""What all that is shown looks like: colours, measures, fonts, and how focus and mouse show."""
