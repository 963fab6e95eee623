"""The people and bodies of an article: their names and titles, and whom a pronoun or a description means.

`phrases` parts a noun phrase into title and name (`bearers`, `leads`, `honorifics`, `name_or_office`). `names` gathers the capitals of
the whole article once, `article` holds it with the `holders` of offices, `heads` of sentences, `organisations`, `genders` and
`nicknames`, each read when first asked for. On it stand, one upon the other: `things` ("it"), `pronouns` ("she"), `stand_ins` ("the
minister") and `speakers`, the memory of who has spoken, by which `quotes/` asks.
"""
