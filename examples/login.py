"""A login whose form vanishes at once, and a navigation whose choices change with it."""

import deskstate as ds

PASSWORD = "deskstate"


def log_in() -> None:
    """Check the password; the form has sent both fields together."""
    if ds.session_state.password == PASSWORD:
        ds.session_state.user = ds.session_state.name
    else:
        ds.session_state.problem = "This is not the password."


def log_out() -> None:
    """Forget who is here; a second click, before the page has changed, finds nobody."""
    ds.session_state.pop("user", None)


user = ds.session_state.get("user")
pages = ["Welcome", "Reports", "Settings"] if user else ["Welcome"]
page = ds.sidebar.radio("Go to", pages)

ds.title(page)
if user is None:
    with ds.form("login"):
        ds.text_input("Name", key="name")
        ds.text_input("Password", key="password", type="password", help=f"It is `{PASSWORD}`.")
        ds.form_submit_button("Log in", on_click=log_in, type="primary")
    if "problem" in ds.session_state:
        ds.error(ds.session_state.pop("problem"))
else:
    ds.sidebar.caption(f"Logged in as {user}")
    ds.sidebar.button("Log out", on_click=log_out)
    ds.write(f"Hello **{user}**, this is the page *{page}*.")
