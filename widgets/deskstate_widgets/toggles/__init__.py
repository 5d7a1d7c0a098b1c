"""What is on or off."""
