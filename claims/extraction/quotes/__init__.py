"""The quotes of an article: what was said, in marks or reported, by whom, to whom, through what."""
