"""The grammar of the genre, a module per family of claims. Each rule is a function from a place to what it finds there."""
