"""Many do the same at the same moment."""

import pytest

from tests.faults.desk import Desk

pytestmark = pytest.mark.faults


def test_one_article_handed_in_by_fifty(desk: Desk) -> None:
    """There is one article with one version and each claim once, and everybody is given that article."""
    given = desk.run("crowd", count=50)
    assert len(given["articles"]) == given["new"] == 1
    assert (desk.count("claims_article"), desk.count("claims_version"), desk.count("claims_claim")) == (1, 1, 1)
