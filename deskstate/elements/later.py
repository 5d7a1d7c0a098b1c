"""Commands of the reference that deskstate does not have yet, or that do not stand on a container.

No Qt.
"""

from __future__ import annotations

from typing import Final

from deskstate import errors

LATER: Final = frozenset(
    {
        *("App", "Page", "altair_chart", "area_chart", "audio", "audio_input", "badge", "balloons", "bar_chart"),
        *("bottom", "cache_data", "cache_resource", "camera_input", "chat_input", "chat_message", "color_picker"),
        *("column_config", "components", "connection", "context", "data_editor", "dataframe", "date_input"),
        *("datetime_input", "dialog", "download_button", "echarts_chart", "echo", "feedback", "file_uploader"),
        *("fragment", "get_option", "graphviz_chart", "grid", "help", "html", "iframe", "image", "latex"),
        *("line_chart", "link_button", "login", "logo", "logout", "map", "menu_button", "mermaid_chart"),
        *("navigation", "page_link", "pagination", "pdf", "pills", "plotly_chart", "popover", "pydeck_chart"),
        *("pyplot", "query_params", "scatter_chart", "secrets", "segmented_control", "select_slider", "set_option"),
        *("skeleton", "snow", "space", "status", "switch_page", "table", "time_input", "user", "vega_lite_chart"),
        *("video", "write_stream"),
    }
)
"""Names that will be there."""
NOT_ON_CONTAINERS: Final = frozenset(
    {
        *("App", "Page", "bottom", "cache_data", "cache_resource", "connection", "context", "dialog", "echo"),
        *("experimental_rerun", "fragment", "get_option", "login", "logo", "logout", "navigation", "query_params"),
        *("rerun", "secrets", "session_state", "set_option", "set_page_config", "sidebar", "stop", "switch_page"),
        *("user"),
    }
)
"""Commands of the app as a whole."""


def missing(name: str, owner: str) -> AttributeError:
    """What to raise for a name that is not there."""
    return errors.MissingCommandError(name) if name in LATER else AttributeError(f"{owner} has no {name!r}.")
