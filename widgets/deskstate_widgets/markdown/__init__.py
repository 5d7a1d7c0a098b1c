"""Markdown to the HTML that Qt's text documents understand.

No Qt.
"""
