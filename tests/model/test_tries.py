"""Wrong tries: each one makes the next one wait longer, up to a minute."""

from customerbook.model.tries import wait_after


def test_two_mistakes_cost_nothing() -> None:
    assert [wait_after(wrong) for wrong in range(3)] == [0, 0, 0]


def test_more_wait_longer_and_longer_up_to_a_minute() -> None:
    waits = [wait_after(wrong) for wrong in range(3, 40)]
    assert waits[:5] == [2, 4, 8, 16, 32]
    assert set(waits[5:]) == {60.0}
    assert wait_after(10**9) == 60.0
