"""The whole of a window's content: column, sidebar, toasts."""
