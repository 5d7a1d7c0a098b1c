"""Tic-tac-toe can be won, drawn and begun again."""

from __future__ import annotations

from collections.abc import Callable

from deskstate.testing.window import AppWindow


def play(window: AppWindow, *squares: int) -> None:
    for square in squares:
        window.find(key=f"square {square}").click().wait()


def test_three_in_a_row_win_and_nothing_more_can_be_taken(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/tictactoe.py")
    play(window, 0, 3, 1, 4, 2)
    assert window.shows("X wins.")
    play(window, 5)
    assert not window.shows("O wins.")
    assert window.window.session.state.read("board")[5] == ""


def test_a_square_is_taken_once_and_the_turn_passes_on(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/tictactoe.py")
    assert window.shows("It is X's turn.")
    play(window, 4, 4)
    assert window.shows("It is O's turn.")
    assert window.find(key="square 4").text == "X"


def test_a_full_board_is_a_draw_and_a_new_game_is_empty(app_window: Callable[..., AppWindow]) -> None:
    window = app_window("../../examples/tictactoe.py")
    play(window, 0, 1, 2, 4, 3, 5, 7, 6, 8)
    assert window.shows("Nobody wins.")
    window.find(label="New game").click().wait()
    assert window.window.session.state.read("board") == [""] * 9
    assert window.shows("It is X's turn.")
