"""An order's total: fifteen inputs share one callback, and the sum is always right."""

import deskstate as ds

MENU = {"Espresso": 2.2, "Cappuccino": 3.4, "Tea": 2.8, "Croissant": 2.5, "Cake": 4.2}
SIZES = {"small": 0.9, "medium": 1.0, "large": 1.25}


def total() -> None:
    """Add everything up again."""
    ds.session_state.total = sum(
        price * ds.session_state[f"count {name}"] * SIZES[ds.session_state[f"size {name}"]]
        for name, price in MENU.items()
        if ds.session_state[f"want {name}"]
    )


ds.title("Order")
ds.session_state.setdefault("total", 0.0)
for name, price in MENU.items():
    want, size, count = ds.columns([2, 2, 1.4], vertical_alignment="center")
    wanted = want.checkbox(f"{name}, {price:.2f} €", key=f"want {name}", on_change=total)
    size.selectbox(
        "Size", list(SIZES), 1, key=f"size {name}", on_change=total, disabled=not wanted, label_visibility="collapsed"
    )
    count.number_input(
        "Count", 1, 20, key=f"count {name}", on_change=total, disabled=not wanted, label_visibility="collapsed"
    )
ds.divider()
ds.metric("Total", f"{ds.session_state.total:.2f} €")
