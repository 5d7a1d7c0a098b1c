"""The values that a slider can take."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deskstate_widgets.values.steps import Steps, plus


def test_steps_of_a_hundredth_carry_no_dust() -> None:
    steps, value = Steps(0.0, 1.0, 0.01), 0.0
    walked = [value := steps.moved(value, 1) for _ in range(100)]
    assert walked == [round(at / 100, 2) for at in range(1, 101)]


def test_the_maximum_is_reached_where_no_step_ends_on_it() -> None:
    steps = Steps(0, 10, 3)
    assert [steps.moved(value, 1) for value in (0, 3, 6, 9, 10)] == [3, 6, 9, 10, 10]
    assert [steps.moved(value, -1) for value in (10, 9, 3, 0)] == [9, 6, 0, 0]
    assert steps.at(1.0) == 10
    assert steps.at(0.93) == 9


def test_a_value_between_two_steps_goes_to_the_next_one() -> None:
    steps = Steps(0, 10, 5)
    assert steps.moved(7, 1) == 10
    assert steps.moved(7, -1) == 5


def test_whole_numbers_of_any_size_stay_exact() -> None:
    steps = Steps(0, 10**40, 1)
    assert steps.moved(10**39 + 7, 1) == 10**39 + 8
    assert isinstance(steps.at(0.5), int)


def test_floats_stay_floats() -> None:
    assert isinstance(Steps(0.0, 10.0, 1.0).moved(3.0, 1), float)


@given(st.floats(-1e6, 1e6), st.floats(0.001, 1e3), st.integers(1, 1000), st.floats(0, 1))
def test_every_place_on_the_way_has_a_value_between_the_ends(
    minimum: float, step: float, count: int, fraction: float
) -> None:
    steps = Steps(minimum, minimum + step * count, step)
    assert steps.minimum <= steps.at(fraction) <= steps.maximum
    assert steps.fraction(steps.at(0.0)) == 0.0
    assert steps.fraction(steps.at(1.0)) == 1.0


def test_a_tenth_and_two_tenths_are_three_tenths() -> None:
    assert plus(0.1, 0.2, 1, whole=False) == 0.3
    assert plus(2**70, 1, -1, whole=True) == 2**70 - 1
