"""How numbers and moments are shown, and the steps between them."""
