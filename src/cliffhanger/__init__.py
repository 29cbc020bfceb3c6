"""cliffhanger: will a series come back, when, and should it; with intervals and sources."""
