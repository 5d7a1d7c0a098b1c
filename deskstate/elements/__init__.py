"""The words of a script, by family: each call leaves an element in the run's tree and answers with its value.

No Qt.
"""
