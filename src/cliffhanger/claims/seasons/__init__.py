"""Which season a claim is about: what names a season in an article, and the choice among those by a classifier."""
