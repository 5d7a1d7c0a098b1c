"""deskstate puts a native window on a plain Python script.

The menu: every command of a script, loaded at its first use, so that `import deskstate` costs nothing.
"""

from __future__ import annotations

__version__ = "0.1.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from deskstate import errors as errors
    from deskstate.elements.app import set_page_config as set_page_config
    from deskstate.elements.flow import rerun as rerun
    from deskstate.elements.flow import stop as stop
    from deskstate.elements.place import Place
    from deskstate.elements.session_state import SessionStateProxy

    _here = Place(None)
    sidebar: Place
    session_state: SessionStateProxy

    # text
    write = _here.write
    markdown = _here.markdown
    title = _here.title
    header = _here.header
    subheader = _here.subheader
    caption = _here.caption
    text = _here.text
    code = _here.code
    divider = _here.divider
    # data
    metric = _here.metric
    json = _here.json
    # inputs
    button = _here.button
    checkbox = _here.checkbox
    toggle = _here.toggle
    text_input = _here.text_input
    text_area = _here.text_area
    number_input = _here.number_input
    slider = _here.slider
    selectbox = _here.selectbox
    radio = _here.radio
    multiselect = _here.multiselect
    form = _here.form
    form_submit_button = _here.form_submit_button
    # layout
    columns = _here.columns
    container = _here.container
    empty = _here.empty
    expander = _here.expander
    tabs = _here.tabs
    # status
    success = _here.success
    info = _here.info
    warning = _here.warning
    error = _here.error
    exception = _here.exception
    progress = _here.progress
    spinner = _here.spinner
    toast = _here.toast

_ON_PLACES = (
    *("write", "markdown", "title", "header", "subheader", "caption", "text", "code", "divider", "metric", "json"),
    *("button", "checkbox", "toggle", "text_input", "text_area", "number_input", "slider", "selectbox", "radio"),
    *("multiselect", "form", "form_submit_button", "columns", "container", "empty", "expander", "tabs"),
    *("success", "info", "warning", "error", "exception", "progress", "spinner", "toast"),
)
"""Commands that draw where the script is, and that every place has as well."""

__all__ = [
    "button",
    "caption",
    "checkbox",
    "code",
    "columns",
    "container",
    "divider",
    "empty",
    "error",
    "errors",
    "exception",
    "expander",
    "form",
    "form_submit_button",
    "header",
    "info",
    "json",
    "markdown",
    "metric",
    "multiselect",
    "number_input",
    "progress",
    "radio",
    "rerun",
    "selectbox",
    "session_state",
    "set_page_config",
    "sidebar",
    "slider",
    "spinner",
    "stop",
    "subheader",
    "success",
    "tabs",
    "text",
    "text_area",
    "text_input",
    "title",
    "toast",
    "toggle",
    "warning",
    "write",
]


if not TYPE_CHECKING:  # a type checker would take any name for one of the menu's

    def __dir__() -> list[str]:
        return list(__all__)

    def __getattr__(name: str) -> object:
        """Load the menu when one of its names is asked for."""
        if name == "errors":  # asked for while the menu is being loaded
            from importlib import import_module

            return import_module("deskstate.errors")
        if name not in __all__:
            if name.startswith("__"):
                raise AttributeError(name)
            from deskstate.elements.later import missing

            raise missing(name, "deskstate")
        from deskstate.elements.app import set_page_config
        from deskstate.elements.flow import rerun, stop
        from deskstate.elements.place import Place, Sidebar
        from deskstate.elements.session_state import SessionStateProxy

        here = Place(None)
        menu: dict[str, object] = {command: getattr(here, command) for command in _ON_PLACES}
        menu["rerun"] = rerun
        menu["session_state"] = SessionStateProxy()
        menu["set_page_config"] = set_page_config
        menu["sidebar"] = Sidebar()
        menu["stop"] = stop
        globals().update(menu)
        return menu[name]
