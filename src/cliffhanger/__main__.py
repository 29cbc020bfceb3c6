"""``python -m cliffhanger``."""

from cliffhanger.cli import main

main()
