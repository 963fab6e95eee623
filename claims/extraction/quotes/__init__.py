"""The quotes of an article: what was said, in marks or reported, by whom, to whom, through what.

`quotes` takes each frame (a sentence with marks or a cue, as words) through these steps:

1. `cues` makes an attribution (`said`) of each cue: the first shape that fits, of those that its classes allow. Most shapes are named
   for where the speaker stands: `preposed` ("X said …"), `postposed` ("…, X said"), `inverted` ("…, said X"), `insertions`, `agents`
   ("by X"), `sources` ("according to X", with `source_phrases`), `relays`, `quoted`, `leading`, `relatives`, `occasions`,
   `noun_reports`, `documents`, `nameless`. `forms` and `nested` say which cues report nothing.
2. A shape finds the speaker as a phrase: `subjects` and `main_subjects` before a cue, in `stretches` between commas, `objects` behind
   it; `offices`, `asides` and `starts` know what stands around a name. `attribution` reads on from there, for the audience, the medium
   and who passed it on (`media`, `outlets`, `tails`).
3. `direct` gives each pair of marks an attribution, unless the marks hold no speech (`terms`). `beside` and `headings` look for a
   speaker where there is no cue; `headlines` reads what Indonesian headlines report.
4. `indirect` reads the clause of the attributions that are left: `contents` finds where it begins, `clauses` its verb,
   and `matters` knows words that only name what was told.
5. `people/` says who each speaker is, and `chains` builds the chain from the origin outwards.
"""
