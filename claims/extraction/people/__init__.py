"""The people and bodies of an article: their names and titles, and whom a pronoun or a description means.

`phrases` splits a noun phrase into title and name (`capitals`, `bearers`, `leads`, `honorifics`, `name_or_office`).
`article` holds what is known of the whole article, each part read when it is first asked for: the `names`, the `holders` of
offices, the `heads` of sentences (with the words `behind_names`), `organisations` and their `acronyms`, `territories`, `genders` and
`nicknames`. On it stand, one upon the other: `things` ("it"), `pronouns` ("she"), `descriptions` and `stand_ins` ("the minister"), and
`speakers`, the memory of who has spoken, which `quotes/` asks.
"""
