"""Icons: as letters of a font, beside a text, as pictures."""
