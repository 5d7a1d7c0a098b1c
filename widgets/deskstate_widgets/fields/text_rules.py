"""What a typed text must be like before it may be committed.

GUI thread only: the patterns are read by Qt, whose expressions are close to the JavaScript ones that scripts bring.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec
from PySide6.QtCore import QRegularExpression

_MISSING: Final = "Please fill in this field."
_MISMATCH: Final = "This does not have the expected form."
_JAVASCRIPT_CODE: Final = re.compile(r"\\u([0-9a-fA-F]{4})")


class TextRules(msgspec.Struct, frozen=True):
    """Whether a text is needed, and a pattern that it must match somewhere unless it is empty."""

    required: bool = False
    pattern: str = ""
    message: str = ""
    """What to say when the pattern does not match; "" for general words."""

    def problem(self, text: str) -> str | None:
        """What is wrong with a text, or None."""
        if not text.strip():
            return _MISSING if self.required else None
        if not self.pattern:
            return None
        expression = QRegularExpression(_JAVASCRIPT_CODE.sub(r"\\x{\1}", self.pattern))
        if not expression.isValid() or expression.match(text).hasMatch():
            return None
        return self.message or _MISMATCH
