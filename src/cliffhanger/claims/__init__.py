"""Claims: what articles assert about a series, each with its quote, its source and its standing; and what to believe.

Text comes in as an `Article`; `grammar` turns it into `Claim` records without any model; `reconcile` turns the claims that were
known on a day into what is believed per slot, with the rule that decided. Nothing here opens a file or a socket.
"""
