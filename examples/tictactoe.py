"""Tic-tac-toe: nine buttons, one callback, and a winner."""

import deskstate as ds

LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def new_game() -> None:
    """Clear the board."""
    ds.session_state.board = [""] * 9
    ds.session_state.turn = "X"


def play(square: int) -> None:
    """Take a square and pass the turn on."""
    ds.session_state.board[square] = ds.session_state.turn
    ds.session_state.turn = "O" if ds.session_state.turn == "X" else "X"


if "board" not in ds.session_state:
    new_game()
board = ds.session_state.board
winner = next((board[a] for a, b, c in LINES if board[a] and board[a] == board[b] == board[c]), None)

ds.title("Tic-tac-toe")
for row in range(3):
    for column, cell in enumerate(ds.columns(3, gap="xsmall")):
        square = 3 * row + column
        taken = bool(board[square]) or winner is not None
        cell.button(
            board[square] or " ", key=f"square {square}", on_click=play, args=(square,), disabled=taken, width="stretch"
        )
if winner:
    ds.success(f"**{winner}** wins.")
elif all(board):
    ds.info("Nobody wins.")
else:
    ds.caption(f"It is {ds.session_state.turn}'s turn.")
ds.button("New game", on_click=new_game)
