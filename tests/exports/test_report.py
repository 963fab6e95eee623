"""A report is frozen, and its lines come one by one."""

from dataclasses import FrozenInstanceError
from itertools import islice, repeat

import pytest

from claims.exports import EXPORTS
from tests.exports.lines import FIGURE, a_report


def test_a_line_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        FIGURE.value = None


@pytest.mark.parametrize("form", EXPORTS.values(), ids=lambda form: form.key)
def test_every_format_writes_without_waiting_for_the_last_line(form: object) -> None:
    pieces = form.write(a_report(repeat(FIGURE)))
    assert sum(len(piece) for piece in islice(pieces, 20)) > 0
