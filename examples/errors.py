"""What goes wrong, and how the window says so."""

import deskstate as ds

ds.title("Errors")
ds.caption("Choose one: the message comes up below, the window lives on, and what is in session_state stays.")
case = ds.selectbox(
    "Error",
    [
        "none",
        "read what was never set",
        "set a widget's value too late",
        "set a button's value",
        "value and session_state together",
        "divide by zero",
    ],
)
if case == "read what was never set":
    ds.write(ds.session_state.missing)
elif case == "set a widget's value too late":
    ds.text_input("Name", key="name")
    ds.session_state.name = "Ada"
elif case == "set a button's value":
    ds.session_state.go = True
    ds.button("Go", key="go")
elif case == "value and session_state together":
    ds.session_state.age = 40
    ds.slider("Age", 0, 100, 20, key="age")
    ds.info("No error: session_state wins, and the terminal says so once.")
elif case == "divide by zero":
    ds.write(1 / 0)
