"""What the OpenAPI document says beside the successes: how a request can be refused."""

from typing import Any

PROBLEM = {"type": "object", "properties": {"detail": {"type": "string"}}, "additionalProperties": True}
REFUSALS = {
    "400": "A filter's value is wrong; the answer says which.",
    "401": "The token is unknown or has expired.",
    "403": "This needs a token of somebody who may see what is not released.",
    "404": "There is no such row, or it is not released.",
}


def refusals(result: dict[str, Any], **options: Any) -> dict[str, Any]:
    """Add the refusals to every operation."""
    for path in result["paths"].values():
        for operation in path.values():
            for status, words in REFUSALS.items():
                content = {"application/json": {"schema": PROBLEM}}
                operation["responses"].setdefault(status, {"description": words, "content": content})
    return result
