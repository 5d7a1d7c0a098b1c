"""With --enforce-serializable everything in session_state must be picklable; a lambda is not.

Try: deskstate --enforce-serializable examples/unserializable.py
"""

import deskstate as ds

ds.title("A lambda in session_state")
ds.session_state.answer = lambda: 42
ds.write("The lambda says", ds.session_state.answer())
