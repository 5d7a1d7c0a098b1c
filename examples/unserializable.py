"""With --enforce-serializable everything in session_state must be picklable; a lambda is not.

Try: deskstate --enforce-serializable examples/unserializable.py
"""

import deskstate as ds

ds.title("A lambda in session_state")
ds.session_state.double = lambda number: 2 * number
ds.write("2 × 21 =", ds.session_state.double(21))
