"""Words as classifiers see them: tokens, their numbers, and the files that weights are kept in."""
