"""The figures of an article: numerals with their scales and units, what they bound and count, and every number that is no claim.

`figures` takes sentence after sentence through these steps; `grammar` holds the words of the language that all of them ask:

1. `tokens` parts it into words, numerals and signs; every further step speaks of these by their index.
2. `readings` reads each numeral (`numerals`, `digits`, `numberwords`), with its unit (`amounts`, `measures`, `money`, `currencies`) or
   joined to the next one (`pairs`, `joined`), or refuses it with why: `dates`, `ages`, `ranks`, `results`, `labels`, `lists`,
   `proper_names`, `codes`, `distractors`. `sharing` gives what was told once to the numbers joined to it ("8 and 17 per cent").
3. What is left is described: its bound (`bounds`, `thresholds`), what it counts (`counted` behind it, `counted_before`,
   `complements`, or by the number before it `antecedents`). `refusals` takes out, or takes back, what that shows; `relations` tells
   which figure is a part of another or its change.
4. `scene`, `events`, `places` and `days` tell what happened, where and when; `enclosing` which quote holds it; `worth` how much it asks
   to be checked.
"""
