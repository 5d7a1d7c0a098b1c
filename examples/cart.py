"""A shopping cart: a list in session_state that is changed in place."""

import deskstate as ds

PRICES = {"Apples": 2.5, "Bread": 3.2, "Cheese": 6.9, "Olives": 4.1}

ds.title("Shopping cart")
cart: list[str] = ds.session_state.setdefault("cart", [])


def remove(position: int) -> None:
    """Take something out, unless a quick second click comes when it is gone."""
    del cart[position : position + 1]


columns = ds.columns(len(PRICES))
for column, (name, price) in zip(columns, PRICES.items(), strict=True):
    if column.button(f"{name}  \n{price:.2f} €", width="stretch"):
        cart.append(name)

if not cart:
    ds.info("The cart is empty.")
for position, name in enumerate(cart):
    label, button = ds.columns([5, 1], vertical_alignment="center")
    label.write(f"{name}, {PRICES[name]:.2f} €")
    button.button("Remove", key=f"remove {position}", on_click=remove, args=(position,), type="tertiary")
ds.metric("Total", f"{sum(PRICES[name] for name in cart):.2f} €", f"{len(cart)} items", delta_color="off")
ds.button("Empty the cart", on_click=cart.clear, disabled=not cart)
