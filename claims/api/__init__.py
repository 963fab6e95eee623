"""Researchers' door: read-only, `/api/v1/`."""
