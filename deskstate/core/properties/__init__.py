"""What each kind of element looks like: one frozen record per kind, written by the script's call, read by its widget.

No Qt. The record's class is named like its kind:
`TextInput` = "text_input" = widgets/deskstate_widgets/kinds/text_input.py.
"""
