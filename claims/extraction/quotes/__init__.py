"""The quotes of an article: what was said, in marks or reported, by whom, to whom, through what.

`quotes` takes frame after frame, a sentence with marks or a cue as its words, through these steps:

1. `cues` makes of each cue an attribution (`said`): the first shape that fits, of those that its classes allow. Most are named for
   where the speaker stands: `preposed` ("X said …"), `postposed` ("…, X said"), `inverted` ("…, said X"), `insertions`, `agents`
   ("by X"), `sources` ("according to X"), `relays`, `quoted`, `leading`, `noun_reports`, `documents`, `nameless`.
2. A shape finds the speaker as a phrase: `subjects` before a cue, of `stretches` between commas, `objects` behind it, with
   `offices`, `asides` and `starts` for what stands around a name. `attribution` reads on behind both, for audience, medium and who passed it on (`media`, `outlets`, `tails`).
3. `direct` gives each pair of marks an attribution, unless they hold no speech (`terms`); `beside` looks for a speaker without a cue.
4. `indirect` reads the clause of what is left, where `contents` begins and `clauses` shows a verb.
5. `people/` says who each speaker is, and `chains` builds the chain from the origin outwards.
"""
