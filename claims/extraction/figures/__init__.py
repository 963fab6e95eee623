"""The figures of an article: numerals with their scales and units, what they bound and count, and every number that is no claim.

`figures` takes each sentence through these steps. `grammar` holds the language's words for all of them (`countedwords`, `agewords`,
`identifierwords` …), `writing` how the article writes its numbers.

1. `tokens` splits the sentence into words, numerals and signs; every further step speaks of these by their index.
2. `readings` reads each numeral (`numerals`, `digits`, `grouped`, `numberwords`), with its unit (`amounts`, `measures`, `signs`, `money`,
   `currencies`) or joined to the next one (`pairs`, `joined`). Or it refuses the numeral with a reason: `dates`, `ages`, `ranks`,
   `results`, `labels`, `lists`, `proper_names`, `codes`, `ones`, `multiples`, `halves`, `distractors`. `sharing` gives what was told once
   to the numbers joined to it ("8 and 17 per cent"), `ellipses` a unit that a sentence tells once.
3. What is left is described: its bound (`bounds`, `thresholds`) and what it counts. That stands behind it (`counted`, `complements`),
   before it (`counted_before`, `between`), with an earlier number (`antecedents`), or is the runs of cricket (`runs`). `refusals` takes
   back what turns out to be no claim; `relations` tells which figure is a part of another, or its change.
4. `scene`, `events`, `places`, `earlier` and `days` tell what happened, where and when; `enclosing` which quote holds the figure;
   `worth` how much it asks to be checked.
"""
