"""When it is shown, made and told of."""
