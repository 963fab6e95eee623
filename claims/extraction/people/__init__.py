"""The people and bodies of an article: their names and titles, and whom a pronoun or a description means."""
