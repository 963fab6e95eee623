"""The figures of an article: numerals with their scales and units, what they bound and count, and every number that is no claim."""
