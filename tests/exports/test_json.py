"""The whole report, for another desk to replay."""

import json

import pytest

from claims.exports.json import dumps, write
from tests.exports.lines import FIGURE, UNRULED, a_report


def test_a_report_holds_every_claim_with_all_that_hangs_on_it() -> None:
    document = json.loads(b"".join(write(a_report([FIGURE, UNRULED]))))
    assert (document["schema"], document["count"], len(document["claims"])) == (1, 2, 2)
    claim = document["claims"][0]
    assert (claim["value"], claim["high"]) == ("1400", None)
    assert claim["checks"][0]["as_of"] == "2023-11-10"
    assert claim["rulings"][0]["ruled_at"] == "2023-11-12T08:30:00+00:00"
    assert claim["attribution"][0]["name"] == "Rina Wibowo"


def test_an_empty_report_is_a_document_too() -> None:
    assert json.loads(b"".join(write(a_report([]))))["claims"] == []


def test_nothing_that_is_no_json_is_written() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        dumps({"value": float("nan")})
