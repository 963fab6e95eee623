"""Identifiers are UUIDs of version 7."""

from uuid import RFC_4122

from claims.models.identity import uuid7


def test_identifiers_are_of_version_7_and_ordered_by_time() -> None:
    uids = [uuid7() for _ in range(200)]
    assert {(uid.version, uid.variant) for uid in uids} == {(7, RFC_4122)}
    assert len(set(uids)) == len(uids)
    stamps = [uid.int >> 80 for uid in uids]
    assert stamps == sorted(stamps)
